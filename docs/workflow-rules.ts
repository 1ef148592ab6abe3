import type { Job, Permissions, PlacedJob, Step } from './workflow-files.ts';

/** What is wrong with a job; nothing where it keeps the rule. */
type JobRule = (placed: PlacedJob) => string[];

/** Only code of the default branch is in these events. */
const ownEvents = ['schedule', 'push', 'workflow_dispatch'];
const ownBranch = "github.ref == format('refs/heads/{0}', github.event.repository.default_branch)";
const defaultBranch = `\${{ github.event.repository.default_branch }}`;

const permissionsOf = ({ job, workflow }: PlacedJob): Permissions =>
  job.permissions ?? workflow.permissions ?? 'write-all';

const textOf = (part: unknown): string => JSON.stringify(part ?? null);

const namesSecrets = (part: unknown): boolean => /\bsecrets\b|create-github-app-token/.test(textOf(part));
const namesToken = (part: unknown): boolean =>
  namesSecrets(part) || /\bgithub\.token\b|outputs\.token/.test(textOf(part));

const mayWrite = (permissions: Permissions): boolean =>
  typeof permissions === 'string'
    ? permissions !== 'read-all'
    : Object.values(permissions).some((right) => right === 'write');

/** Whether a job can change something, or has what is secret. */
const isPrivileged = (placed: PlacedJob): boolean =>
  mayWrite(permissionsOf(placed)) ||
  namesSecrets([placed.job.steps, placed.job.env, placed.workflow.env]) ||
  placed.job.environment !== undefined;

const checkouts = ({ steps }: Job): Step[] =>
  steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
const setups = ({ steps }: Job): Step[] => steps.filter(({ uses }) => uses?.startsWith('./.github/actions/'));
const runsCommits = ({ steps }: Job): boolean => steps.some(({ run }) => run?.includes('--trees'));

/** Jobs that a job waits for, itself included: its conditions hold only together with theirs. */
function chainOf(placed: PlacedJob): Job[] {
  const { job, workflow } = placed;
  const needs = [job.needs ?? []].flat();
  const before = needs.flatMap((id) => {
    const needed = workflow.jobs[id];
    return needed ? chainOf({ ...placed, id, job: needed }) : [];
  });
  return [job, ...before];
}

const isLimited = (placed: PlacedJob): boolean =>
  chainOf(placed).some((job) => job.if?.replaceAll(/\s+/g, ' ').includes(ownBranch));

const complaint = (isWrong: boolean, text: string): string[] => (isWrong ? [text] : []);

const when =
  (condition: (placed: PlacedJob) => boolean, rule: JobRule): JobRule =>
  (placed) =>
    condition(placed) ? rule(placed) : [];

const has = ({ workflow }: PlacedJob, ...events: readonly string[]): boolean =>
  events.some((event) => event in workflow.on);

