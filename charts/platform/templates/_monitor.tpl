{{/*
Has Prometheus scrape the app's Service. Takes {root, port, path}: the name of the port, and /metrics by default.
*/}}
{{- define "platform.serviceMonitor" -}}
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: {{ .root.Values.platform.app }}
  labels:
    {{- include "platform.labels" .root | nindent 4 }}
spec:
  selector:
    matchLabels:
      {{- include "platform.selector" .root | nindent 6 }}
  endpoints:
    - port: {{ .port }}
      path: {{ .path | default "/metrics" }}
      interval: 30s
{{- end -}}
