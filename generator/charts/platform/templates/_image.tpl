{{/*
Reference of an image given as {repository, tag, digest}: the tag for people, the digest for the machine.
*/}}
{{- define "platform.image" -}}
{{ .repository }}:{{ .tag }}{{ with .digest }}@{{ . }}{{ end }}
{{- end -}}
