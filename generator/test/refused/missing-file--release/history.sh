git init -q -b main .
git add -A && git commit -qm 'definitions'
$GENERATE
git add -A && git commit -qm 'what runs'
rm environments/dev/release.yaml
