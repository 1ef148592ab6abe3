import { containersOf, isObject, type Manifest, podSpecs } from '../manifest.ts';
import { type Check, finding } from './check.ts';

/** No secret is ever written down: a Secret with content, or a password as the plain value of a variable. */
export const secretsStayOut: Check = (rendered) =>
  rendered.manifests.flatMap((manifest) => [
    ...(hasContent(manifest)
      ? [
          finding(
            'plain-secret',
            rendered,
            manifest,
            'carries its content in the manifest',
            'take it from the secret store',
          ),
        ]
      : []),
    ...plainVariables(manifest).map((name) =>
      finding(
        'plain-secret',
        rendered,
        manifest,
        `gives the variable ${name} as plain text`,
        'use valueFrom.secretKeyRef',
      ),
    ),
  ]);

function hasContent({ kind, group, object }: Manifest): boolean {
  if (kind !== 'Secret' || group !== '') return false;
  return [object.data, object.stringData].some(
    (data) => isObject(data) && Object.values(data).some((value) => value !== '' && value !== null),
  );
}

const secretName =
  /(password|passwd|secret|token|credential|private_?key|access_?key|api_?key|encryption_?key)/i;
/** Names of things about secrets that are none themselves. */
const harmless = /(pull_secrets?|_file|_path|_name|_url|_expiry|_ttl|_length|_enabled|_namespace)$/i;

function plainVariables(manifest: Manifest): string[] {
  return podSpecs(manifest).flatMap((pod) =>
    containersOf(pod).flatMap(({ env }) =>
      (Array.isArray(env) ? env.filter(isObject) : []).flatMap(({ name, value }) => {
        const secret = typeof name === 'string' && secretName.test(name) && !harmless.test(name);
        // `$(OTHER)` refers to a variable that is itself read from a Secret.
        return secret && typeof value === 'string' && value !== '' && !/^\$\(\w+\)$/.test(value)
          ? [String(name)]
          : [];
      }),
    ),
  );
}
