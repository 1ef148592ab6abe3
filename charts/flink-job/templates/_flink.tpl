{{/*
Configuration of Flink itself. All state is in the bucket: a JobManager that starts anew, on whatever node, takes over
from the last checkpoint. Values are text, as Flink's own file has them.
*/}}
{{- define "flink-job.flinkConfiguration" -}}
taskmanager.numberOfTaskSlots: {{ .Values.taskManager.slots | quote }}
taskmanager.memory.managed.fraction: {{ .Values.taskManager.managedFraction | default 0 | quote }}
# A JVM that compiles needs more than one that runs.
kubernetes.jobmanager.cpu.limit-factor: "2.0"
kubernetes.taskmanager.cpu.limit-factor: "2.0"
high-availability.type: kubernetes
high-availability.storageDir: {{ .Values.state.url }}/high-availability
state.checkpoints.dir: {{ .Values.state.url }}/checkpoints
state.checkpoints.num-retained: "3"
state.savepoints.dir: {{ .Values.state.url }}/savepoints
# The job gives up after its restarts, and counts them over its whole life; the operator then starts it anew from its state.
kubernetes.operator.job.restart.failed: "true"
web.submit.enable: "false"
metrics.reporter.prom.factory.class: org.apache.flink.metrics.prometheus.PrometheusReporterFactory
metrics.reporter.prom.port: {{ include "flink-job.metricsPort" . | quote }}
{{- with .Values.objectStore.s3 }}
s3.endpoint: {{ .endpoint }}
s3.path.style.access: "true"
{{- end }}
{{- with .Values.objectStore.azure }}
fs.azure.account.keyprovider.{{ .account }}.blob.core.windows.net: org.apache.flink.fs.azurefs.EnvironmentVariableKeyProvider
{{- end }}
{{- range $key, $value := .Values.flink }}
{{ $key }}: {{ $value | quote }}
{{- end }}
{{- end -}}

{{- define "flink-job.metricsPort" -}}
9249
{{- end -}}

{{/*
Lanes of the job: its operators share them.
*/}}
{{- define "flink-job.lanes" -}}
{{ mul .Values.taskManager.replicas .Values.taskManager.slots }}
{{- end -}}

{{/*
Cores as the operator counts them, from a quantity of Kubernetes.
*/}}
{{- define "flink-job.cores" -}}
{{- if hasSuffix "m" . }}{{ divf (trimSuffix "m" . | int) 1000 }}{{ else }}{{ . }}{{ end }}
{{- end -}}

{{/*
Logs go to standard output and nowhere else: no file fills the disk of a node.
*/}}
{{- define "flink-job.log4j" -}}
rootLogger.level = INFO
rootLogger.appenderRef.console.ref = console
appender.console.name = console
appender.console.type = Console
appender.console.target = SYSTEM_OUT
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5p [%t] %c{2} %m%n%throwable
# The configuration of every client, printed whenever one starts.
logger.kafka.name = org.apache.kafka
logger.kafka.level = WARN
{{- end -}}
