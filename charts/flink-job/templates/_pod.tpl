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
{{- end -}}

{{- define "flink-job.env" -}}
- name: POSTGRES_PASSWORD
  {{- include "flink-job.fromSecret" (dict "secret" .Values.database.secret "key" "password") | nindent 2 }}
{{- range $key, $from := .Values.secretSettings }}
- name: {{ include "flink-job.variable" $key }}
  {{- include "flink-job.fromSecret" $from | nindent 2 }}
{{- end }}
{{- with .Values.hadoop }}
- name: HADOOP_CONF_DIR
  value: /data/flink/conf
{{- with .jars }}
- name: HADOOP_CLASSPATH
  value: {{ join ":" . | quote }}
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
  {{- include "flink-job.fromSecret" (dict "secret" .secret "key" "accessKey") | nindent 2 }}
- name: AWS_SECRET_ACCESS_KEY
  {{- include "flink-job.fromSecret" (dict "secret" .secret "key" "secretKey") | nindent 2 }}
{{- end }}
{{- with .Values.objectStore.azure }}
- name: AZURE_STORAGE_KEY
  {{- include "flink-job.fromSecret" (dict "secret" .secret "key" "accountKey") | nindent 2 }}
{{- end }}
{{- end -}}

{{- define "flink-job.fromSecret" -}}
valueFrom:
  secretKeyRef:
    name: {{ .secret }}
    key: {{ .key }}
{{- end -}}
