git init --quiet --initial-branch=main
$GENERATE > /dev/null
git add --all
git commit --quiet -m 'first'
printf 'revision: bcdef01234bcdef01234bcdef01234bcdef01234\napps:\n  web: abcdef0123abcdef0123abcdef0123abcdef0123\n' > environments/prod/release.yaml
