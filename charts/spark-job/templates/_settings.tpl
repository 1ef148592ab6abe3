{{/*
What the driver reads, as flat HOCON. Secrets are variables, which the job's own library fills in.
*/}}
{{- define "spark-job.hocon" -}}
{{- range $key, $value := .settings }}
{{ $key }} = {{ $value | toJson }}
{{- end }}
{{- range $key, $_ := .secretSettings }}
{{ $key }} = ${ {{- include "platform.settingVariable" $key -}} }
{{- end }}
{{- end -}}

{{- define "spark-job.configMap" -}}
{{- $data := dict -}}
{{- range $path, $file := .Values.files -}}
{{- $name := base $path -}}
{{- if hasKey $data $name }}{{ fail (printf "two files are called %s: one ConfigMap holds both" $name) }}{{ end -}}
{{- $_ := set $data $name (include "spark-job.hocon" $file | trim) -}}
{{- end -}}
{{- include "platform.configMap" (dict "root" . "name" (printf "%s-settings" .Values.platform.app) "data" $data) -}}
{{- end -}}
