{{/*
Files of the program, each under its name; what is given as data is written as YAML or JSON.
*/}}
{{- define "service.configMap" -}}
{{- if .Values.files }}
{{- $data := dict }}
{{- range $name, $file := .Values.files }}
{{- $text := $file.text }}
{{- if hasKey $file "yaml" }}{{ $text = toYaml $file.yaml }}{{ end }}
{{- if hasKey $file "json" }}{{ $text = toJson $file.json }}{{ end }}
{{- $_ := set $data $name $text }}
{{- end }}
---
{{ include "platform.configMap" (dict "root" . "name" .Values.platform.app "data" $data) }}
{{- end }}
{{- end -}}

{{/*
Claims of a Deployment, which outlive it. A StatefulSet makes its own.
*/}}
{{- define "service.claims" -}}
{{- if ne .Values.kind "StatefulSet" }}
{{- range $name, $volume := .Values.volumes }}
{{- if $volume.size }}
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: {{ $.Values.platform.app }}-{{ $name }}
  labels:
    {{- include "platform.labels" $ | nindent 4 }}
  annotations:
    {{- include "platform.keepsData" $ | nindent 4 }}
spec:
  {{- include "service.claim" $volume | nindent 2 }}
{{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "service.claim" -}}
accessModes:
  - ReadWriteOnce
{{- with .storageClass }}
storageClassName: {{ . }}
{{- end }}
resources:
  requests:
    storage: {{ .size }}
{{- end -}}

{{/*
What the program itself and those that run before it mount: every volume, and every file at its own path.
*/}}
{{- define "service.mounts" -}}
{{- range $name, $volume := .Values.volumes }}
- name: {{ $name }}
  mountPath: {{ $volume.path }}
  {{- if $volume.secret }}
  readOnly: true
  {{- end }}
{{- end }}
{{- range $name, $file := .Values.files }}
- name: files
  mountPath: {{ $file.path }}
  subPath: {{ $name }}
  readOnly: true
{{- end }}
{{- end -}}

{{- define "service.sidecarMounts" -}}
{{- range $name, $path := .mounts }}
- name: {{ $name }}
  mountPath: {{ $path }}
{{- end }}
{{- end -}}

{{- define "service.volumes" -}}
{{- range $name, $volume := .Values.volumes }}
{{- if $volume.secret }}
- name: {{ $name }}
  secret:
    secretName: {{ $volume.secret }}
    {{- with $volume.keys }}
    items:
      {{- range . }}
      - key: {{ . }}
        path: {{ . }}
      {{- end }}
    {{- end }}
{{- else if $volume.size }}
{{- if ne $.Values.kind "StatefulSet" }}
- name: {{ $name }}
  persistentVolumeClaim:
    claimName: {{ $.Values.platform.app }}-{{ $name }}
{{- end }}
{{- else }}
- name: {{ $name }}
  emptyDir:
    sizeLimit: {{ $volume.scratch }}
{{- end }}
{{- end }}
{{- if .Values.files }}
- name: files
  configMap:
    name: {{ .Values.platform.app }}
{{- end }}
- name: tmp
  emptyDir:
    sizeLimit: {{ .Values.tmp | default "256Mi" }}
{{- end -}}
