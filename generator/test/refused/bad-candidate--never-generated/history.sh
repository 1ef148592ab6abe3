git init --quiet --initial-branch=main
git add --all
git commit --quiet -m 'definitions only'
echo "revision: $(git rev-parse HEAD)" > environments/prod/release.yaml
