{{/*
What every app has, whatever it runs: its ServiceAccount, its secrets, its network policy and its public hosts.
*/}}
{{- define "platform.base" -}}
{{ include "platform.serviceAccount" . }}
---
{{ include "platform.networkPolicy" . }}
{{ include "platform.externalSecrets" . }}
{{- include "platform.routes" . }}
{{- end -}}
