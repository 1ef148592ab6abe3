{{/*
Who may talk to the app's pods and whom they may talk to: what the generator computed from the graph, the pods among
themselves, and name resolution. Nothing else.
*/}}
{{- define "platform.networkPolicy" -}}
{{- $network := .Values.platform.network -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ .Values.platform.app }}
  labels:
    {{- include "platform.labels" . | nindent 4 }}
spec:
  podSelector:
    matchLabels:
      {{- toYaml $network.pods | nindent 6 }}
  policyTypes:
    - Ingress
    - Egress
  ingress:
    - from:
        - podSelector:
            matchLabels:
              {{- toYaml $network.pods | nindent 14 }}
    {{- range $network.ingress }}
    - from:
        {{- include "platform.peer" . | nindent 8 }}
      ports:
        {{- include "platform.ports" .ports | nindent 8 }}
    {{- end }}
    {{- with $network.open }}
    - ports:
        {{- include "platform.ports" . | nindent 8 }}
    {{- end }}
  egress:
    - to:
        - podSelector:
            matchLabels:
              {{- toYaml $network.pods | nindent 14 }}
    # Name resolution, wherever the cluster has it: a node-local cache has no pod to select.
    - ports:
        - protocol: UDP
          port: 53
        - protocol: TCP
          port: 53
    {{- range $network.egress }}
    - to:
        {{- include "platform.peer" . | nindent 8 }}
      ports:
        {{- include "platform.ports" .ports | nindent 8 }}
    {{- end }}
    {{- if $network.kubernetesApi }}
    # The API server has no pod and no fixed address that a policy could name.
    - ports:
        {{- include "platform.ports" (list 443 6443) | nindent 8 }}
    {{- end }}
    {{- range $network.outside }}
    - to:
        {{- range .cidrs }}
        - ipBlock:
            cidr: {{ . | quote }}
        {{- end }}
      ports:
        {{- include "platform.ports" .ports | nindent 8 }}
    {{- end }}
    {{- if hasKey (.Values.platform.serviceAccountAnnotations | default dict) "iam.gke.io/gcp-service-account" }}
    # The metadata server of GKE, which hands out tokens of the app's identity.
    - to:
        - ipBlock:
            cidr: 169.254.169.252/32
        - ipBlock:
            cidr: 169.254.169.254/32
      ports:
        {{- include "platform.ports" (list 80 988) | nindent 8 }}
    {{- end }}
{{- end -}}

{{- define "platform.peer" -}}
- namespaceSelector:
    matchLabels:
      kubernetes.io/metadata.name: {{ .namespace }}
  podSelector:
    matchLabels:
      {{- toYaml .pods | nindent 6 }}
{{- end -}}

{{- define "platform.ports" -}}
{{- $ports := list -}}
{{- range . }}{{ $ports = append $ports (dict "protocol" "TCP" "port" .) }}{{ end -}}
{{- toYaml $ports -}}
{{- end -}}
