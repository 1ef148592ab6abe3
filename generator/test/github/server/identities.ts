import { createPublicKey, randomBytes, verify } from 'node:crypto';
import { Refusal } from './world.ts';

/** A GitHub App that is installed in the repository. */
export interface App {
  readonly id: string;
  readonly installation: number;
  /** PEM. */
  readonly publicKey: string;
  /** Whether it was given the permission to change workflow files. */
  readonly workflows?: boolean;
}

/** Who comes with a token. */
export interface Identity {
  readonly user: string;
  /** What GitHub calls the kind of it, and what it lacks to change workflow files; null: nothing. */
  readonly kind: string;
  readonly lacks: string | null;
}

/** The token of a workflow can never be given that permission. */
export const actions: Identity = {
  user: 'github-actions[bot]',
  kind: 'a GitHub App',
  lacks: '`workflows` permission',
};
export const person: Identity = { user: 'promoter', kind: 'a Personal Access Token', lacks: null };
export const personWithoutWorkflows: Identity = { ...person, lacks: '`workflow` scope' };

/** Who may come in. */
export interface Identities {
  /** Who a request comes from. Paths of the app itself take its own signature, all others a token. */
  userOf(authorization: string | undefined, path: string): string;
  /** Who comes with git; null: nobody that is known. */
  ofGit(authorization: string | undefined): Identity | null;
  /** A new token of the installation. */
  issue(installation: string): string;
  readonly app: App | undefined;
}

export function identities(known: Readonly<Record<string, Identity>>, app: App | undefined): Identities {
  const tokens = new Map(Object.entries(known));
  const userWith = (secret: string): string | undefined => tokens.get(secret)?.user;
  return {
    app,
    userOf(authorization, path) {
      const [, secret = ''] = authorization?.match(/^(?:token|bearer) (.+)$/i) ?? [];
      if (isOfApp(path)) return signer(secret, app);
      const user = userWith(secret);
      if (user === undefined) throw new Refusal(401, 'Bad credentials');
      return user;
    },
    ofGit(authorization = '') {
      const [, encoded = ''] = authorization.match(/^basic (.+)$/i) ?? [];
      const pair = Buffer.from(encoded, 'base64').toString('utf8');
      return tokens.get(pair.slice(pair.indexOf(':') + 1)) ?? null;
    },
    issue(installation) {
      if (app === undefined || Number(installation) !== app.installation) throw new Refusal(404, 'Not Found');
      const issued = `ghs_${randomBytes(18).toString('hex')}`;
      const lacks = app.workflows ? null : actions.lacks;
      tokens.set(issued, { ...actions, user: 'promoter[bot]', lacks });
      return issued;
    },
  };
}

const isOfApp = (path: string): boolean => path.startsWith('/app/') || path.endsWith('/installation');

/** The app that signed a JSON Web Token, as GitHub checks it: its key, its time, ten minutes at most. */
function signer(jwt: string, app: App | undefined): string {
  const [head = '', claims = '', signature = ''] = jwt.split('.');
  if (app === undefined || signature === '') throw new Refusal(401, 'A JSON web token could not be decoded');
  const isOurs = verify(
    'RSA-SHA256',
    Buffer.from(`${head}.${claims}`),
    createPublicKey(app.publicKey),
    Buffer.from(signature, 'base64url'),
  );
  if (!isOurs) throw new Refusal(401, 'A JSON web token could not be decoded');
  const { iss, iat, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as Record<
    string,
    number
  >;
  const now = Date.now() / 1000;
  if (
    String(iss) !== app.id ||
    iat === undefined ||
    exp === undefined ||
    iat > now ||
    exp < now ||
    exp > now + 600
  )
    throw new Refusal(401, "'Issuer', 'Issued at' or 'Expiration time' claim is wrong");
  return 'app';
}
