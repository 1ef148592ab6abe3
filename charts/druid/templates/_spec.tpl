{{/*
What the operator is asked for. Takes {root, mark}.
*/}}
{{- define "druid.spec" -}}
{{- with .root -}}
image: {{ .Values.image }}
{{- with include "platform.imagePullSecrets" . | trim }}
{{ . }}
{{- end }}
startScript: /druid.sh
serviceAccount: {{ .Values.platform.app }}
# One kind after the other, each only when the one before it is ready.
rollingDeploy: true
# Volumes stay when pods or the whole cluster go.
disablePVCDeletionFinalizer: true
deleteOrphanPvc: false
podLabels:
  {{- include "platform.labels" . | nindent 2 }}
  {{- with .Values.platform.podLabels }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
securityContext:
  {{- include "platform.podSecurityContext" (dict "user" 1000) | nindent 2 }}
containerSecurityContext:
  {{- include "platform.containerSecurityContext" . | nindent 2 }}
# Here and not with the historicals, who are the only StatefulSet: there the operator refuses the cluster's default
# class.
volumeClaimTemplates:
  - metadata:
      name: data
    {{- include "druid.claim" (dict "root" . "size" .Values.historicals.disk) | nindent 4 }}
volumes:
  # Where the image puts the settings together before it starts.
  - name: tmp
    emptyDir:
      sizeLimit: 64Mi
volumeMounts:
  - name: tmp
    mountPath: /tmp
  - name: data
    mountPath: /druid/data
env:
  {{- include "druid.env" .Values | nindent 2 }}
commonConfigMountPath: /opt/druid/conf/druid/cluster/_common
common.runtime.properties: |
  {{- include "druid.commonProperties" . | nindent 2 }}
jvm.options: |
  -server
  -XX:+UseG1GC
  -XX:+ExitOnOutOfMemoryError
  -Duser.timezone=UTC
  -Dfile.encoding=UTF-8
  -Djava.io.tmpdir=/druid/data/tmp
  -Djava.util.logging.manager=org.apache.logging.log4j.jul.LogManager
  --add-exports=java.base/jdk.internal.misc=ALL-UNNAMED
  --add-exports=java.base/jdk.internal.ref=ALL-UNNAMED
  --add-opens=java.base/java.io=ALL-UNNAMED
  --add-opens=java.base/java.lang=ALL-UNNAMED
  --add-opens=java.base/java.nio=ALL-UNNAMED
  --add-opens=java.base/jdk.internal.ref=ALL-UNNAMED
  --add-opens=java.base/sun.nio.ch=ALL-UNNAMED
  --add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED
log4j.config: |
  <?xml version="1.0" encoding="UTF-8"?>
  <Configuration status="WARN">
    <Appenders>
      <Console name="Console" target="SYSTEM_OUT">
        <PatternLayout pattern="%d{ISO8601} %p [%t] %c - %m%n"/>
      </Console>
    </Appenders>
    <Loggers>
      <Root level="info">
        <AppenderRef ref="Console"/>
      </Root>
    </Loggers>
  </Configuration>
{{- end }}
nodes:
  {{- $kinds := include "druid.kinds" .root | fromYaml }}
  {{- range $name, $kind := $kinds }}
  {{ $name }}:
    {{- include "druid.node" (dict "root" $.root "kind" $kind "values" (index $.root.Values $name) "mark" (ternary $.mark "" (eq $name "routers"))) | nindent 4 }}
  {{- end }}
{{- end -}}
