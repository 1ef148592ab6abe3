git init --quiet --initial-branch=main
$GENERATE > /dev/null
git add --all
git commit --quiet -m 'first'
sed -i "s/destination: { name: 'prod'/destination: { name: 'prod-2'/" environments/prod/environment.ts
$GENERATE > /dev/null
git commit --quiet --all -m 'prod moves to another cluster'
echo "revision: $(git rev-parse HEAD)" > environments/prod/release.yaml
printf 'apps:\n  meter: %s\n' "$(git rev-parse HEAD~1)" >> environments/prod/release.yaml
