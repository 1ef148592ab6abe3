import type { Database, Endpoint, Host, Role, Setting } from '#generator';
import type { realmRoles } from './keycloak-realm-settings.ts';

/** Where people log in with an account of the platform: a realm of Keycloak. */
export interface Login {
  /** Address of the realm inside the cluster, as `http://keycloak.keycloak.svc.cluster.local:8080/realms/obsrv`. */
  readonly realm: string;
  readonly clientId: string;
  /** Where browsers find Superset itself. */
  readonly site: string;
}

/** The login by what Keycloak and Superset provide. */
export const loginBy = (
  {
    http,
    realm,
    clients,
  }: { http: Endpoint; realm: { name: Setting }; clients: { superset: { id: Setting } } },
  { public: address }: { public: Host },
): Login => ({
  realm: `http://${http.host}:${http.port}/realms/${realm.name.value}`,
  clientId: clients.superset.id.value,
  site: address.url,
});

interface Settings {
  readonly server: Endpoint;
  readonly database: string;
  readonly user: string;
  readonly login: Login;
}

/**
 * Roles of the realm, and the roles of Superset that they become. Viewers see the dashboards that they were given; who
 * works with datasets sees every source, and has SQL Lab.
 */
export const rolesByClaim = {
  admin: ['Admin'],
  operations_admin: ['Alpha'],
  dataset_manager: ['Alpha', 'sql_lab'],
  dataset_creator: ['Alpha', 'sql_lab'],
  viewer: ['Gamma'],
} as const satisfies Readonly<Record<keyof typeof realmRoles, readonly string[]>>;

/** A text of JSON is one of Python, too; so are lists and maps of texts. */
const python = (value: unknown): string => JSON.stringify(value);

/** `superset_config.py`, where Superset looks for it. */
export const configFile = (
  {
    server,
    databases,
    roles,
  }: { server: Endpoint; databases: { superset: Database }; roles: { superset: Role } },
  login: Login,
) => ({
  path: '/app/pythonpath/superset_config.py',
  text: supersetConfig({ server, database: databases.superset.name, user: roles.superset.name, login }),
});

/** `superset_config.py`. Secrets come from the variables `SECRET_KEY`, `DATABASE_PASSWORD` and `LOGIN_SECRET`. */
function supersetConfig({ server, database, user, login }: Settings): string {
  return `import os

from sqlalchemy.engine import URL

SECRET_KEY = os.environ["SECRET_KEY"]
SQLALCHEMY_DATABASE_URI = URL.create(
    "postgresql+psycopg2",
    username=${python(user)},
    password=os.environ["DATABASE_PASSWORD"],
    host=${python(server.host)},
    port=${server.port},
    database=${python(database)},
).render_as_string(hide_password=False)

# Nothing runs beside the web servers: queries are answered while one waits, and no reports are sent. What dashboards
# and charts remember for a user is in the database, so every server knows it.
CELERY_CONFIG = None
FEATURE_FLAGS = {"DASHBOARD_RBAC": True, "ALERT_REPORTS": False, "GLOBAL_ASYNC_QUERIES": False}
# Only who passes requests on from outside gets here, and says whose they are.
ENABLE_PROXY_FIX = True
SESSION_COOKIE_SECURE = ${login.site.startsWith('https:') ? 'True' : 'False'}
# It would ask the project's server how many use which version.
SCARF_ANALYTICS = False
${loginPart(login)}`;
}

// The provider's name is how Superset knows what Keycloak says of a user; the claim `groups` has the roles. It asks
// Keycloak inside the cluster, and is told the public address that browsers are sent to.
const loginPart = ({ realm, clientId }: Login): string => `
from flask_appbuilder.security.manager import AUTH_OAUTH

AUTH_TYPE = AUTH_OAUTH
OAUTH_PROVIDERS = [
    {
        "name": "keycloak",
        "icon": "fa-key",
        "token_key": "access_token",
        "remote_app": {
            "client_id": ${python(clientId)},
            "client_secret": os.environ["LOGIN_SECRET"],
            "server_metadata_url": ${python(`${realm}/.well-known/openid-configuration`)},
            "api_base_url": ${python(`${realm}/protocol/`)},
            "client_kwargs": {"scope": "openid email profile"},
        },
    }
]
AUTH_USER_REGISTRATION = True
# What everybody gets: nothing is seen that was not given. Roles are those of the realm, at each login.
AUTH_USER_REGISTRATION_ROLE = "Gamma"
AUTH_ROLES_SYNC_AT_LOGIN = True
AUTH_ROLES_MAPPING = ${python(rolesByClaim)}
`;
