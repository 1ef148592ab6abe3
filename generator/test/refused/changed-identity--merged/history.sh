git init --quiet --initial-branch=main
sed -i 's|docker.io/library/web$|docker.io/old/web|' images.yaml
git add --all
git commit --quiet -m 'before'
sed -i 's|docker.io/old/web$|docker.io/library/web|' images.yaml
git commit --quiet --all -m 'what a pull request would merge'
