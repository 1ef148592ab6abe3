{{/*
Labels of a resource that belongs to the cluster. Takes the chart's own context.
*/}}
{{- define "kafka.labels" -}}
{{ include "platform.labels" . }}
strimzi.io/cluster: {{ .Values.platform.app }}
{{- end -}}

{{/*
Who may reach a listener: what the generator computed, and the cluster itself. Never an empty list, which Strimzi
takes for everybody. Takes {root, port}.
*/}}
{{- define "kafka.peers" -}}
{{- $port := int .port -}}
- podSelector:
    matchLabels:
      {{- toYaml .root.Values.platform.network.pods | nindent 6 }}
{{- range $peer := .root.Values.platform.network.ingress }}
{{- range .ports }}
{{- if eq (int .) $port }}
{{ include "platform.peer" $peer }}
{{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{/*
Pod of a node or of the entity operator: what the Pod Security Standard "restricted" asks for, which is not Strimzi's
default. The group stays 0, because that is who owns the files of the image.
*/}}
{{- define "kafka.pod" -}}
{{- include "platform.imagePullSecrets" . }}
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: 1001
  fsGroup: 1001
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile:
    type: RuntimeDefault
{{- end -}}

{{- define "kafka.entityOperatorResources" -}}
resources:
  requests:
    cpu: 50m
    memory: 320Mi
  limits:
    memory: 384Mi
jvmOptions:
  -Xms: 128m
  -Xmx: 192m
{{- end -}}
