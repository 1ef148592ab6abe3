{{/*
What every app has, whatever it runs: its ServiceAccount, its secrets and its network policy.
*/}}
{{- define "platform.base" -}}
{{ include "platform.serviceAccount" . }}
---
{{ include "platform.networkPolicy" . }}
{{ include "platform.externalSecrets" . }}
{{- end -}}
