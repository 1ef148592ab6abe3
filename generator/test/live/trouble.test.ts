import { expect, test } from 'vitest';
import type { PlainObject } from '../../src/definition/plain.ts';
import { troubleOf } from '../../src/live/trouble.ts';

const pod = (status: PlainObject): PlainObject => ({ kind: 'Pod', status });
const condition = (type: string, status: string, message = ''): PlainObject => ({ type, status, message });

// As controllers of Kubernetes and of common operators write them.
test.each<[string, PlainObject, string[]]>([
  [
    'a container that ends again and again',
    pod({
      phase: 'Running',
      containerStatuses: [
        {
          name: 'web',
          restartCount: 3,
          state: { waiting: { reason: 'CrashLoopBackOff', message: 'back-off 40s' } },
          lastState: { terminated: { exitCode: 137, reason: 'OOMKilled' } },
        },
      ],
    }),
    [
      'container web waits: CrashLoopBackOff: back-off 40s, restarted 3 times; before, it ended with 137 (OOMKilled)',
    ],
  ],
  [
    'an init container that failed',
    pod({
      phase: 'Pending',
      initContainerStatuses: [{ name: 'copy', state: { terminated: { exitCode: 1, reason: 'Error' } } }],
    }),
    ['container copy ended with 1: Error'],
  ],
  [
    'a pod that no node takes',
    pod({
      phase: 'Pending',
      conditions: [condition('PodScheduled', 'False', '0/3 nodes: too little memory')],
    }),
    ['no node takes it: 0/3 nodes: too little memory'],
  ],
  [
    'a container that answers no probe',
    pod({ phase: 'Running', containerStatuses: [{ name: 'web', ready: false, state: { running: {} } }] }),
    ['container web runs and is not ready'],
  ],
  [
    'a Deployment without its pods',
    {
      kind: 'Deployment',
      spec: { replicas: 3 },
      status: { readyReplicas: 1, conditions: [condition('Available', 'False', 'too few')] },
    },
    ['Available is False: too few', '1 of 3 pods are ready'],
  ],
  [
    'a rollout that came to no end',
    {
      kind: 'Deployment',
      spec: { replicas: 0 },
      status: { conditions: [condition('Progressing', 'False', 'took too long')] },
    },
    ['its rollout came to no end: took too long'],
  ],
  [
    'a quota that is used up',
    { kind: 'ReplicaSet', status: { conditions: [condition('ReplicaFailure', 'True', 'exceeded quota')] } },
    ['ReplicaFailure is True: exceeded quota'],
  ],
  [
    'a secret that is not in the store',
    { kind: 'ExternalSecret', status: { conditions: [condition('Ready', 'False', 'could not get secret')] } },
    ['Ready is False: could not get secret'],
  ],
  [
    'a Job that failed',
    { kind: 'Job', status: { conditions: [condition('Failed', 'True', 'reached its limit of tries')] } },
    ['Failed is True: reached its limit of tries'],
  ],
  [
    'a Flink job with an error',
    { kind: 'FlinkDeployment', status: { lifecycleState: 'FAILED', error: 'no such jar' } },
    ['lifecycleState: FAILED', 'error: no such jar'],
  ],
  [
    'a claim without a volume',
    { kind: 'PersistentVolumeClaim', status: { phase: 'Pending' } },
    ['phase: Pending'],
  ],
  [
    'a route without an address',
    { kind: 'Ingress', status: { loadBalancer: {} } },
    ['it has no address yet'],
  ],
  [
    'an object that is being deleted',
    { kind: 'Kafka', metadata: { deletionTimestamp: 'now', finalizers: ['strimzi.io/topic'] }, status: {} },
    ['it is being deleted, and waits for strimzi.io/topic'],
  ],
])('%s says what is wrong', (_, object, says) => {
  expect(troubleOf(object)).toEqual(says);
});

test.each<[string, PlainObject]>([
  [
    'a pod that ran to its end',
    pod({
      phase: 'Succeeded',
      containerStatuses: [{ name: 'x', ready: false, state: { terminated: { exitCode: 0 } } }],
    }),
  ],
  [
    'a Deployment that is well',
    {
      kind: 'Deployment',
      spec: { replicas: 2 },
      status: {
        readyReplicas: 2,
        conditions: [condition('Available', 'True'), condition('Progressing', 'True')],
      },
    },
  ],
  ['a Job that ran', { kind: 'Job', status: { conditions: [condition('Complete', 'True')], succeeded: 1 } }],
  ['a Job that is not suspended', { kind: 'Job', status: { conditions: [condition('Suspended', 'False')] } }],
  ['an object without a status', { kind: 'KafkaTopic' }],
  [
    'a budget that allows nothing',
    { kind: 'PodDisruptionBudget', status: { conditions: [condition('DisruptionAllowed', 'False')] } },
  ],
])('%s says nothing', (_, object) => {
  expect(troubleOf(object)).toEqual([]);
});
