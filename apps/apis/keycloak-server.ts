import type { SecretReference } from '#generator';
import type { Values } from '../../schemas/charts/service.gen.ts';

/** Where the server runs from: its image is read-only, and a server is built for its database before it starts. */
export const home = '/opt/server';

const image = '/opt/keycloak';

/** Links to all that the image has, and copies of what a build replaces or what finds its folder by its own path. */
const prepare = `cp -rsf ${image}/. ${home}
rm -rf ${home}/lib/quarkus
cp -r ${image}/lib/quarkus ${home}/lib/quarkus
cp --remove-destination ${image}/bin/kc.sh ${home}/bin/kc.sh
exec ${home}/bin/kc.sh build
`;

type Container = NonNullable<Values['init']>[number];

/** Options that are fixed when the server is built. */
export const buildOptions = { KC_DB: 'postgres', KC_HEALTH_ENABLED: true, KC_METRICS_ENABLED: true } as const;

export const buildServer = (container: Pick<Container, 'image' | 'resources'>): Container => ({
  ...container,
  name: 'build',
  command: ['/bin/sh', '-ec', prepare],
  env: { ...buildOptions },
});

/** Name of the account that the platform keeps the realm by: whoever reads its secret calls it the same. */
export const accountOf = ({ name }: SecretReference): string => name.slice(name.lastIndexOf('setup'));

/**
 * Adds the account by which the platform keeps the realm; where it is there, nothing happens. A secret that was replaced
 * has another name, and the account with it.
 */
export const addAccount = (
  container: Pick<Container, 'image' | 'resources'>,
  env: NonNullable<Container['env']>,
): Container => ({
  ...container,
  name: 'account',
  command: [`${home}/bin/kc.sh`],
  args: [
    'bootstrap-admin',
    'service',
    '--optimized',
    '--no-prompt',
    '--client-id:env',
    'SETUP_CLIENT',
    '--client-secret:env',
    'SETUP_SECRET',
  ],
  env,
});
