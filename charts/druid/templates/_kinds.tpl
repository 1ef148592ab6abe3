{{/*
The kinds of processes, by the key of their values: what Druid calls the type, its port, its folder of settings in the
image, the path that says whether it is ready, how long it may take to start, and what only it is told. One of a
StatefulSet keeps its volume; of another, `volume` is the size of one that goes with the pod.
*/}}
{{- define "druid.kinds" -}}
coordinators:
  type: coordinator
  workload: Deployment
  port: 8081
  folder: master/coordinator-overlord
  ready: /status/health
  startSeconds: 300
  properties:
    {{- include "druid.coordinatorProperties" . | nindent 4 }}
brokers:
  type: broker
  workload: Deployment
  port: 8082
  folder: query/broker
  ready: /druid/broker/v1/readiness
  startSeconds: 600
  properties:
    {{- include "druid.brokerProperties" . | nindent 4 }}
routers:
  type: router
  workload: Deployment
  port: 8888
  folder: query/router
  ready: /status/health
  startSeconds: 300
  properties:
    {{- include "druid.routerProperties" . | nindent 4 }}
historicals:
  type: historical
  workload: StatefulSet
  port: 8083
  folder: data/historical
  ready: /druid/historical/v1/readiness
  startSeconds: 1800
  properties:
    {{- include "druid.historicalProperties" . | nindent 4 }}
indexers:
  type: indexer
  workload: Deployment
  port: 8091
  folder: data/indexer
  ready: /status/health
  startSeconds: 300
  volume: {{ .Values.indexers.disk }}
  properties:
    {{- include "druid.indexerProperties" . | nindent 4 }}
{{- end -}}

{{/*
What only one kind of process is told, as a map. Each takes the chart's own context.
*/}}
{{- define "druid.coordinatorProperties" -}}
druid.coordinator.asOverlord.enabled: "true"
druid.coordinator.asOverlord.overlordService: druid/overlord
# Five minutes by default, in which a new cluster would do nothing.
druid.coordinator.startDelay: PT30S
druid.coordinator.period: PT30S
druid.indexer.queue.startDelay: PT5S
# Tasks are remembered where the segments are; by default a new leader would have forgotten them.
druid.indexer.storage.type: metadata
druid.server.http.numThreads: "60"
druid.monitoring.monitors: {{ include "druid.monitors" (list "org.apache.druid.server.metrics.TaskCountStatsMonitor" "org.apache.druid.server.metrics.TaskSlotCountStatsMonitor") | quote }}
{{- end -}}

{{- define "druid.brokerProperties" -}}
{{ include "druid.processing" .Values.brokers }}
# To each server that holds data, from each broker: those have more threads than all brokers together can occupy.
druid.broker.http.numConnections: "20"
druid.server.http.numThreads: "60"
druid.monitoring.monitors: {{ include "druid.monitors" (list "org.apache.druid.server.metrics.QueryCountStatsMonitor") | quote }}
{{- end -}}

{{- define "druid.routerProperties" -}}
# The console and the APIs of Coordinator and Overlord are behind the same address as queries.
druid.router.managementProxy.enabled: "true"
druid.router.http.numConnections: "50"
druid.router.http.readTimeout: PT5M
druid.router.http.numMaxThreads: "100"
druid.server.http.numThreads: "60"
druid.monitoring.monitors: {{ include "druid.monitors" list | quote }}
{{- end -}}

{{- define "druid.historicalProperties" -}}
{{- $historicals := .Values.historicals -}}
{{- $gibibytes := trimSuffix "Gi" $historicals.disk | int64 -}}
{{ include "druid.processing" $historicals }}
# Nine tenths: the rest is for the file system and for segments that are being unpacked.
druid.segmentCache.locations: {{ list (dict "path" "/druid/data/segments" "maxSize" (div (mul $gibibytes 1073741824 9) 10)) | toJson | quote }}
druid.historical.cache.useCache: "true"
druid.historical.cache.populateCache: "true"
druid.cache.type: caffeine
druid.cache.sizeInBytes: {{ mul $historicals.cache 1048576 | quote }}
druid.server.http.numThreads: "80"
druid.monitoring.monitors: {{ include "druid.monitors" (list "org.apache.druid.server.metrics.HistoricalMetricsMonitor" "org.apache.druid.server.metrics.QueryCountStatsMonitor" "org.apache.druid.client.cache.CacheMonitor") | quote }}
{{- end -}}

{{- define "druid.indexerProperties" -}}
{{- $indexers := .Values.indexers -}}
{{ include "druid.processing" $indexers }}
druid.worker.capacity: {{ $indexers.tasks | quote }}
druid.worker.baseTaskDirs: '["/druid/data/task"]'
# Of the heap, for all tasks together; what is more is written to the volume.
druid.worker.globalIngestionHeapLimitBytes: {{ div (mul $indexers.heap 1048576) 4 | quote }}
druid.server.http.numThreads: "80"
druid.monitoring.monitors: {{ include "druid.monitors" (list "org.apache.druid.server.metrics.QueryCountStatsMonitor") | quote }}
{{- end -}}

{{/*
Where queries work: buffers off the heap. Takes the kind's values.
*/}}
{{- define "druid.processing" -}}
druid.processing.buffer.sizeBytes: {{ printf "%dMiB" (int .buffer) }}
druid.processing.numThreads: {{ .threads | quote }}
druid.processing.numMergeBuffers: {{ .merges | quote }}
{{- end -}}

{{- define "druid.monitors" -}}
{{- prepend . "org.apache.druid.java.util.metrics.JvmMonitor" | toJson -}}
{{- end -}}
