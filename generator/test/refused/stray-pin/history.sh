git init --quiet --initial-branch=main
$GENERATE > /dev/null
git add --all
git commit --quiet -m 'first'
git switch --quiet -c feature
git commit --quiet --allow-empty -m 'not merged'
echo "revision: $(git rev-parse HEAD)" > environments/prod/release.yaml
