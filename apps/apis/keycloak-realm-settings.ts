/** Roles of the realm. Their names are those that the APIs have for the rights of their users. */
export const realmRoles = {
  admin: 'Administers the platform and its users.',
  operations_admin: 'Looks after what runs: dashboards, alerts and their channels.',
  dataset_manager: 'Publishes and retires datasets.',
  dataset_creator: 'Makes datasets and asks them.',
  viewer: 'Looks at what others made.',
} as const;

/** Role of who makes users, by Keycloak's own rights. No client but the console may use it: it is in no scope of theirs. */
export const userAdmin = {
  name: 'user_admin',
  description: 'Makes and changes users.',
  composite: true,
  composites: { client: { 'realm-management': ['manage-users', 'view-users', 'query-users'] } },
};

/** Claim with the names of the roles. Not `roles`: the dataset API takes a token with that for one of its own. */
export const rolesClaim = 'groups';

/** Scope that a client needs for its tokens to be admitted to the APIs. */
export const audienceScope = 'api-gw-audience';

/** Scope with the roles of the platform. */
export const rolesScope = 'platform-roles';

/** An object as the admin API of Keycloak takes it. */
export type Representation = Readonly<Record<string, unknown>>;

/** A client, and the scopes that each of its tokens has. */
export interface Client {
  readonly representation: Representation & { readonly clientId: string };
  readonly scopes: readonly string[];
}

/** Where browsers find the apps that log in here; those of the environment. */
export interface Sites {
  readonly console?: string | undefined;
  readonly grafana?: string | undefined;
  readonly superset?: string | undefined;
}

const minutes = 60;
const hours = 60 * minutes;

/** What the realm itself is set to; everything else stays as it is in Keycloak. */
export const realmSettings = (name: string): Representation => ({
  realm: name,
  enabled: true,
  displayName: 'Obsrv',
  // The gateway sees to it. Pods call by HTTP, and in some networks their addresses look as if they came from outside.
  sslRequired: 'none',
  registrationAllowed: false,
  editUsernameAllowed: false,
  loginWithEmailAllowed: true,
  duplicateEmailsAllowed: false,
  bruteForceProtected: true,
  permanentLockout: false,
  failureFactor: 10,
  waitIncrementSeconds: minutes,
  maxFailureWaitSeconds: 15 * minutes,
  passwordPolicy: 'length(12) and notUsername(undefined) and notEmail(undefined)',
  // Short, for a token is good until then, whatever became of its user; browsers renew theirs in silence.
  accessTokenLifespan: 15 * minutes,
  ssoSessionIdleTimeout: 2 * hours,
  ssoSessionMaxLifespan: 10 * hours,
  revokeRefreshToken: false,
  eventsEnabled: true,
  eventsExpiration: 30 * 24 * hours,
  adminEventsEnabled: true,
});

/** Scopes by name, each with its mappers. */
export const clientScopes = (
  audience: string,
): Readonly<Record<string, { description: string; mappers: Readonly<Record<string, Representation>> }>> => ({
  [audienceScope]: {
    description: 'Tokens that the gateway admits to the APIs.',
    mappers: {
      audience: mapper('oidc-audience-mapper', { 'included.custom.audience': audience }),
    },
  },
  [rolesScope]: {
    description: 'What the user is to the platform.',
    mappers: {
      roles: mapper('oidc-usermodel-realm-role-mapper', {
        'claim.name': rolesClaim,
        'jsonType.label': 'String',
        multivalued: 'true',
        'id.token.claim': 'true',
        'userinfo.token.claim': 'true',
      }),
    },
  },
});

const mapper = (protocolMapper: string, config: Readonly<Record<string, string>>): Representation => ({
  protocol: 'openid-connect',
  protocolMapper,
  config: { 'access.token.claim': 'true', 'introspection.token.claim': 'true', ...config },
});

/** What a user is known by. */
const user = ['basic', 'profile', 'email', rolesScope];

/** The clients of the platform. Secrets are not here: the Job that applies them has them from the environment. */
export function clientsOf({ console, grafana, superset }: Sites): readonly Client[] {
  return [
    ...(console === undefined
      ? []
      : [
          {
            // Its library knows no PKCE; it makes users with the token of whoever asks for it.
            ...site('console', 'Console', console, '/console*', {
              publicClient: true,
              fullScopeAllowed: true,
            }),
            scopes: [...user, 'roles', 'web-origins', audienceScope],
          },
        ]),
    ...(grafana === undefined
      ? []
      : [site('grafana', 'Grafana', grafana, '/login/generic_oauth', { attributes: proofOfKey })]),
    ...(superset === undefined ? [] : [site('superset', 'Superset', superset, '/oauth-authorized/keycloak')]),
    {
      representation: {
        ...client('automation', 'Programs that send and ask data'),
        serviceAccountsEnabled: true,
        protocolMappers: [
          {
            name: 'subject',
            ...mapper('oidc-hardcoded-claim-mapper', {
              'claim.name': 'sub',
              'claim.value': 'automation',
              'jsonType.label': 'String',
            }),
          },
        ],
      },
      scopes: ['basic', audienceScope],
    },
    {
      representation: {
        ...client('command-line', 'Command lines of people'),
        publicClient: true,
        attributes: { 'oauth2.device.authorization.grant.enabled': 'true' },
      },
      scopes: [...user, audienceScope],
    },
  ];
}

/** PKCE is not only offered but asked for. */
const proofOfKey = { 'pkce.code.challenge.method': 'S256' };

const client = (clientId: string, name: string) => ({
  clientId,
  name,
  enabled: true,
  protocol: 'openid-connect',
  publicClient: false,
  standardFlowEnabled: false,
  implicitFlowEnabled: false,
  directAccessGrantsEnabled: false,
  serviceAccountsEnabled: false,
  // A token has the roles of its scopes, and not all that its user has.
  fullScopeAllowed: false,
  redirectUris: [] as string[],
  webOrigins: [] as string[],
  protocolMappers: [] as Representation[],
});

/** A client that browsers come from: only its own pages are returned to. */
const site = (
  clientId: string,
  name: string,
  url: string,
  returns: string,
  others: Representation = {},
): Client => ({
  representation: {
    ...client(clientId, name),
    standardFlowEnabled: true,
    baseUrl: url,
    redirectUris: [`${url}${returns}`],
    webOrigins: [url],
    ...others,
    attributes: { 'post.logout.redirect.uris': `${url}/*`, ...(others.attributes as object) },
  },
  scopes: user,
});
