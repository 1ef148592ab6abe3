import { type Case, judged, said } from '../../testing/health.ts';

const definition = (conditions?: readonly object[], metadata: object = {}) => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'widgets.example.k8s.io', ...metadata },
  status: conditions && { conditions },
});
const condition = (type: string, status: string, message = '') => ({ type, status, message });
const accepted = condition('NamesAccepted', 'True', 'no conflicts found');
const established = condition('Established', 'True', 'the initial names have been accepted');
const installing = condition('Established', 'False', 'the initial names have not been accepted');
const approved = condition('KubernetesAPIApprovalPolicyConformant', 'True', 'approved in a proposal');

const cases: readonly Case[] = [
  ['fresh', definition(), said('Progressing', 'not established yet')],
  ['fresh, with a list', definition([]), said('Progressing', 'not established yet')],
  [
    'approved, and its names not looked at: Argo CD itself calls that Degraded',
    definition([approved]),
    said('Progressing', 'not established yet'),
  ],
  ['installing', definition([approved, accepted, installing]), said('Progressing', 'not established yet')],
  ['established', definition([approved, accepted, established]), said('Healthy', 'established')],
  [
    'names of another',
    definition([condition('NamesAccepted', 'False', '"Widget" is already in use'), installing]),
    said('Degraded', '"Widget" is already in use'),
  ],
  [
    'a schema that says too little',
    definition([accepted, established, condition('NonStructuralSchema', 'True', 'spec.x: required')]),
    said('Degraded', 'spec.x: required'),
  ],
  [
    'terminating',
    definition([accepted, established, condition('Terminating', 'True')]),
    said('Progressing', 'being deleted'),
  ],
  [
    'deleted',
    definition([accepted, established], { deletionTimestamp: '2026-11-27T01:00:00Z' }),
    said('Progressing', 'being deleted'),
  ],
];

judged(
  'a definition is healthy when it is established, and unhealthy when it cannot be',
  'generator/health/apiextensions.k8s.io_CustomResourceDefinition.lua',
  cases,
);
