{{- define "kafka-message-exporter.configMap" -}}
{{- $exporters := list -}}
{{- range .Values.exporters }}
{{- $exporters = append $exporters (merge (dict "enabled" true) .) }}
{{- end }}
{{- $data := dict "exporter.yaml" (toYaml $exporters) -}}
{{- include "platform.configMap" (dict "root" . "name" .Values.platform.app "data" $data) -}}
{{- end -}}
