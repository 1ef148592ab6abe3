{{- define "dataset-api.env.peers" }}
{{- include "dataset-api.url" (dict "name" "pipeline_merged_job_manager_url" "to" .Values.pipeline) }}
{{- include "dataset-api.url" (dict "name" "masterdata_processor_job_manager_url" "to" .Values.cacheIndexer) }}
{{- include "dataset-api.url" (dict "name" "prometheus_url" "to" .Values.prometheus) }}
{{- include "dataset-api.url" (dict "name" "grafana_url" "to" .Values.grafana) }}
{{- include "dataset-api.url" (dict "name" "GRAFANA_ADMIN_URL" "to" .Values.grafana) }}
{{- with .Values.grafana }}
{{- include "dataset-api.secret" (dict "name" "grafana_token" "from" .token) }}
{{- end }}
{{- with .Values.druid }}
- { name: druid_host, value: {{ printf "http://%s" .host | quote }} }
- { name: druid_port, value: {{ .port | quote }} }
- { name: druid_username, value: {{ .user | quote }} }
{{- include "dataset-api.secret" (dict "name" "druid_password" "from" .password) }}
{{- end }}
{{- with .Values.commandApi }}
- { name: command_service_host, value: {{ printf "http://%s" .host | quote }} }
- { name: command_service_port, value: {{ .port | quote }} }
{{- end }}
{{- with .Values.caches }}
- { name: dedup_redis_host, value: {{ .dedup.host | quote }} }
- { name: dedup_redis_port, value: {{ .dedup.port | quote }} }
- { name: denorm_redis_host, value: {{ .denorm.host | quote }} }
- { name: denorm_redis_port, value: {{ .denorm.port | quote }} }
{{- end }}
{{- with .Values.tokens }}
{{- include "dataset-api.secret" (dict "name" "user_token_public_key" "from" .publicKey) }}
- { name: keycloak_audience, value: {{ .audience | default "" | quote }} }
{{- end }}
- { name: otel_enable, value: {{ hasKey .Values "telemetry" | quote }} }
{{- include "dataset-api.url" (dict "name" "otel_collector_endpoint" "to" .Values.telemetry) }}
{{- end }}

{{/*
The address of a peer, if there is one. Takes {name, to: {host, port}}.
*/}}
{{- define "dataset-api.url" }}
{{- $name := .name }}
{{- with .to }}
- { name: {{ $name }}, value: {{ printf "http://%s:%d" .host (int .port) | quote }} }
{{- end }}
{{- end }}
