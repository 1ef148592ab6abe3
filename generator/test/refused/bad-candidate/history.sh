git init --quiet --initial-branch=main
$GENERATE > /dev/null
git add --all
git commit --quiet -m 'first'
sed -i '/^namespace/,$d' environments/prod/generated/candidate/plan/web.yaml
git commit --quiet --all -m 'a plan that is cut off'
echo "revision: $(git rev-parse HEAD)" > environments/prod/release.yaml
