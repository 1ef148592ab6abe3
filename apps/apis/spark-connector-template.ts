/** A run of Spark on a schedule, in a pod of its own. */
export const sparkConnector = `{{- $context := dict "Values" .Values "user" 1001 "runtime" "spark" }}
apiVersion: batch/v1
kind: CronJob
metadata:
  name: {{ .Release.Name }}
  labels:
    {{- include "connector.labels" $context | nindent 4 }}
spec:
  schedule: {{ .Values.cronSchedule | quote }}
  concurrencyPolicy: Forbid
  successfulJobsHistoryLimit: 1
  failedJobsHistoryLimit: 2
  jobTemplate:
    spec:
      backoffLimit: 2
      template:
        metadata:
          labels:
            {{- include "connector.labels" $context | nindent 12 }}
        spec:
          restartPolicy: Never
          {{- include "connector.pod" $context | nindent 10 }}
          initContainers:
            {{- include "connector.before" $context | nindent 12 }}
          containers:
            - name: spark
              {{- include "connector.container" $context | nindent 14 }}
              env:
                - name: HOME
                  value: /data/connectors
              command:
                - /opt/bitnami/spark/bin/spark-submit
                - --master=local[*]
                {{- if eq .Values.technology "scala" }}
                - --class={{ .Values.main_class }}
                {{- end }}
                - --jars=/data/connectors/{{ .Values.connector_source }}/libs/*
                - /data/connectors/{{ .Values.connector_source }}/{{ .Values.main_file }}
                - -f
                - /data/conf/connectors-{{ .Values.technology }}-config.{{ eq .Values.technology "scala" | ternary "conf" "yaml" }}
                - -c
                - {{ .Values.instance_id | quote }}
              resources:
                requests:
                  cpu: 100m
                  memory: 1Gi
                limits:
                  memory: 2Gi
`;
