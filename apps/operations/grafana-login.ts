import { type Endpoint, type Host, keyOf, type SecretReference, type Setting } from '#generator';
import { type realmRoles, rolesClaim } from '../apis/keycloak-realm-settings.ts';

type GrafanaRole = 'Admin' | 'Editor' | 'Viewer';

/** Roles of the realm, from the strongest on, and the role of Grafana that each becomes. Without one, nobody gets in. */
export const grafanaRoles: Readonly<Record<keyof typeof realmRoles, GrafanaRole>> = {
  admin: 'Admin',
  operations_admin: 'Editor',
  dataset_manager: 'Viewer',
  dataset_creator: 'Viewer',
  viewer: 'Viewer',
};

interface Realm {
  readonly http: Endpoint;
  readonly realm: Readonly<Record<'name' | 'authorization' | 'logout', Setting>>;
  readonly clients: { readonly grafana: { readonly id: Setting } };
}

/**
 * The part of `grafana.ini` and of the environment by which people log in with an account of the platform. Browsers are
 * sent to the public addresses of the realm; Grafana itself asks inside the cluster.
 */
export const grafanaLogin = ({ http, realm, clients }: Realm, client: SecretReference, { url }: Host) => {
  const { secret: name, key } = keyOf(client, 'clientSecret');
  const inside = `http://${http.host}:${http.port}/realms/${realm.name.value}/protocol/openid-connect`;
  return {
    ini: {
      'auth.generic_oauth': {
        enabled: true,
        name: 'Obsrv',
        client_id: clients.grafana.id.value,
        scopes: 'openid email profile',
        auth_url: realm.authorization.value,
        token_url: `${inside}/token`,
        api_url: `${inside}/userinfo`,
        signout_redirect_url: signOut(realm.logout.value, clients.grafana.id.value, url),
        use_pkce: true,
        // Who is locked out in Keycloak is out here, too, as soon as the token has to be renewed.
        use_refresh_token: true,
        // By the address, for the realm's first user may be called as the account of Grafana's own is.
        login_attribute_path: 'email || preferred_username',
        role_attribute_path: rolePath,
        role_attribute_strict: true,
        allow_assign_grafana_admin: false,
      },
    },
    env: { GF_AUTH_GENERIC_OAUTH_CLIENT_SECRET: { secretKeyRef: { name, key } } },
  };
};

const rolePath = Object.entries(grafanaRoles)
  .map(([role, becomes]) => `contains(${rolesClaim}[*], '${role}') && '${becomes}'`)
  .join(' || ');

function signOut(logout: string, client: string, site: string): string {
  const address = new URL(logout);
  address.searchParams.set('client_id', client);
  address.searchParams.set('post_logout_redirect_uri', `${site}/login`);
  return address.href;
}
