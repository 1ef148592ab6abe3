git init --quiet --initial-branch=main
$GENERATE > /dev/null
git add --all
git commit --quiet -m 'first'
echo "revision: $(git rev-parse HEAD)" > environments/prod/release.yaml
printf 'apps:\n  db: null\n' >> environments/prod/release.yaml
