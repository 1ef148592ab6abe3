{{/*
Labels by which the pods of an app are chosen. They never change, because a selector cannot.
*/}}
{{- define "platform.selector" -}}
app.kubernetes.io/name: {{ .Values.platform.app }}
app.kubernetes.io/instance: {{ .Values.platform.app }}
{{- end -}}

{{/*
Labels of every object. No version of a chart is among them: a new one would restart pods that did not change.
*/}}
{{- define "platform.labels" -}}
{{ include "platform.selector" . }}
app.kubernetes.io/part-of: {{ .Values.platform.partOf }}
{{- end -}}

{{/*
Annotations of an object that holds data: leaving git must not delete it, nor hold up the app that it left.
*/}}
{{- define "platform.keepsData" -}}
argocd.argoproj.io/sync-options: Prune=false
argocd.argoproj.io/compare-options: IgnoreExtraneous
{{- end -}}
