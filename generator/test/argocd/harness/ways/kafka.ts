import { condition, conditions, ready, type Ways } from './way.ts';

export const kafka: Ways = {
  'Kafka.kafka.strimzi.io': {
    apiVersion: 'kafka.strimzi.io/v1',
    way: {
      waiting: (object) => ({
        observedGeneration: object.metadata.generation,
        conditions: [condition('NotReady', 'True', 'Creating')],
      }),
      ready: (object) => ready(object, 'True'),
      unhealthy: (object) => ({
        observedGeneration: object.metadata.generation,
        conditions: [condition('NotReady', 'True', 'FatalProblem')],
      }),
    },
  },
  'KafkaNodePool.kafka.strimzi.io': {
    apiVersion: 'kafka.strimzi.io/v1',
    way: {
      waiting: () => ({}),
      ready: (object) => ({
        observedGeneration: object.metadata.generation,
        nodeIds: [0],
        clusterId: 'x',
        roles: object.spec?.roles,
        replicas: object.spec?.replicas,
      }),
      unhealthy: (object) => ready(object, 'False', 'Error'),
    },
  },
  'KafkaTopic.kafka.strimzi.io': { apiVersion: 'kafka.strimzi.io/v1', way: conditions },
  'KafkaUser.kafka.strimzi.io': { apiVersion: 'kafka.strimzi.io/v1', way: conditions },
};
