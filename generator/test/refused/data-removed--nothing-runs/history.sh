rm environments/prod/release.yaml
