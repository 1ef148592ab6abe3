git init --quiet --initial-branch=main
$GENERATE > /dev/null
git add --all
git commit --quiet -m 'first'
sed -i "s/endpoint('db', 5432)/endpoint('db', 5433)/" apps/db.ts
$GENERATE > /dev/null
git commit --quiet --all -m 'the database has another port'
echo "revision: $(git rev-parse HEAD)" > environments/prod/release.yaml
printf 'apps:\n  web: %s\n' "$(git rev-parse HEAD~1)" >> environments/prod/release.yaml
