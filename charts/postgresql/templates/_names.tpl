{{/*
Name of a Kubernetes object for a name of SQL, where an underscore is as good as a letter.
*/}}
{{- define "postgresql.objectName" -}}
{{ . | replace "_" "-" }}
{{- end -}}

{{/*
Secret of the owner of a database. Takes {root, database}.
*/}}
{{- define "postgresql.secretOf" -}}
{{- $database := .database -}}
{{- $found := "" -}}
{{- range .root.Values.databases }}{{ if eq .name $database }}{{ $found = .secret }}{{ end }}{{ end -}}
{{- required (printf "initialDatabase: %s is not one of the databases" $database) $found -}}
{{- end -}}

{{/*
A volume of the instances. Takes {root, size}.
*/}}
{{- define "postgresql.volume" -}}
size: {{ .size }}
{{- with .root.Values.storage.class }}
storageClass: {{ . }}
{{- end }}
{{- end -}}

{{/*
The plugin that copies to and from the object store. Takes {root, archive}: the name under which it looks there.
*/}}
{{- define "postgresql.plugin" -}}
name: barman-cloud.cloudnative-pg.io
parameters:
  barmanObjectName: {{ .root.Values.backup.archive }}
  serverName: {{ .archive }}
{{- end -}}

{{/*
A login. Takes {root, role, comment}. A kind of its own and not a line of the Cluster: it has a status of its own, which
says whether this very role works.
*/}}
{{- define "postgresql.role" -}}
apiVersion: postgresql.cnpg.io/v1
kind: DatabaseRole
metadata:
  name: {{ include "postgresql.objectName" .role.name }}
  labels:
    {{- include "platform.labels" .root | nindent 4 }}
  annotations:
    {{- include "platform.keepsData" .root | nindent 4 }}
spec:
  cluster:
    name: {{ .root.Values.platform.app }}
  name: {{ .role.name }}
  comment: {{ .comment }}
  login: true
  connectionLimit: {{ .role.connections }}
  superuser: false
  createdb: false
  createrole: false
  replication: false
  bypassrls: false
  passwordSecret:
    name: {{ .role.secret }}
  databaseRoleReclaimPolicy: retain
{{- end -}}
