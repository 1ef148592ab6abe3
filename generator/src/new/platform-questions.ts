import { environmentQuestions } from './environment-questions.ts';
import type { Question } from './question.ts';

/** What is asked about a new platform, before its first environment. */
export const platformQuestions: readonly Question[] = [
  { flag: 'repository', value: 'URL', what: 'URL of its repository, as Argo CD will know it' },
  { flag: 'label-domain', value: 'HOST', what: 'domain in front of its own labels, as in example.org/app' },
  {
    flag: 'branch',
    value: 'NAME',
    what: 'branch that people merge to',
    quiet: true,
    otherwise: () => ['main'],
  },
  {
    flag: 'argocd-namespace',
    value: 'NAME',
    what: 'namespace of Argo CD',
    quiet: true,
    otherwise: () => ['argocd'],
  },
  { flag: 'environment', value: 'NAME', what: 'name of its first environment', otherwise: () => ['dev'] },
];

/** Questions about the first environment, which has no other that promotions could come from. */
export const firstEnvironmentQuestions: readonly Question[] = environmentQuestions.filter(
  ({ flag }) => flag !== 'promotes-from',
);
