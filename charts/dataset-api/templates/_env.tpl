{{/*
What the API reads from its environment, under the names that it knows. Plain values stand in the Deployment itself,
so that a change of one restarts the pods; what is secret comes from Secrets and is nowhere else. A peer that the
environment does not have is left out, and the API finds nobody where it looks by default.
*/}}
{{- define "dataset-api.env" -}}
- { name: HOME, value: /tmp }
- { name: npm_config_cache, value: /tmp/.npm }
- { name: npm_config_update_notifier, value: "false" }
- { name: api_port, value: "3000" }
- { name: system_env, value: {{ .Values.environment | quote }} }
- { name: obsrv_version, value: {{ .Values.image.tag | quote }} }
- { name: client_id, value: obsrv-apis }
- { name: is_rbac_enabled, value: "true" }
{{- include "dataset-api.env.database" . }}
{{- include "dataset-api.env.kafka" . }}
{{- include "dataset-api.env.storage" . }}
{{- include "dataset-api.env.querying" . }}
{{- include "dataset-api.env.peers" . }}
{{- end -}}

{{- define "dataset-api.env.database" }}
{{- with .Values.database }}
- { name: postgres_host, value: {{ .host | quote }} }
- { name: postgres_port, value: {{ .port | quote }} }
- { name: postgres_database, value: {{ .name | quote }} }
- { name: postgres_username, value: {{ .user | quote }} }
{{- include "dataset-api.secret" (dict "name" "postgres_password" "from" (dict "secret" .secret "key" "password")) }}
{{- end }}
{{- include "dataset-api.secret" (dict "name" "encryption_key" "from" .Values.encryptionKey) }}
{{- end }}

{{- define "dataset-api.env.kafka" }}
{{- with .Values.kafka }}
- { name: kafka_host, value: {{ .host | quote }} }
- { name: kafka_port, value: {{ .port | quote }} }
- { name: kafka_connection_timeout, value: "5000" }
- { name: kafka_initial_retry_time, value: "3000" }
- { name: kafka_retries, value: "5" }
- { name: telemetry_kafka_compression, value: snappy }
- { name: telemetry_dataset, value: {{ .telemetryTopic | quote }} }
- { name: telemetry_log, value: {{ dict "enable" true "response_data" false | toJson | quote }} }
{{- end }}
{{- end }}

{{- define "dataset-api.env.querying" }}
- { name: storage_types, value: {{ dict "lake_house" (.Values.lakehouse | default false) "realtime_store" (hasKey .Values "druid") | toJson | quote }} }
- { name: exclude_datasource_validation, value: "system-stats,failed-events-summary,masterdata-system-stats,system-events" }
- { name: exhaust_query_range, value: "31" }
- { name: max_date_range, value: "30" }
- { name: max_query_limit, value: "5000" }
- { name: max_query_threshold, value: "5000" }
- { name: data_out_query_time_period, value: 1d }
- { name: default_query_time_period, value: "7" }
- { name: default_freshness_threshold, value: "5" }
- { name: default_task_duration, value: PT4H }
{{- end }}

{{/*
One variable from a Secret. Takes {name, from: {secret, key}}.
*/}}
{{- define "dataset-api.secret" }}
- name: {{ .name }}
  valueFrom:
    secretKeyRef:
      name: {{ .from.secret }}
      key: {{ .from.key }}
{{- end }}
