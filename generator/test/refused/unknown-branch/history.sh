git init --quiet --initial-branch=main
$GENERATE > /dev/null
git add --all
git commit --quiet -m 'first'
echo 'follow: master' > environments/dev/release.yaml
