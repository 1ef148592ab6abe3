{{- define "service.pod" -}}
{{- $runs := has (.Values.kind | default "Deployment") (list "Job" "CronJob") -}}
metadata:
  {{- include "platform.podMetadata" (dict "root" . "config" (include "service.configMap" .)) | nindent 2 }}
spec:
  {{- if $runs }}
  restartPolicy: Never
  {{- end }}
  serviceAccountName: {{ .Values.platform.app }}
  automountServiceAccountToken: {{ not (empty .Values.rights) }}
  enableServiceLinks: false
  {{- with include "platform.imagePullSecrets" . | trim }}
  {{- . | nindent 2 }}
  {{- end }}
  {{- with .Values.graceSeconds }}
  terminationGracePeriodSeconds: {{ . }}
  {{- end }}
  {{- with .Values.priorityClassName }}
  priorityClassName: {{ . }}
  {{- end }}
  {{- with .Values.nodeSelector }}
  nodeSelector:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .Values.tolerations }}
  tolerations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  securityContext:
    {{- include "platform.podSecurityContext" (dict "user" .Values.user) | nindent 4 }}
  {{- if not $runs }}
  topologySpreadConstraints:
    - maxSkew: 1
      topologyKey: kubernetes.io/hostname
      whenUnsatisfiable: ScheduleAnyway
      labelSelector:
        matchLabels:
          {{- include "platform.selector" . | nindent 10 }}
  {{- end }}
  {{- with .Values.init }}
  initContainers:
    {{- range . }}
    {{- include "service.container" (dict "root" $ "name" .name "container" . "mounts" (include "service.mounts" $)) | nindent 4 }}
    {{- end }}
  {{- end }}
  containers:
    {{- include "service.container" (dict "root" . "name" .Values.platform.app "container" .Values "mounts" (include "service.mounts" .)) | nindent 4 }}
    {{- range $name, $sidecar := .Values.sidecars }}
    {{- include "service.container" (dict "root" $ "name" $name "container" $sidecar "mounts" (include "service.sidecarMounts" $sidecar)) | nindent 4 }}
    {{- end }}
  volumes:
    {{- include "service.volumes" . | trim | nindent 4 }}
{{- end -}}

{{/*
A container. Takes {root, name, container, mounts}: the container as the values have it, and what it mounts as YAML.
*/}}
{{- define "service.container" -}}
{{- $container := .container -}}
- name: {{ .name }}
  image: {{ $container.image | quote }}
  imagePullPolicy: IfNotPresent
  {{- with $container.command }}
  command:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $container.args }}
  args:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $container.env }}
  env:
    {{- include "service.env" . | trim | nindent 4 }}
  {{- end }}
  {{- with $container.ports }}
  ports:
    {{- range $name, $port := . }}
    - name: {{ $name }}
      containerPort: {{ $port }}
    {{- end }}
  {{- end }}
  {{- with include "service.probes" $container | trim }}
  {{- . | nindent 2 }}
  {{- end }}
  resources:
    {{- toYaml $container.resources | nindent 4 }}
  securityContext:
    {{- include "platform.containerSecurityContext" .root | nindent 4 }}
  volumeMounts:
    {{- with .mounts | trim }}
    {{- . | nindent 4 }}
    {{- end }}
    - name: tmp
      mountPath: /tmp
{{- end -}}

{{/*
Variables by name: text, a key of a Secret, or a field of the pod. Those that come from Secrets stand first, so that a
text may refer to them as $(NAME).
*/}}
{{- define "service.env" -}}
{{- range $name, $value := . }}
{{- if kindIs "map" $value }}
- name: {{ $name }}
  valueFrom:
    {{- if $value.secret }}
    secretKeyRef:
      name: {{ $value.secret }}
      key: {{ $value.key }}
    {{- else }}
    fieldRef:
      fieldPath: {{ $value.field }}
    {{- end }}
{{- end }}
{{- end }}
{{- range $name, $value := . }}
{{- if not (kindIs "map" $value) }}
- name: {{ $name }}
  value: {{ include "service.text" $value | quote }}
{{- end }}
{{- end }}
{{- end -}}

{{/*
A number of JSON is a float to Helm: 6379 must not become 6379.0 or 6.379e+03.
*/}}
{{- define "service.text" -}}
{{- if and (kindIs "float64" .) (eq (floor .) .) }}{{ int64 . }}{{ else }}{{ . }}{{ end -}}
{{- end -}}

{{/*
Probes as they are given, or three of one address: started in time, ready, alive.
*/}}
{{- define "service.probes" -}}
{{- with .health -}}
{{- $ask := dict "path" .path "port" (.port | default "http") -}}
startupProbe:
  httpGet:
    {{- toYaml $ask | nindent 4 }}
  periodSeconds: 5
  timeoutSeconds: 5
  failureThreshold: {{ div (add (.startSeconds | default 120) 4) 5 }}
readinessProbe:
  httpGet:
    {{- toYaml $ask | nindent 4 }}
  periodSeconds: 10
  timeoutSeconds: 5
livenessProbe:
  httpGet:
    {{- toYaml $ask | nindent 4 }}
  periodSeconds: 20
  timeoutSeconds: 10
  failureThreshold: 6
{{- end }}
{{- with .probes }}
{{- range $name, $probe := . }}
{{ $name }}Probe:
  {{- toYaml $probe | nindent 2 }}
{{- end }}
{{- end }}
{{- end -}}
