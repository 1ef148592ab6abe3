git init --quiet --initial-branch=main
mkdir --parents now && cp images.yaml charts/upstream.yaml now/
# What stood there before: of a registry, of a repository over HTTP, of a folder for each version, of this machine.
sed -i 's|docker.io/library/web$|docker.io/old/web|; s|registry.example.org/meter|localhost/meter|' images.yaml
sed -i '/formerly:/d' images.yaml
sed -i 's|oci: registry.example.org/charts|repository: https://charts.example.org|; s|2.0.0|1.0.0|g; s|chart: tool$|chart: tools|' charts/upstream.yaml
git add images.yaml charts
git commit --quiet -m 'before'
cp now/images.yaml . && cp now/upstream.yaml charts/ && rm -r now
