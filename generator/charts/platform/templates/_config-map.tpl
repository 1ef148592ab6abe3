{{/*
A ConfigMap of the app. Takes {root, name, data}: data as a map of keys to text.
*/}}
{{- define "platform.configMap" -}}
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .name }}
  labels:
    {{- include "platform.labels" .root | nindent 4 }}
{{- $data := dict }}
{{- range $key, $text := .data }}
{{- $_ := set $data $key (toString $text) }}
{{- end }}
data:
  {{- toYaml $data | nindent 2 }}
{{- end -}}
