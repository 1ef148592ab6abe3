/*
 * Helm templates of what runs a connector. The program sets `connector_id`, and for Spark `instance_id`, `dataset_id`,
 * `technology`, `connector_source`, `main_class`, `main_file` and `cronSchedule`; for Flink `flink_jobs`. Whatever else
 * it sets is not used. `values.yaml` has the image and the Secrets.
 */

/** What both kinds of connectors have: labels, security, and the two steps before they start. */
export const bothConnectors = `{{- define "connector.labels" -}}
app.kubernetes.io/managed-by: command-api
app.kubernetes.io/connector: {{ .Values.connector_id | quote }}
{{- with .Values.dataset_id }}
app.kubernetes.io/dataset: {{ . | quote }}
app.kubernetes.io/connector_instance: {{ $.Values.instance_id | quote }}
{{- end }}
{{- end -}}

{{- define "connector.pod" -}}
serviceAccountName: connectors
automountServiceAccountToken: false
enableServiceLinks: false
{{- with .Values.imagePullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
securityContext:
  runAsNonRoot: true
  runAsUser: {{ .user }}
  runAsGroup: {{ .user }}
  fsGroup: {{ .user }}
  seccompProfile:
    type: RuntimeDefault
volumes:
  - name: settings
    configMap:
      name: settings
  - name: filled
    emptyDir: {}
  - name: connector
    emptyDir:
      sizeLimit: 2Gi
  - name: tmp
    emptyDir:
      sizeLimit: 1Gi
{{- end -}}

{{- define "connector.container" -}}
image: {{ .Values.image | quote }}
imagePullPolicy: IfNotPresent
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop:
      - ALL
volumeMounts:
  - name: filled
    mountPath: /data/conf
  - name: connector
    mountPath: /data/connectors
  - name: tmp
    mountPath: /tmp
{{- end -}}

{{- define "connector.before" -}}
- name: settings
  {{- include "connector.container" . | nindent 2 }}
    - name: settings
      mountPath: /settings
  env:
    {{- range $name, $from := .Values.secrets }}
    - name: {{ $name }}
      valueFrom:
        secretKeyRef:
          name: {{ $from.secret }}
          key: {{ $from.key }}
    {{- end }}
  command:
    - python3
    - -c
    - |
      import os, pathlib, string
      for file in pathlib.Path("/settings").iterdir():
          if file.is_file():
              text = string.Template(file.read_text()).substitute(os.environ)
              pathlib.Path("/data/conf", file.name).write_text(text)
- name: download
  {{- include "connector.container" . | nindent 2 }}
  env:
    - name: CONNECTOR_ID
      value: {{ .Values.connector_id | quote }}
    - name: RUNTIME
      value: {{ .runtime }}
    - name: CONFIG_PATH
      value: /data/conf
    - name: CONFIG_FILE
      value: connectors-python-config.yaml
    - name: HOME
      value: /data/connectors
  command:
    - python3
    - /data/connectors-init/connector.py
{{- end -}}
`;

/** A small cluster in one pod, and what submits the job to it again whenever it ended. */
export const flinkConnector = `{{- range $name, $job := .Values.flink_jobs }}
{{- $context := dict "Values" $.Values "user" 9999 "runtime" "flink" }}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ $name }}
  labels:
    {{- include "connector.labels" $context | nindent 4 }}
spec:
  replicas: 1
  strategy:
    type: Recreate
  selector:
    matchLabels:
      app.kubernetes.io/name: flink
      app.kubernetes.io/component: {{ $name }}-jobmanager
  template:
    metadata:
      labels:
        app.kubernetes.io/name: flink
        app.kubernetes.io/component: {{ $name }}-jobmanager
        {{- include "connector.labels" $context | nindent 8 }}
    spec:
      {{- include "connector.pod" $context | nindent 6 }}
        - name: flink
          emptyDir: {}
        - name: log
          emptyDir:
            sizeLimit: 256Mi
      initContainers:
        {{- include "connector.before" $context | nindent 8 }}
        # What starts Flink writes into its settings.
        - name: flink
          {{- include "connector.container" $context | nindent 10 }}
            - name: flink
              mountPath: /flink
          command:
            - cp
            - -r
            - /opt/flink/conf/.
            - /flink
      containers:
        {{- range $part := list "jobmanager" "taskmanager" }}
        - name: {{ $part }}
          {{- include "connector.container" $context | nindent 10 }}
            - name: flink
              mountPath: /opt/flink/conf
            - name: log
              mountPath: /opt/flink/log
          args:
            - {{ $part }}
          env:
            - name: FLINK_PROPERTIES
              value: |
                jobmanager.rpc.address: localhost
                jobmanager.memory.process.size: 896m
                taskmanager.memory.process.size: 1280m
                taskmanager.numberOfTaskSlots: 2
                metrics.reporters: prom
                metrics.reporter.prom.factory.class: org.apache.flink.metrics.prometheus.PrometheusReporterFactory
                metrics.reporter.prom.port: {{ eq $part "taskmanager" | ternary 9249 9250 }}
          {{- if eq $part "taskmanager" }}
          ports:
            - name: metrics
              containerPort: 9249
          {{- end }}
          resources:
            requests:
              cpu: 100m
              memory: {{ eq $part "taskmanager" | ternary "1280Mi" "896Mi" }}
            limits:
              memory: {{ eq $part "taskmanager" | ternary "1280Mi" "896Mi" }}
        {{- end }}
        - name: submit
          {{- include "connector.container" $context | nindent 10 }}
            - name: flink
              mountPath: /opt/flink/conf
            - name: log
              mountPath: /opt/flink/log
          command:
            - /bin/bash
            - -c
            - |
              until /opt/flink/bin/flink list -m localhost:8081 > /dev/null 2>&1; do sleep 5; done
              exec /opt/flink/bin/flink run -m localhost:8081 "$@"
            - submit
            - /data/connectors/{{ $job.source }}/{{ $job.main_program }}
            - --config.file.path
            - /data/conf/connectors-scala-config.conf
            - --metadata.id
            - {{ $job.connector_id | quote }}
          resources:
            requests:
              cpu: 20m
              memory: 384Mi
            limits:
              memory: 768Mi
---
{{- end }}
`;
