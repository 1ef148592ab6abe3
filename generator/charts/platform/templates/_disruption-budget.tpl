{{/*
Lets a drain take one pod at a time. Never `minAvailable`: with one replica that would block every drain.
*/}}
{{- define "platform.disruptionBudget" -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ .Values.platform.app }}
  labels:
    {{- include "platform.labels" . | nindent 4 }}
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      {{- include "platform.selector" . | nindent 6 }}
{{- end -}}
