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

{{/*
Has Prometheus scrape pods that have no Service of their own. Takes {root, name, pods, port, path}: labels of the
pods, the name of their port, and /metrics by default.
*/}}
{{- define "platform.podMonitor" -}}
apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata:
  name: {{ .name }}
  labels:
    {{- include "platform.labels" .root | nindent 4 }}
spec:
  selector:
    matchLabels:
      {{- toYaml .pods | nindent 6 }}
  podMetricsEndpoints:
    - port: {{ .port }}
      path: {{ .path | default "/metrics" }}
      interval: 30s
{{- end -}}
