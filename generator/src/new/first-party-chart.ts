/** What a skeleton of a chart is made for. */
export interface ChartOptions {
  readonly name: string;
  readonly description: string;
  readonly port: number;
  readonly user: number;
  readonly healthPath: string;
  readonly metricsPath: string;
}

/** Files of a chart of ours: one Deployment behind one Service, built on the library chart `platform`. */
export function chartFiles(options: ChartOptions, library: string): Record<string, string> {
  const folder = `charts/${options.name}`;
  return {
    [`${folder}/Chart.yaml`]: chartYaml(options, library),
    [`${folder}/values.schema.json`]: `${JSON.stringify(schema(options), null, 2)}\n`,
    [`${folder}/templates/base.yaml`]: base(options),
    [`${folder}/templates/deployment.yaml`]: deployment(options),
  };
}

const chartYaml = ({ name, description }: ChartOptions, library: string): string => `apiVersion: v2
name: ${name}
description: ${JSON.stringify(description)}
type: application
version: 0.1.0
dependencies:
  - name: platform
    version: ${library}
    repository: file://../platform
`;

const base = ({ port, metricsPath }: ChartOptions): string => `{{ include "platform.base" . }}
---
{{ include "platform.disruptionBudget" . }}
---
{{ include "platform.service" (dict "root" . "ports" (dict "http" ${port})) }}
{{- if .Values.metrics }}
---
{{ include "platform.serviceMonitor" (dict "root" . "port" "http" "path" ${JSON.stringify(metricsPath)}) }}
{{- end }}
`;

const deployment = ({
  name,
  port,
  user,
  healthPath,
}: ChartOptions): string => `{{- define "${name}.container" -}}
ports:
  - name: http
    containerPort: ${port}
startupProbe:
  httpGet:
    path: ${JSON.stringify(healthPath)}
    port: http
  periodSeconds: 5
  failureThreshold: 24
readinessProbe:
  httpGet:
    path: ${JSON.stringify(healthPath)}
    port: http
  periodSeconds: 10
  timeoutSeconds: 5
livenessProbe:
  httpGet:
    path: ${JSON.stringify(healthPath)}
    port: http
  periodSeconds: 20
  timeoutSeconds: 5
  failureThreshold: 6
{{- end -}}
{{ include "platform.deployment" (dict
  "root" .
  "user" ${user}
  "container" (include "${name}.container" . | fromYaml)
) }}
`;

const text = { type: 'string' };
const strict = (properties: Record<string, object>, required = Object.keys(properties)) => ({
  type: 'object',
  required,
  properties,
  additionalProperties: false,
});

const schema = ({ name }: ChartOptions) => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: name,
  ...strict(
    {
      image: strict({ repository: text, tag: text, digest: { type: ['string', 'null'] } }),
      replicas: { type: 'integer', minimum: 1 },
      resources: strict({
        requests: strict({ cpu: text, memory: text }),
        limits: strict({ cpu: text, memory: text }, ['memory']),
      }),
      metrics: { description: 'Whether Prometheus is there to scrape it.', type: 'boolean' },
      platform: { description: 'Set by the generator; see charts/platform.', type: 'object' },
      global: { type: 'object' },
    },
    ['image', 'replicas', 'resources', 'metrics'],
  ),
});
