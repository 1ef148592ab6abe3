{{/*
Lets requests in from outside to the app's public hosts: an Ingress or an HTTPRoute for each.
*/}}
{{- define "platform.routes" -}}
{{- range .Values.platform.routes }}
---
{{- if .ingress }}
{{ include "platform.ingress" (dict "root" $ "route" .) }}
{{- else }}
{{ include "platform.httpRoute" (dict "root" $ "route" .) }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "platform.ingress" -}}
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: {{ .route.name }}
  labels:
    {{- include "platform.labels" .root | nindent 4 }}
  {{- with .route.ingress.annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  ingressClassName: {{ .route.ingress.class }}
  {{- with .route.ingress.tls }}
  tls:
    - hosts:
        - {{ $.route.host }}
      secretName: {{ . }}
  {{- end }}
  rules:
    - host: {{ .route.host }}
      http:
        paths:
          {{- range .route.paths }}
          - path: {{ . }}
            pathType: Prefix
            backend:
              service:
                name: {{ $.route.service }}
                port:
                  number: {{ $.route.port }}
          {{- end }}
{{- end -}}

{{- define "platform.httpRoute" -}}
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: {{ .route.name }}
  labels:
    {{- include "platform.labels" .root | nindent 4 }}
spec:
  parentRefs:
    - name: {{ .route.gateway.name }}
      namespace: {{ .route.gateway.namespace }}
      {{- with .route.gateway.section }}
      sectionName: {{ . }}
      {{- end }}
  hostnames:
    - {{ .route.host }}
  rules:
    - matches:
        {{- range .route.paths }}
        - path:
            type: PathPrefix
            value: {{ . }}
        {{- end }}
      {{- with .route.gateway.filter }}
      filters:
        - type: ExtensionRef
          extensionRef:
            {{- toYaml . | nindent 12 }}
      {{- end }}
      backendRefs:
        - name: {{ .route.service }}
          port: {{ .route.port }}
{{- end -}}
