{{/*
What the job is told, as flat HOCON. What only this job knows goes over what all of them know.
*/}}
{{- define "flink-job.settings" -}}
{{- $brokers := printf "%s:%d" .Values.kafka.host (int .Values.kafka.port) -}}
{{- $all := dict
  "kafka.consumer.broker-servers" $brokers
  "kafka.producer.broker-servers" $brokers
  "kafka.producer.max-request-size" (.Values.kafka.maxRequestBytes | default 5242880)
  "kafka.producer.batch.size" 98304
  "kafka.producer.linger.ms" 10
  "kafka.producer.compression" "snappy"
  "kafka.groupId" .Values.kafka.group
  "kafka.output.system.event.topic" .Values.kafka.systemEventsTopic
  "kafka.output.failed.topic" .Values.kafka.failedTopic
  "job.enable.distributed.checkpointing" true
  "job.statebackend.base.url" (printf "%s/checkpoints" .Values.state.url)
  "task.checkpointing.interval" (mul .Values.state.checkpointSeconds 1000)
  "task.checkpointing.pause.between.seconds" (.Values.state.pauseSeconds | default 10)
  "task.restart-strategy.attempts" 10
  "task.restart-strategy.delay" 30000
  "task.consumer.parallelism" (include "flink-job.lanes" . | int)
  "task.downstream.operators.parallelism" (include "flink-job.lanes" . | int)
  "redis.connection.timeout" 2000
-}}
{{- with .Values.cache }}
{{- $all = merge $all (dict "redis.host" .host "redis.port" .port) }}
{{- end }}
{{- range $key, $value := mergeOverwrite $all (.Values.settings | default dict) }}
{{ $key }} = {{ $value | toJson }}
{{- end }}
{{- range $key, $_ := .Values.secretSettings }}
{{ $key }} = ${ {{- include "platform.settingVariable" $key -}} }
{{- end }}
{{- end -}}

{{/*
The registry of the datasets and the collector: programs in the job read them from a file of this very name, wherever
they run. Apart from the settings, because Flink stores those, resolved, with the graph of the job in the bucket.
*/}}
{{- define "flink-job.registry" -}}
{{- with .Values.database }}
postgres.host = {{ .host | toJson }}
postgres.port = {{ .port }}
postgres.database = {{ .name | toJson }}
postgres.user = {{ .user | toJson }}
postgres.password = ${POSTGRES_PASSWORD}
postgres.maxConnections = 2
{{- end }}
{{- with .Values.telemetry }}
otel.enable = true
otel.collector.endpoint = {{ printf "http://%s:%d" .host (int .port) | toJson }}
{{- else }}
otel.enable = false
{{- end }}
{{- end -}}

{{/*
How Hadoop reaches the object store, in its own format.
*/}}
{{- define "flink-job.hadoop" -}}
<?xml version="1.0"?>
<configuration>
{{- range $name, $value := .Values.hadoop.settings }}
  <property><name>{{ $name }}</name><value>{{ $value | html }}</value></property>
{{- end }}
</configuration>
{{- end -}}

{{- define "flink-job.configMap" -}}
{{- $data := dict
  "job.conf" (include "flink-job.settings" . | trim)
  "baseconfig.conf" (include "flink-job.registry" . | trim)
-}}
{{- if .Values.hadoop }}
{{- $_ := set $data "core-site.xml" (include "flink-job.hadoop" .) }}
{{- end }}
{{- include "platform.configMap" (dict "root" . "name" (printf "%s-settings" .Values.platform.app) "data" $data) -}}
{{- end -}}
