{{/*
The app's secrets, fetched from the environment's store. What is no secret, as a user name is, is added as text.
Takes the chart's own context; `secretLabels` merged into it are labels of the Secrets, for operators that only
notice a new password in a Secret that is labeled.
*/}}
{{- define "platform.externalSecrets" -}}
{{- $root := . -}}
{{- with .Values.platform.secrets }}
{{- $store := .store }}
{{- range .list }}
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: {{ .name }}
  labels:
    {{- include "platform.labels" $root | nindent 4 }}
spec:
  # Once: what reads a value at its start would not notice another one, and what reads it later would.
  refreshPolicy: OnChange
  secretStoreRef:
    kind: {{ $store.kind }}
    name: {{ $store.name }}
  target:
    name: {{ .name }}
    creationPolicy: Owner
    deletionPolicy: Retain
    template:
      type: {{ .type | default "Opaque" }}
      {{- with $root.secretLabels }}
      metadata:
        labels:
          {{- toYaml . | nindent 10 }}
      {{- end }}
      {{- with .text }}
      mergePolicy: Merge
      data:
        {{- range $key, $text := . }}
        {{ $key }}: {{ $text | quote }}
        {{- end }}
      {{- end }}
  data:
    {{- $from := .from }}
    {{- range .keys }}
    - secretKey: {{ . }}
      remoteRef:
        key: {{ $from }}
        property: {{ . }}
    {{- end }}
{{- end }}
{{- end }}
{{- end -}}
