{{/*
What runs all the time. New pods come before old ones go, unless they share a volume that one pod at a time may have.
*/}}
{{- define "service.deployment" -}}
{{- if and (include "service.hasClaim" .) (gt (int .Values.replicas) 1) }}
{{- fail "a volume with a size is for one pod: set kind to StatefulSet, or replicas to 1" }}
{{- end }}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Values.platform.app }}
  labels:
    {{- include "platform.labels" . | nindent 4 }}
spec:
  replicas: {{ .Values.replicas | default 1 }}
  revisionHistoryLimit: 3
  selector:
    matchLabels:
      {{- include "platform.selector" . | nindent 6 }}
  strategy:
    {{- if include "service.hasClaim" . }}
    type: Recreate
    {{- else }}
    type: RollingUpdate
    rollingUpdate:
      maxUnavailable: 0
      maxSurge: 1
    {{- end }}
  template:
    {{- include "service.pod" . | nindent 4 }}
{{- end -}}

{{/*
What runs all the time under a name and with a volume of its own for each copy.
*/}}
{{- define "service.statefulSet" -}}
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: {{ .Values.platform.app }}
  labels:
    {{- include "platform.labels" . | nindent 4 }}
  {{- if include "service.hasClaim" . }}
  annotations:
    {{- include "platform.keepsData" . | nindent 4 }}
  {{- end }}
spec:
  replicas: {{ .Values.replicas | default 1 }}
  revisionHistoryLimit: 3
  serviceName: {{ .Values.platform.app }}-pods
  selector:
    matchLabels:
      {{- include "platform.selector" . | nindent 6 }}
  template:
    {{- include "service.pod" . | nindent 4 }}
  {{- if include "service.hasClaim" . }}
  volumeClaimTemplates:
    {{- range $name, $volume := .Values.volumes }}
    {{- if $volume.size }}
    - metadata:
        name: {{ $name }}
      spec:
        {{- include "service.claim" $volume | nindent 8 }}
    {{- end }}
    {{- end }}
  {{- end }}
{{- end -}}

{{/*
What runs on a schedule, one run at a time.
*/}}
{{- define "service.cronJob" -}}
apiVersion: batch/v1
kind: CronJob
metadata:
  name: {{ .Values.platform.app }}
  labels:
    {{- include "platform.labels" . | nindent 4 }}
spec:
  schedule: {{ .Values.schedule | quote }}
  {{- with .Values.timeZone }}
  timeZone: {{ . }}
  {{- end }}
  concurrencyPolicy: Forbid
  startingDeadlineSeconds: 600
  successfulJobsHistoryLimit: 1
  failedJobsHistoryLimit: 3
  jobTemplate:
    metadata:
      labels:
        {{- include "platform.labels" . | nindent 8 }}
    spec:
      {{- include "service.run" . | nindent 6 }}
{{- end -}}

{{/*
What runs once for each content: a Job cannot be edited, and a run that succeeded is not run again.
*/}}
{{- define "service.job" -}}
apiVersion: batch/v1
kind: Job
metadata:
  name: {{ printf "%s-%s" .Values.platform.app (include "service.pod" . | sha256sum | trunc 10) }}
  labels:
    {{- include "platform.labels" . | nindent 4 }}
spec:
  {{- include "service.run" . | nindent 2 }}
{{- end -}}

{{- define "service.run" -}}
activeDeadlineSeconds: {{ .Values.deadlineSeconds }}
backoffLimit: {{ .Values.retries | default 3 }}
template:
  {{- include "service.pod" . | nindent 2 }}
{{- end -}}

{{- define "service.hasClaim" -}}
{{- range .Values.volumes }}{{ if .size }}true{{ end }}{{ end -}}
{{- end -}}
