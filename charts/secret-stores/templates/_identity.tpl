{{/*
Who asks the cloud: the app's ServiceAccount, bound to an identity there. There is no key.
*/}}
{{- define "secret-stores.identity" -}}
serviceAccountRef:
  name: {{ .Values.platform.app }}
  namespace: {{ .Release.Namespace }}
{{- end -}}
