{{/*
Template of a driver or an executor. Spark adds command, resources and volumes of its own. The driver starts and stops
executors; they ask the API server for nothing. Takes {root, container, driver}: the name by which Spark knows its
container, and whether it is the driver.
*/}}
{{- define "spark-job.pod" -}}
metadata:
  {{- include "platform.podMetadata" (dict "root" .root "config" (include "spark-job.configMap" .root)) | nindent 2 }}
spec:
  automountServiceAccountToken: {{ .driver }}
  enableServiceLinks: false
  {{- with include "platform.imagePullSecrets" .root | trim }}
  {{- . | nindent 2 }}
  {{- end }}
  securityContext:
    {{- include "platform.podSecurityContext" (dict "user" 185) | nindent 4 }}
  containers:
    - name: {{ .container }}
      image: {{ .root.Values.image | quote }}
      {{- with include "spark-job.env" . | trim }}
      env:
        {{- . | nindent 8 }}
      {{- end }}
      securityContext:
        {{- include "platform.containerSecurityContext" .root | nindent 8 }}
      volumeMounts:
        {{- if .driver }}
        {{- range $path, $_ := .root.Values.files }}
        - name: settings
          mountPath: {{ $path }}
          subPath: {{ base $path }}
          readOnly: true
        {{- end }}
        {{- end }}
        - name: tmp
          mountPath: /tmp
        - name: work
          mountPath: /opt/spark/work-dir
  volumes:
    {{- if .driver }}
    - name: settings
      configMap:
        name: {{ .root.Values.platform.app }}-settings
    {{- end }}
    - name: tmp
      emptyDir:
        sizeLimit: 2Gi
    - name: work
      emptyDir:
        sizeLimit: 256Mi
{{- end -}}

{{- define "spark-job.env" -}}
{{- if .driver }}
{{- range $_, $file := .root.Values.files }}
{{- range $key, $from := $file.secretSettings }}
- name: {{ include "platform.settingVariable" $key }}
  {{- include "platform.fromSecret" $from | nindent 2 }}
{{- end }}
{{- end }}
{{- end }}
{{- with .root.Values.objectStore.s3 }}
- name: AWS_ACCESS_KEY_ID
  {{- include "platform.fromSecret" (dict "secret" .secret "key" "accessKey") | nindent 2 }}
- name: AWS_SECRET_ACCESS_KEY
  {{- include "platform.fromSecret" (dict "secret" .secret "key" "secretKey") | nindent 2 }}
{{- end }}
{{- with .root.Values.objectStore.azure }}
- name: AZURE_STORAGE_KEY
  {{- include "platform.fromSecret" (dict "secret" .secret "key" "accountKey") | nindent 2 }}
{{- end }}
{{- end -}}
