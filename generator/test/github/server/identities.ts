import { createPublicKey, randomBytes, verify } from 'node:crypto';
import { Refusal } from './world.ts';

/** A GitHub App that is installed in the repository. */
export interface App {
  readonly id: string;
  readonly installation: number;
  /** PEM. */
  readonly publicKey: string;
}

/** Who may come in. */
export interface Identities {
  /** Who a request comes from. Paths of the app itself take its own signature, all others a token. */
  userOf(authorization: string | undefined, path: string): string;
  /** Whether git may come in. */
  letsGitIn(authorization: string | undefined): boolean;
  /** A new token of the installation. */
  issue(installation: string): string;
  readonly app: App | undefined;
}

export function identities(token: string, app: App | undefined): Identities {
  const tokens = new Map([[token, 'promoter']]);
  const userWith = (secret: string): string | undefined => tokens.get(secret);
  return {
    app,
    userOf(authorization, path) {
      const [, secret = ''] = authorization?.match(/^(?:token|bearer) (.+)$/i) ?? [];
      if (isOfApp(path)) return signer(secret, app);
      const user = userWith(secret);
      if (user === undefined) throw new Refusal(401, 'Bad credentials');
      return user;
    },
    letsGitIn(authorization = '') {
      const [, encoded = ''] = authorization.match(/^basic (.+)$/i) ?? [];
      const pair = Buffer.from(encoded, 'base64').toString('utf8');
      return userWith(pair.slice(pair.indexOf(':') + 1)) !== undefined;
    },
    issue(installation) {
      if (app === undefined || Number(installation) !== app.installation) throw new Refusal(404, 'Not Found');
      const issued = `ghs_${randomBytes(18).toString('hex')}`;
      tokens.set(issued, 'promoter[bot]');
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
