{{/*
A file of properties from a map: one line for each, in the order of the alphabet.
*/}}
{{- define "druid.properties" -}}
{{- range $key, $value := . }}
{{ $key }}={{ $value }}
{{- end }}
{{- end -}}

{{/*
A secret in a property: Druid reads it from a variable of the pod. Takes the name of the variable.
*/}}
{{- define "druid.fromVariable" -}}
{{- dict "type" "environment" "variable" . | toJson -}}
{{- end -}}

{{/*
What all processes are told.
*/}}
{{- define "druid.commonProperties" -}}
{{- $storage := .Values.deepStorage -}}
{{- $extensions := list "druid-kubernetes-extensions" "druid-basic-security" "postgresql-metadata-storage" "druid-kafka-indexing-service" "druid-datasketches" "prometheus-emitter" -}}
{{- $own := dict -}}
{{- if or $storage.aws $storage.s3 -}}
{{- $extensions = append $extensions "druid-s3-extensions" -}}
{{- $own = include "druid.s3" . | fromYaml -}}
{{- else if $storage.azure -}}
{{- $extensions = append $extensions "druid-azure-extensions" -}}
{{- $own = include "druid.azure" . | fromYaml -}}
{{- else -}}
{{- $extensions = append $extensions "druid-google-extensions" -}}
{{- $own = include "druid.google" . | fromYaml -}}
{{- end -}}
{{- $all := merge $own (include "druid.everywhere" . | fromYaml) (dict "druid.extensions.loadList" (toJson $extensions)) -}}
{{- include "druid.properties" $all | trim -}}
{{- end -}}

{{- define "druid.everywhere" -}}
{{- $database := .Values.database -}}
# Who is there and who leads is asked of the Kubernetes API instead of ZooKeeper; everything else goes by HTTP.
druid.zk.service.enabled: "false"
druid.discovery.type: k8s
druid.discovery.k8s.clusterIdentifier: {{ .Values.cluster }}
druid.serverview.type: http
druid.indexer.runner.type: httpRemote
druid.metadata.storage.type: postgresql
# Encrypted; whose certificate it is, is not verified.
druid.metadata.storage.connector.connectURI: jdbc:postgresql://{{ $database.host }}:{{ $database.port }}/{{ $database.name }}?sslmode=require
druid.metadata.storage.connector.user: {{ $database.user }}
druid.metadata.storage.connector.password: {{ include "druid.fromVariable" "DRUID_DATABASE_PASSWORD" | quote }}
# Accounts and rights are in the database, so that the API changes them without a restart.
druid.auth.authenticatorChain: '["basic"]'
druid.auth.authenticator.basic.type: basic
druid.auth.authenticator.basic.initialAdminPassword: {{ include "druid.fromVariable" "DRUID_ADMIN_PASSWORD" | quote }}
druid.auth.authenticator.basic.initialInternalClientPassword: {{ include "druid.fromVariable" "DRUID_INTERNAL_PASSWORD" | quote }}
druid.auth.authenticator.basic.authorizerName: basic
druid.auth.authorizers: '["basic"]'
druid.auth.authorizer.basic.type: basic
druid.escalator.type: basic
druid.escalator.internalClientUsername: druid_system
druid.escalator.internalClientPassword: {{ include "druid.fromVariable" "DRUID_INTERNAL_PASSWORD" | quote }}
druid.escalator.authorizerName: basic
druid.emitter: prometheus
druid.emitter.prometheus.strategy: exporter
druid.emitter.prometheus.port: "9090"
druid.emitter.prometheus.addServiceAsLabel: "true"
{{- end -}}

{{- define "druid.s3" -}}
druid.storage.type: s3
druid.storage.bucket: {{ .Values.deepStorage.bucket }}
druid.storage.baseKey: druid/segments
# The owner of the bucket owns what is in it; buckets that were made since 2023 know no other way.
druid.storage.disableAcl: "true"
druid.indexer.logs.type: s3
druid.indexer.logs.s3Bucket: {{ .Values.deepStorage.bucket }}
druid.indexer.logs.s3Prefix: druid/task-logs
druid.indexer.logs.disableAcl: "true"
{{- with .Values.deepStorage.s3 }}
druid.s3.endpoint.url: {{ .endpoint }}
druid.s3.endpoint.signingRegion: {{ .region }}
druid.s3.protocol: {{ regexFind "^https?" .endpoint }}
druid.s3.enablePathStyleAccess: "true"
druid.s3.accessKey: {{ include "druid.fromVariable" "DRUID_S3_ACCESS_KEY" | quote }}
druid.s3.secretKey: {{ include "druid.fromVariable" "DRUID_S3_SECRET_KEY" | quote }}
{{- end }}
{{- end -}}

{{- define "druid.azure" -}}
druid.storage.type: azure
druid.azure.account: {{ .Values.deepStorage.azure.account }}
druid.azure.container: {{ .Values.deepStorage.bucket }}
druid.azure.prefix: druid/segments
druid.azure.useAzureCredentialsChain: "true"
druid.indexer.logs.type: azure
druid.indexer.logs.container: {{ .Values.deepStorage.bucket }}
druid.indexer.logs.prefix: druid/task-logs
{{- end -}}

{{- define "druid.google" -}}
druid.storage.type: google
druid.google.bucket: {{ .Values.deepStorage.bucket }}
druid.google.prefix: druid/segments
druid.indexer.logs.type: google
druid.indexer.logs.bucket: {{ .Values.deepStorage.bucket }}
druid.indexer.logs.prefix: druid/task-logs
{{- end -}}
