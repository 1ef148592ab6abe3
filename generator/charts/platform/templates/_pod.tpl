{{/*
Security context of a pod. Takes {user}: the user and group that its image is made for.
*/}}
{{- define "platform.podSecurityContext" -}}
runAsNonRoot: true
runAsUser: {{ .user }}
runAsGroup: {{ .user }}
fsGroup: {{ .user }}
fsGroupChangePolicy: OnRootMismatch
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{/*
Security context of every container: nothing but its own process.
*/}}
{{- define "platform.containerSecurityContext" -}}
allowPrivilegeEscalation: false
privileged: false
readOnlyRootFilesystem: true
capabilities:
  drop:
    - ALL
{{- end -}}

{{/*
What a pod needs to be known and let in: labels, and the checksum of its configuration. Takes {root, config};
the checksum is of what was rendered, so it changes exactly when the configuration does.
*/}}
{{- define "platform.podMetadata" -}}
labels:
  {{- include "platform.labels" .root | nindent 2 }}
  {{- with .root.Values.platform.podLabels }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- with .config }}
annotations:
  checksum/config: {{ . | sha256sum }}
{{- end }}
{{- end -}}

{{- define "platform.imagePullSecrets" -}}
{{- with .Values.platform.imagePullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end -}}

{{/*
Where a variable of a container has its value from: a key of a Secret. Takes {secret, key}.
*/}}
{{- define "platform.fromSecret" -}}
valueFrom:
  secretKeyRef:
    name: {{ .secret }}
    key: {{ .key }}
{{- end -}}

{{/*
Name of the environment variable that carries a secret setting: of `a.b-c`, SETTING_A_B_C.
*/}}
{{- define "platform.settingVariable" -}}
SETTING_{{ . | replace "." "_" | replace "-" "_" | upper }}
{{- end -}}

{{/*
Mebibytes of a quantity in Gi or Mi.
*/}}
{{- define "platform.mebibytes" -}}
{{- if hasSuffix "Gi" . }}{{ mul (trimSuffix "Gi" . | int) 1024 }}{{ else }}{{ trimSuffix "Mi" . | int }}{{ end -}}
{{- end -}}
