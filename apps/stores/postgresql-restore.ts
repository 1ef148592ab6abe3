import type { RestoreContext, Runbook } from '#generator';
import type { Values } from '../../schemas/charts/postgresql.gen.ts';
import { listing } from '../listing.ts';

type Context = Pick<
  // biome-ignore lint/suspicious/noExplicitAny: what is picked hangs on none of them
  RestoreContext<any, any, any, any, any, any, Values>,
  'environment' | 'namespace' | 'settings' | 'application' | 'environmentFile'
>;

/** How PostgreSQL is brought back: a new cluster is made from the archive of the old one, and begins one of its own. */
export function restorePostgresql(context: Context): Runbook {
  const { environment, namespace, settings, application, environmentFile } = context;
  const { path, archive, days } = settings.backup;
  const app = `-n ${application.namespace} application ${application.name}`;
  return {
    keeps:
      `A base backup every night and all WAL since, in \`${path}/${archive}\`: any moment of the last ${days} days. ` +
      'WAL is copied when a segment is full, after five minutes at the latest; what was written after that is lost. ' +
      'This also holds the metadata of every other system; their own data is under their own names here.',
    steps: [
      {
        do: 'See how far back you can go, and that there is a backup at all. If the cluster is gone, look into the bucket.',
        run: `kubectl -n ${namespace} get objectstore ${archive} -o jsonpath='{.status.serverRecoveryWindow}'\n${listing(environment.cloud, `${path}/${archive}/base/`)}`,
      },
      {
        do: 'Keep Argo CD from making an empty one meanwhile.',
        run: `kubectl annotate ${app} argocd.argoproj.io/skip-reconcile=true`,
      },
      {
        do: `Say in \`${environmentFile}\` where it comes from. Without \`until\` it follows the WAL to its end. The new cluster writes to an archive of its own; these lines stay. Where the whole cluster was lost, do this before the environment is brought up on another one, and leave out the steps before and after that stop Argo CD and delete.`,
        run: overrideOf(archive),
        language: 'ts',
      },
      {
        do: 'Write the tree, commit and push it. Where the environment is pinned, that is a promotion of its own settings.',
        run: `npm run generate && git commit --all -m 'PostgreSQL of ${environment.name} from its archive' && git push\nnpm run promote -- ${environment.name} --settings    # where it is pinned`,
      },
      {
        do: 'Delete what is left of the cluster. **Its volumes go with it**: take snapshots of them first if they may still be worth something.',
        run: `kubectl -n ${namespace} delete cluster postgresql --ignore-not-found`,
      },
      {
        do: 'Once the Application is at the commit that you pushed, let Argo CD go on, and wait.',
        run: [
          `kubectl get ${app} -o jsonpath='{.spec.source.targetRevision}'`,
          `kubectl annotate ${app} argocd.argoproj.io/skip-reconcile-`,
          `kubectl -n ${namespace} wait --for=condition=Ready --timeout=4h cluster/postgresql`,
        ].join('\n'),
      },
      {
        do: 'Look at what came back. Passwords are those of the secret store, and programs connect again by themselves.',
        run: `kubectl -n ${namespace} exec postgresql-1 -c postgres -- psql -d obsrv -c 'SELECT id, status, updated_date FROM datasets ORDER BY 3 DESC LIMIT 5'`,
      },
    ],
  };
}

const overrideOf = (archive: string): string => `\
import { override } from '#generator';
import { postgresql } from '../../apps/stores/postgresql.ts';

apps: {
  override: [
    override(postgresql, {
      recovery: { archive: '${archive}', until: '2026-01-05T12:00:00Z' },
      backup: { archive: '${nextOf(archive)}' },
    }),
  ],
},
`;

/** The name of an archive after another one: `postgresql`, `postgresql-2`, `postgresql-3`. */
export function nextOf(archive: string): string {
  const [, name = archive, number = '1'] = archive.match(/^(.*?)-(\d+)$/) ?? [];
  return `${name}-${Number(number) + 1}`;
}
