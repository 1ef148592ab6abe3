{{/*
The SQL of one database, as the data of a ConfigMap. Takes {root, database}.
*/}}
{{- define "postgresql-migration.files" -}}
{{- $files := dict -}}
{{- range $path, $_ := .root.Files.Glob (printf "migrations/%s/*.sql" .database.name) -}}
{{- $files = set $files (base $path) ($.root.Files.Get $path) -}}
{{- end -}}
{{- if not $files }}{{ fail (printf "there is no migrations/%s/*.sql" .database.name) }}{{ end -}}
{{- toYaml $files -}}
{{- end -}}

{{/*
Name of a run, which is new whenever anything changes that could change its result: a Job cannot be edited, and a
run that succeeded is not run again. Takes {root, database}.
*/}}
{{- define "postgresql-migration.name" -}}
{{- $pod := include "postgresql-migration.pod" (dict "root" .root "database" .database "name" "") -}}
{{- $content := printf "%s\n%s" (include "postgresql-migration.files" .) $pod -}}
{{- $database := .database.name | replace "_" "-" -}}
{{- printf "%s-%s-%s" .root.Values.platform.app $database ($content | sha256sum | trunc 10) -}}
{{- end -}}

{{/*
Pod of a run. Takes {root, database, name}: the name of the ConfigMap with the SQL.
*/}}
{{- define "postgresql-migration.pod" -}}
{{- $root := .root -}}
{{- $database := .database -}}
metadata:
  {{- include "platform.podMetadata" (dict "root" $root "config" (include "postgresql-migration.files" .)) | nindent 2 }}
spec:
  restartPolicy: Never
  serviceAccountName: {{ $root.Values.platform.app }}
  automountServiceAccountToken: false
  enableServiceLinks: false
  {{- include "platform.imagePullSecrets" $root | nindent 2 }}
  securityContext:
    {{- include "platform.podSecurityContext" (dict "user" 10001) | nindent 4 }}
  containers:
    - name: flyway
      image: {{ $root.Values.image }}
      imagePullPolicy: IfNotPresent
      args: [-skipCheckForUpdate, migrate]
      env:
        {{- include "postgresql-migration.env" $database | nindent 8 }}
      resources:
        {{- toYaml $root.Values.resources | nindent 8 }}
      securityContext:
        {{- include "platform.containerSecurityContext" $root | nindent 8 }}
      volumeMounts:
        - name: sql
          mountPath: /migrations
          readOnly: true
        - name: authority
          mountPath: /authority
          readOnly: true
        - name: tmp
          mountPath: /tmp
  volumes:
    - name: sql
      configMap:
        name: {{ .name | quote }}
    - name: authority
      secret:
        secretName: {{ $database.server.authority }}
        # The Secret holds the authority's key, too.
        items:
          - key: ca.crt
            path: ca.crt
    - name: tmp
      emptyDir:
        sizeLimit: 128Mi
{{- end -}}

{{- define "postgresql-migration.env" -}}
- name: FLYWAY_URL
  value: {{ printf "jdbc:postgresql://%s:%v/%s?sslmode=verify-full&sslrootcert=/authority/ca.crt" .server.host .server.port .name | quote }}
- name: FLYWAY_USER
  {{- include "platform.fromSecret" (dict "secret" .secret "key" "username") | nindent 2 }}
- name: FLYWAY_PASSWORD
  {{- include "platform.fromSecret" (dict "secret" .secret "key" "password") | nindent 2 }}
- name: FLYWAY_LOCATIONS
  value: filesystem:/migrations
- name: FLYWAY_CONNECT_RETRIES
  value: "5"
- name: REDGATE_DISABLE_TELEMETRY
  value: "true"
- name: HOME
  value: /tmp
- name: JAVA_ARGS
  value: -Duser.home=/tmp -XX:MaxRAMPercentage=60
{{- range $name, $placeholder := .placeholders }}
- name: FLYWAY_PLACEHOLDERS_{{ $name | upper }}
  {{- if $placeholder.secret }}
  {{- include "platform.fromSecret" $placeholder | nindent 2 }}
  {{- else }}
  value: {{ $placeholder.value | quote }}
  {{- end }}
{{- end }}
{{- end -}}
