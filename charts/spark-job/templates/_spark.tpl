{{/*
What the JVM needs beside its heap: a fifth, and no less than what Spark holds for the least that works. Together they
are the memory of the pod, which Spark adds up again.
*/}}
{{- define "spark-job.overhead" -}}
{{- max 384 (div (include "platform.mebibytes" . | int) 5) -}}
{{- end -}}

{{/*
CPU and memory of a driver or an executor, as the operator takes them. Takes {cpu, memory}.
*/}}
{{- define "spark-job.resources" -}}
{{- $all := include "platform.mebibytes" .memory | int -}}
{{- $overhead := include "spark-job.overhead" .memory | int -}}
{{- if lt (sub $all $overhead) 512 }}
{{- fail (printf "memory of %s leaves %dm for the heap beside %dm for the rest of the JVM: Spark starts with no less than 471m" .memory (sub $all $overhead) $overhead) }}
{{- end -}}
cores: {{ if hasSuffix "m" .cpu }}{{ max 1 (div (trimSuffix "m" .cpu | int) 1000) }}{{ else }}{{ .cpu }}{{ end }}
coreRequest: {{ .cpu | quote }}
memory: {{ sub $all $overhead }}m
memoryOverhead: {{ $overhead }}m
{{- end -}}

{{/*
Properties of Spark and, behind spark.hadoop, of its clients for object stores.
*/}}
{{- define "spark-job.conf" -}}
{{- $conf := dict
  "spark.kubernetes.driver.ownPersistentVolumeClaim" "false"
  "spark.kubernetes.driver.reusePersistentVolumeClaim" "false"
  "spark.kubernetes.executor.deleteOnTermination" "true"
-}}
{{- with .Values.classPath }}{{ $_ := set $conf "spark.driver.extraClassPath" . }}{{ end -}}
{{- with .Values.objectStore.aws -}}
{{- $conf = merge $conf (dict
  "spark.hadoop.fs.s3a.aws.credentials.provider" "com.amazonaws.auth.WebIdentityTokenCredentialsProvider"
  "spark.hadoop.fs.s3a.endpoint.region" .region
) -}}
{{- end -}}
{{- with .Values.objectStore.s3 -}}
{{- $conf = merge $conf (dict
  "spark.hadoop.fs.s3a.aws.credentials.provider" "com.amazonaws.auth.EnvironmentVariableCredentialsProvider"
  "spark.hadoop.fs.s3a.endpoint" .endpoint
  "spark.hadoop.fs.s3a.endpoint.region" .region
  "spark.hadoop.fs.s3a.path.style.access" "true"
  "spark.hadoop.fs.s3a.connection.ssl.enabled" (hasPrefix "https:" .endpoint | toString)
) -}}
{{- end -}}
{{- if hasKey .Values.objectStore "gcp" -}}
{{- $conf = merge $conf (dict
  "spark.hadoop.fs.gs.impl" "com.google.cloud.hadoop.fs.gcs.GoogleHadoopFileSystem"
  "spark.hadoop.fs.AbstractFileSystem.gs.impl" "com.google.cloud.hadoop.fs.gcs.GoogleHadoopFS"
) -}}
{{- end -}}
{{- with .Values.objectStore.azure -}}
{{- /* Hadoop fills in variables by itself. */ -}}
{{- $_ := set $conf (printf "spark.hadoop.fs.azure.account.key.%s.blob.core.windows.net" .account) "${env.AZURE_STORAGE_KEY}" -}}
{{- end -}}
{{- range $key, $value := mergeOverwrite $conf (.Values.sparkConf | default dict) }}
{{ $key }}: {{ $value | quote }}
{{- end }}
{{- end -}}
