{{/*
An address of the pods. Takes {root, name, headless}: a headless one names each pod, also one that is not ready yet.
*/}}
{{- define "service.service" -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ .name }}
  labels:
    {{- if .headless }}
    # Not those that monitors select: each pod would be scraped twice.
    app.kubernetes.io/name: {{ .name }}
    app.kubernetes.io/part-of: {{ .root.Values.platform.partOf }}
    {{- else }}
    {{- include "platform.labels" .root | nindent 4 }}
    {{- end }}
spec:
  {{- if .headless }}
  clusterIP: None
  publishNotReadyAddresses: true
  {{- else }}
  type: ClusterIP
  {{- end }}
  selector:
    {{- include "platform.selector" .root | nindent 4 }}
  ports:
    {{- range $name, $port := .root.Values.ports }}
    - name: {{ $name }}
      port: {{ $port }}
      targetPort: {{ $name }}
      protocol: TCP
    {{- end }}
{{- end -}}

{{/*
What the program may do with the Kubernetes API: in its own namespace, in one that a right names, or everywhere.
*/}}
{{- define "service.rights" -}}
{{- $byNamespace := dict -}}
{{- range .Values.rights -}}
{{- $namespace := .namespace | default $.Release.Namespace -}}
{{- $_ := set $byNamespace $namespace (append (get $byNamespace $namespace | default list) (omit . "namespace")) -}}
{{- end -}}
{{- range $namespace, $rules := $byNamespace }}
{{- $kind := ternary "ClusterRole" "Role" (eq $namespace "*") }}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: {{ $kind }}
metadata:
  name: {{ $.Values.platform.app }}
  {{- include "service.elsewhere" (dict "root" $ "namespace" $namespace) }}
  labels:
    {{- include "platform.labels" $ | nindent 4 }}
rules:
  {{- toYaml $rules | nindent 2 }}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: {{ $kind }}Binding
metadata:
  name: {{ $.Values.platform.app }}
  {{- include "service.elsewhere" (dict "root" $ "namespace" $namespace) }}
  labels:
    {{- include "platform.labels" $ | nindent 4 }}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: {{ $kind }}
  name: {{ $.Values.platform.app }}
subjects:
  - kind: ServiceAccount
    name: {{ $.Values.platform.app }}
    namespace: {{ $.Release.Namespace }}
{{- end }}
{{- end -}}

{{- define "service.elsewhere" -}}
{{- if not (has .namespace (list .root.Release.Namespace "*")) }}
  namespace: {{ .namespace }}
{{- end }}
{{- end -}}
