{{/*
What JobManager and TaskManagers have in common. Flink adds image, command, resources and its own labels.
*/}}
{{- define "flink-job.pod" -}}
metadata:
  {{- include "platform.podMetadata" (dict "root" . "config" (include "flink-job.configMap" .)) | nindent 2 }}
spec:
  # Both kinds of pods ask the API server who leads.
  automountServiceAccountToken: true
  enableServiceLinks: false
  {{- include "platform.imagePullSecrets" . | nindent 2 }}
  securityContext:
    {{- include "platform.podSecurityContext" (dict "user" 9999) | nindent 4 }}
  {{- with (.Values.hadoop | default dict).libraries }}
  initContainers:
    - name: libraries
      image: {{ .image }}
      imagePullPolicy: IfNotPresent
      # Fails where one is not there: the job would find out much later.
      command:
        - sh
        - -euc
        - |
          for name in "$@"; do
            found=$(find {{ .folder }} -name "$name" | head -n 1)
            test -n "$found" || { echo "no $name below {{ .folder }}" >&2; exit 1; }
            cp "$found" /opt/libraries/
          done
        - copy
        {{- toYaml .files | nindent 8 }}
      resources:
        requests:
          cpu: 50m
          memory: 64Mi
        limits:
          memory: 128Mi
      securityContext:
        {{- include "platform.containerSecurityContext" $ | nindent 8 }}
      volumeMounts:
        - name: libraries
          mountPath: /opt/libraries
  {{- end }}
  containers:
    # The name by which Flink knows its own container.
    - name: flink-main-container
      env:
        {{- include "flink-job.env" . | nindent 8 }}
      ports:
        - name: metrics
          containerPort: {{ include "flink-job.metricsPort" . }}
      securityContext:
        {{- include "platform.containerSecurityContext" . | nindent 8 }}
      volumeMounts:
        - name: settings
          mountPath: /data/flink/conf
          readOnly: true
        - name: tmp
          mountPath: /tmp
        - name: log
          mountPath: /opt/flink/log
        {{- if (.Values.hadoop | default dict).libraries }}
        - name: libraries
          mountPath: /opt/libraries
          readOnly: true
        {{- end }}
  volumes:
    - name: settings
      configMap:
        name: {{ .Values.platform.app }}-settings
    # Unpacked jars, and each part of a checkpoint until it is uploaded.
    - name: tmp
      emptyDir:
        sizeLimit: 4Gi
    - name: log
      emptyDir:
        sizeLimit: 64Mi
    {{- if (.Values.hadoop | default dict).libraries }}
    - name: libraries
      emptyDir:
        sizeLimit: 256Mi
    {{- end }}
{{- end -}}

{{- define "flink-job.env" -}}
- name: POSTGRES_PASSWORD
  {{- include "platform.fromSecret" (dict "secret" .Values.database.secret "key" "password") | nindent 2 }}
{{- range $key, $from := .Values.secretSettings }}
- name: {{ include "platform.settingVariable" $key }}
  {{- include "platform.fromSecret" $from | nindent 2 }}
{{- end }}
{{- with .Values.hadoop }}
# Flink's scripts put both behind its own class path.
- name: HADOOP_CONF_DIR
  value: /data/flink/conf
{{- if .libraries }}
- name: HADOOP_CLASSPATH
  value: /opt/libraries/*
{{- end }}
{{- end }}
{{- with .Values.objectStore.aws }}
- name: AWS_REGION
  value: {{ .region }}
{{- end }}
{{- with .Values.objectStore.s3 }}
- name: AWS_REGION
  value: {{ .region }}
- name: AWS_ACCESS_KEY_ID
  {{- include "platform.fromSecret" (dict "secret" .secret "key" "accessKey") | nindent 2 }}
- name: AWS_SECRET_ACCESS_KEY
  {{- include "platform.fromSecret" (dict "secret" .secret "key" "secretKey") | nindent 2 }}
{{- end }}
{{- with .Values.objectStore.azure }}
- name: AZURE_STORAGE_KEY
  {{- include "platform.fromSecret" (dict "secret" .secret "key" "accountKey") | nindent 2 }}
{{- end }}
{{- end -}}
