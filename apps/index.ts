import type { App } from '#generator';
import { datasetApi } from './apis/dataset-api.ts';
import { kafkaMessageExporter } from './operations/kafka-message-exporter.ts';
import { secretStores } from './operators/secret-stores.ts';
import { unifiedPipeline } from './processing/unified-pipeline.ts';

/** Every app of the platform, in the order of the layers and then of the alphabet. */
export const apps: readonly App[] = [secretStores, unifiedPipeline, datasetApi, kafkaMessageExporter];
