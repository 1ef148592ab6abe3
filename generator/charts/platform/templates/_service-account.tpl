{{/*
The ServiceAccount of an app, bound to its identity in the cloud where it has one. It always exists, and its token
is only mounted where a pod asks for it. Takes the chart's own context; `mountsToken` merged into it is for pods of an
operator that cannot be told to ask.
*/}}
{{- define "platform.serviceAccount" -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ .Values.platform.app }}
  labels:
    {{- include "platform.labels" . | nindent 4 }}
  {{- with .Values.platform.serviceAccountAnnotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
automountServiceAccountToken: {{ .mountsToken | default false }}
{{- end -}}
