{{/*
One kind of process as the operator takes it. Takes {root, kind, values, mark}: the kind as "druid.kinds" has it, the
values of its pods, and for one kind a mark that becomes the name of another Service.
*/}}
{{- define "druid.node" -}}
{{- $root := .root -}}
{{- $values := .values -}}
{{- $kind := .kind -}}
{{- $direct := include "druid.directMebibytes" $values | int -}}
{{- $needed := add (int $values.heap) $direct (max 256 (div (int $values.heap) 10)) -}}
{{- $given := include "platform.mebibytes" $values.memory | int -}}
{{- if lt $given (int $needed) -}}
{{- fail (printf "%s: memory is %s, but a heap of %dMi and buffers of %dMi need %dMi with what the JVM takes besides" $kind.type $values.memory (int $values.heap) $direct (int $needed)) -}}
{{- end -}}
nodeType: {{ $kind.type }}
kind: {{ $kind.workload }}
druid.port: {{ $kind.port }}
replicas: {{ $values.replicas }}
nodeConfigMountPath: /opt/druid/conf/druid/cluster/{{ $kind.folder }}
runtime.properties: |
  {{- include "druid.properties" $kind.properties | trim | nindent 2 }}
extra.jvm.options: |
  -Xms{{ $values.heap }}m
  -Xmx{{ $values.heap }}m
  -XX:MaxDirectMemorySize={{ $direct }}m
resources:
  requests:
    cpu: {{ $values.cpu }}
    memory: {{ $values.memory }}
  limits:
    memory: {{ $values.memory }}
ports:
  - name: metrics
    containerPort: 9090
startUpProbe:
  httpGet:
    path: /status/health
    port: {{ $kind.port }}
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: {{ div $kind.startSeconds 10 }}
readinessProbe:
  httpGet:
    path: {{ $kind.ready }}
    port: {{ $kind.port }}
  periodSeconds: 10
  timeoutSeconds: 10
livenessProbe:
  httpGet:
    path: /status/health
    port: {{ $kind.port }}
  periodSeconds: 20
  timeoutSeconds: 10
  failureThreshold: 6
{{- if gt (int $values.replicas) 1 }}
topologySpreadConstraints:
  {{- range $key, $otherwise := dict "kubernetes.io/hostname" "DoNotSchedule" "topology.kubernetes.io/zone" "ScheduleAnyway" }}
  - maxSkew: 1
    topologyKey: {{ $key }}
    whenUnsatisfiable: {{ $otherwise }}
    labelSelector:
      matchLabels:
        druid_cr: {{ $root.Values.cluster }}
        component: {{ $kind.type }}
  {{- end }}
{{- end }}
{{- if ne $kind.workload "StatefulSet" }}
volumes:
  - name: data
    {{- with $kind.volume }}
    ephemeral:
      volumeClaimTemplate:
        {{- include "druid.claim" (dict "root" $root "size" .) | nindent 8 }}
    {{- else }}
    emptyDir:
      sizeLimit: 1Gi
    {{- end }}
{{- end }}
terminationGracePeriodSeconds: 120
services:
  - spec:
      {{- if eq $kind.workload "StatefulSet" }}
      clusterIP: None
      {{- end }}
      type: ClusterIP
  {{- with .mark }}
  - metadata:
      name: "%s-{{ . }}"
    spec:
      clusterIP: None
      type: ClusterIP
  {{- end }}
{{- end -}}

{{- define "druid.claim" -}}
spec:
  accessModes:
    - ReadWriteOnce
  {{- with .root.Values.storageClass }}
  storageClassName: {{ . }}
  {{- end }}
  resources:
    requests:
      storage: {{ .size }}
{{- end -}}

{{/*
Mebibytes off the heap: a buffer for each thread and each merge and one more, as Druid checks when it starts; and what
clients of HTTP take. Takes the kind's values.
*/}}
{{- define "druid.directMebibytes" -}}
{{- if .buffer -}}
{{- add (mul .buffer (add .threads .merges 1)) 64 -}}
{{- else -}}
128
{{- end -}}
{{- end -}}

{{/*
Variables of every pod.
*/}}
{{- define "druid.env" -}}
- name: POD_NAME
  valueFrom:
    fieldRef:
      fieldPath: metadata.name
- name: POD_NAMESPACE
  valueFrom:
    fieldRef:
      fieldPath: metadata.namespace
# What the image makes before it starts; by default that is in its own folder, which is read-only.
- name: DRUID_DIRS_TO_CREATE
  value: /druid/data/tmp
{{- with .deepStorage.aws | default .deepStorage.s3 }}
- name: AWS_REGION
  value: {{ .region }}
{{- end }}
{{ include "druid.secretVariable" (list "DRUID_DATABASE_PASSWORD" .database.secret "password") }}
{{ include "druid.secretVariable" (list "DRUID_ADMIN_PASSWORD" .accounts.admin "password") }}
{{ include "druid.secretVariable" (list "DRUID_INTERNAL_PASSWORD" .accounts.internal "password") }}
{{- with .deepStorage.s3 }}
# Amazon's client adds checksums by default that other stores may not know.
- name: AWS_REQUEST_CHECKSUM_CALCULATION
  value: when_required
- name: AWS_RESPONSE_CHECKSUM_VALIDATION
  value: when_required
{{ include "druid.secretVariable" (list "DRUID_S3_ACCESS_KEY" .secret "accessKey") }}
{{ include "druid.secretVariable" (list "DRUID_S3_SECRET_KEY" .secret "secretKey") }}
{{- end }}
{{- end -}}

{{- define "druid.secretVariable" -}}
- name: {{ index . 0 }}
  {{- include "platform.fromSecret" (dict "secret" (index . 1) "key" (index . 2)) | nindent 2 }}
{{- end -}}
