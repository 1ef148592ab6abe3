git init --quiet --initial-branch=main
$GENERATE > /dev/null
git add --all
git commit --quiet -m 'first'
echo "revision: $(git rev-parse HEAD)" > environments/prod/release.yaml
printf 'hold:\n  wbe: { reason: incident, until: 2026-11-27 }\n' >> environments/prod/release.yaml
