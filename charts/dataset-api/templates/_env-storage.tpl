{{/*
The API wants one JSON with everything about its object store. Kubernetes puts the secret parts in when the container
starts, from variables that must stand before it: the manifest shows only their names.
*/}}
{{- define "dataset-api.env.storage" }}
{{- $in := .Values.storage.in }}
{{- $config := dict }}
{{- with $in.aws }}
{{- $config = dict "region" .region }}
{{- end }}
{{- with $in.s3 }}
{{- include "dataset-api.env.storageKeys" (dict "secret" .secret "identity" "accessKey" "credential" "secretKey") }}
{{- $config = dict "identity" "$(storage_identity)" "credential" "$(storage_credential)" "region" .region "endpoint" .endpoint "s3ForcePathStyle" true }}
{{- end }}
{{- with $in.azure }}
{{- include "dataset-api.env.storageKeys" (dict "secret" .secret "credential" "accountKey") }}
{{- $config = dict "identity" .account "credential" "$(storage_credential)" }}
{{- end }}
{{- with $in.gcp }}
{{- include "dataset-api.env.storageKeys" (dict "secret" .secret "identity" "clientEmail" "credential" "privateKey") }}
{{- $config = dict "identity" "$(storage_identity)" "credential" "$(storage_credential)" "projectId" .project }}
{{- end }}
{{- $provider := keys $in | first }}
- { name: cloud_storage_provider, value: {{ eq $provider "s3" | ternary "aws" $provider }} }
{{- with dig $provider "region" "" $in }}
- { name: cloud_storage_region, value: {{ . | quote }} }
{{- end }}
- { name: cloud_storage_config, value: {{ $config | toJson | quote }} }
- { name: container, value: {{ .Values.storage.bucket | quote }} }
- { name: container_prefix, value: connector-registry }
- { name: telemetry_data_path, value: telemetry-data }
- { name: storage_url_expiry, value: "3600" }
{{- end }}

{{- define "dataset-api.env.storageKeys" }}
{{- if .identity }}
{{- include "dataset-api.secret" (dict "name" "storage_identity" "from" (dict "secret" .secret "key" .identity)) }}
{{- end }}
{{- include "dataset-api.secret" (dict "name" "storage_credential" "from" (dict "secret" .secret "key" .credential)) }}
{{- end }}
