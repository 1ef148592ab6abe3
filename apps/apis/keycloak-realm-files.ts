import {
  clientScopes,
  clientsOf,
  type Representation,
  realmRoles,
  realmSettings,
  rolesScope,
  type Sites,
  userAdmin,
} from './keycloak-realm-settings.ts';

interface Realm {
  readonly realm: string;
  /** `aud` of tokens for the APIs. */
  readonly audience: string;
  readonly sites: Sites;
  /** The first user, as the registry knows them, too. */
  readonly owner: { readonly id: string; readonly name: string; readonly email: string };
}

type File = { json: Record<string, unknown> } | { text: string };

/** The files that the script reads, by name: `realm.json`, `client.console.json`, … */
export function realmFiles({ realm, audience, sites, owner }: Realm): Record<string, File> {
  const scopes = Object.entries(clientScopes(audience));
  return {
    'realm.json': json(realmSettings(realm)),
    ...Object.fromEntries(
      scopes.flatMap(([scope, { description, mappers }]) => [
        [`scope.${scope}.json`, json({ name: scope, description, protocol: 'openid-connect', attributes })],
        ...Object.entries(mappers).map(
          ([name, mapper]) => [`mapper.${scope}.${name}.json`, json({ name, ...mapper })] as const,
        ),
      ]),
    ),
    ...Object.fromEntries(
      clientsOf(sites).flatMap(({ representation, scopes: names }) => {
        const { clientId } = representation;
        return [
          [`client.${clientId}.json`, json({ ...representation, defaultClientScopes: names })],
          [`scopes-of.${clientId}`, { text: `${names.join('\n')}\n` }],
        ];
      }),
    ),
    [`roles-of.${rolesScope}`]: { text: `${Object.keys(realmRoles).join('\n')}\n` },
    'import.json': json(firstObjects(owner)),
  };
}

const attributes = { 'include.in.token.scope': 'false', 'display.on.consent.screen': 'false' };

const json = (value: Representation): File => ({ json: { ...value } });

/** Roles, and the owner of the platform, whose password the script fills in. */
const firstObjects = ({ id, name, email }: Realm['owner']): Representation => ({
  ifResourceExists: 'SKIP',
  roles: {
    realm: [
      ...Object.entries(realmRoles).map(([role, description]) => ({ name: role, description })),
      userAdmin,
    ],
  },
  users: [
    {
      id,
      username: name,
      email,
      emailVerified: true,
      firstName: 'Platform',
      lastName: 'Owner',
      enabled: true,
      realmRoles: ['admin', userAdmin.name],
      credentials: [{ type: 'password', value: 'OWNER_PASSWORD' }],
    },
  ],
});
