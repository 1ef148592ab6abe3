import type { Thing } from '../api.ts';
import { condition, type Way, type Ways } from './way.ts';

export const gateway: Ways = {
  'KongClusterPlugin.configuration.konghq.com': {
    apiVersion: 'configuration.konghq.com/v1',
    way: programmed(),
  },
  'KongConsumer.configuration.konghq.com': { apiVersion: 'configuration.konghq.com/v1', way: programmed() },
};

/** The gateway's controller says `Pending` before it has asked, and then what the gateway answered. */
function programmed(): Way {
  const status = (object: Thing, said: 'True' | 'False', reason: string) => ({
    conditions: [
      { ...condition('Programmed', said, reason), observedGeneration: object.metadata.generation },
    ],
  });
  return {
    waiting: (object) => status(object, 'False', 'Pending'),
    ready: (object) => status(object, 'True', 'Programmed'),
    unhealthy: (object) => status(object, 'False', 'Invalid'),
  };
}
