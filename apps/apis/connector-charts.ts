import { bothConnectors, flinkConnector } from './connector-templates.ts';
import { sparkConnector } from './spark-connector-template.ts';

interface Pod {
  /** Whole references of the images of both kinds. */
  readonly images: { readonly flink: string; readonly spark: string };
  readonly imagePullSecrets: readonly { readonly name: string }[];
  /** Variables that settings are filled in with. */
  readonly secrets: Readonly<Record<string, { readonly secret: string; readonly key: string }>>;
}

/**
 * The charts that the program installs at run time, by path. They take the place of those in
 * its image, which put passwords into a ConfigMap, ask for a shell in another pod, and make more than they need.
 */
export function connectorCharts({ images, imagePullSecrets, secrets }: Pod): Record<string, string> {
  const chart = (name: string, template: string, image: string) => ({
    [`charts/${name}/Chart.yaml`]: json({ apiVersion: 'v2', name, version: '1.0.0' }),
    [`charts/${name}/values.yaml`]: json({ image, imagePullSecrets, secrets }),
    [`charts/${name}/templates/_common.tpl`]: bothConnectors,
    [`charts/${name}/templates/connector.yaml`]: template,
  });
  return {
    ...chart('flink-connector', flinkConnector, images.flink),
    ...chart('spark-connector', sparkConnector, images.spark),
  };
}

const json = (data: object): string => `${JSON.stringify(data, null, 2)}\n`;
