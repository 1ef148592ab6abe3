{{/*
A Deployment of one container. Takes
  root       the chart's own context
  user       numeric user of the image
  config     the rendered configuration, for the checksum
  container  the container as a map, without what is the same for all: name, image, resources, security context
  volumes    further volumes, as a list; the container mounts them itself
Of the chart's values it reads image, replicas and resources.
*/}}
{{- define "platform.deployment" -}}
{{- $root := .root -}}
{{- $app := $root.Values.platform.app -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ $app }}
  labels:
    {{- include "platform.labels" $root | nindent 4 }}
spec:
  replicas: {{ $root.Values.replicas }}
  revisionHistoryLimit: 3
  selector:
    matchLabels:
      {{- include "platform.selector" $root | nindent 6 }}
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxUnavailable: 0
      maxSurge: 1
  template:
    metadata:
      {{- include "platform.podMetadata" (dict "root" $root "config" .config) | nindent 6 }}
    spec:
      serviceAccountName: {{ $app }}
      automountServiceAccountToken: false
      enableServiceLinks: false
      {{- include "platform.imagePullSecrets" $root | nindent 6 }}
      securityContext:
        {{- include "platform.podSecurityContext" (dict "user" .user) | nindent 8 }}
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels:
              {{- include "platform.selector" $root | nindent 14 }}
      containers:
        - name: {{ $app }}
          image: {{ include "platform.image" $root.Values.image }}
          imagePullPolicy: IfNotPresent
          {{- toYaml (omit .container "volumeMounts") | nindent 10 }}
          resources:
            {{- toYaml $root.Values.resources | nindent 12 }}
          securityContext:
            {{- include "platform.containerSecurityContext" $root | nindent 12 }}
          volumeMounts:
            {{- with .container.volumeMounts }}
            {{- toYaml . | nindent 12 }}
            {{- end }}
            - name: tmp
              mountPath: /tmp
      volumes:
        {{- with .volumes }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
        - name: tmp
          emptyDir:
            sizeLimit: 256Mi
{{- end -}}

{{/*
The Service of a Deployment. Takes {root, ports}: a map of port names to numbers.
*/}}
{{- define "platform.service" -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ .root.Values.platform.app }}
  labels:
    {{- include "platform.labels" .root | nindent 4 }}
spec:
  type: ClusterIP
  selector:
    {{- include "platform.selector" .root | nindent 4 }}
  ports:
    {{- range $name, $port := .ports }}
    - name: {{ $name }}
      port: {{ $port }}
      targetPort: {{ $name }}
      protocol: TCP
    {{- end }}
{{- end -}}

{{/*
A ConfigMap of the app. Takes {root, name, data}: data as a map of keys to text.
*/}}
{{- define "platform.configMap" -}}
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .name }}
  labels:
    {{- include "platform.labels" .root | nindent 4 }}
{{- $data := dict }}
{{- range $key, $text := .data }}
{{- $_ := set $data $key (toString $text) }}
{{- end }}
data:
  {{- toYaml $data | nindent 2 }}
{{- end -}}