/** What every job must keep, by what it says. */
export const jobRules: Readonly<Record<string, JobRule>> = {
  'a job with rights is started by nothing that a pull request can start': when(
    isPrivileged,
    ({ workflow }) => Object.keys(workflow.on).filter((event) => !ownEvents.includes(event)),
  ),
  'a job with rights runs on the default branch alone': when(isPrivileged, (placed) =>
    complaint(has(placed, 'push', 'workflow_dispatch') && !isLimited(placed), 'has no condition on the ref'),
  ),
  'a job with rights, and one that judges a pull request, checks out no other branch': when(
    (placed) => isPrivileged(placed) || has(placed, 'pull_request_target') || runsCommits(placed.job),
    (placed) =>
      checkouts(placed.job).flatMap(({ with: { ref, repository } = {} }) => [
        ...complaint(ref !== undefined && ref !== defaultBranch, `checks out ${ref}`),
        ...complaint(
          ref === undefined && has(placed, 'pull_request', 'merge_group'),
          'checks out what it judges',
        ),
        ...complaint(repository !== undefined, `checks out ${repository}`),
      ]),
  ),
  'a job with rights, and one that judges a pull request, installs no development dependencies': when(
    (placed) => isPrivileged(placed) || has(placed, 'pull_request_target'),
    ({ job }) => [
      ...setups(job).flatMap((step) =>
        complaint(step.with?.development !== 'false', `${step.uses} installs them`),
      ),
      ...job.steps.flatMap(({ run = '' }) => complaint(/\bnpm (ci|install)\b/.test(run), run)),
    ],
  ),
  'a job with rights names the environment that limits its secrets to the default branch': when(
    isPrivileged,
    ({ job }) => complaint(job.environment === undefined, 'has no environment'),
  ),
  'a job with rights installs nothing once it has a token': when(isPrivileged, ({ job }) => {
    const first = job.steps.findIndex(namesToken);
    return complaint(
      first >= 0 && setups({ ...job, steps: job.steps.slice(first) }).length > 0,
      'installs late',
    );
  }),
  'no checkout leaves a token in .git/config': ({ job }) =>
    checkouts(job).flatMap(({ with: inputs = {} }) => [
      ...complaint(inputs['persist-credentials'] !== false, 'keeps credentials'),
      ...complaint('token' in inputs || 'ssh-key' in inputs, 'hands a credential to checkout'),
    ]),
  'a token is in the environment of one step, not of a job or a workflow': ({ job, workflow }) =>
    complaint(namesToken([job.env, workflow.env]), 'a token for all steps'),
  'what a pull request starts has no secret, and may only read': when(
    (placed) =>
      has(placed, 'pull_request', 'pull_request_target', 'merge_group', 'workflow_run', 'issue_comment'),
    (placed) => complaint(isPrivileged(placed), 'has rights'),
  ),
  'generators of other commits run where no token is in reach and no cache is shared': when(
    ({ job }) => runsCommits(job),
    (placed) => [
      ...complaint(isPrivileged(placed), 'has rights'),
      ...complaint(
        Object.keys(placed.workflow.on).some((event) => !['pull_request', 'merge_group'].includes(event)),
        'runs in the context of the default branch',
      ),
      ...placed.job.steps.flatMap(({ run, env }) =>
        complaint(run?.includes('--trees') === true && namesToken(env), 'a token beside foreign code'),
      ),
    ],
  ),
  'no name that the author of a pull request chooses is in a concurrency group': ({ job, workflow }) =>
    [job.concurrency, workflow.concurrency].flatMap((concurrency) => {
      const group = typeof concurrency === 'object' ? concurrency.group : (concurrency ?? '');
      const shared = 'pull_request_target' in workflow.on ? [] : ['github.ref', 'github.sha'];
      const known = ['github.event.pull_request.number || github.ref', 'matrix.environment', ...shared];
      return [...group.matchAll(/\$\{\{\s*(.*?)\s*\}\}/g)]
        .map(([, expression = '']) => expression)
        .filter((expression) => !known.includes(expression));
    }),
};

/** What is wrong with the checks that a merge waits for, by the names that GitHub has for them. */
export function requiredProblems(names: readonly string[], jobs: readonly PlacedJob[]): string[] {
  return names.flatMap((name) => {
    const found = jobs.filter(({ id, job }) => (job.name ?? id) === name);
    const [placed] = found;
    if (!placed || found.length > 1) return [`${name}: ${found.length} jobs have that name`];
    const { job, workflow } = placed;
    const events = Object.keys(workflow.on);
    const filtered = Object.values(workflow.on).filter((filter) => filter !== null);
    const wrong = [
      ...complaint(!events.some((event) => event.startsWith('pull_request')), 'is not run for pull requests'),
      ...complaint(!events.includes('merge_group'), 'is not run for merge_group'),
      // A skipped job counts as passed, and so does one that another event skips at the same commit.
      ...complaint(
        events.some((event) => !/^(pull_request|merge_group)/.test(event)),
        'has other triggers',
      ),
      ...complaint(filtered.length > 0, 'is not run for every one'),
      ...complaint(job.if !== undefined || job.needs !== undefined, 'may be skipped'),
      ...complaint(/continue-on-error/.test(textOf(job)), 'may fail and pass'),
    ];
    return wrong.map((text) => `${name}: ${text}`);
  });
}

/** Rules broken by workflows, as `place: what`. */
export const brokenBy = (rule: JobRule, jobs: readonly PlacedJob[]): string[] =>
  jobs.flatMap((placed) => rule(placed).map((text) => `${placed.place}: ${text}`));
