import { containersOf, isObject, type Manifest, podSpecs, walk } from '../manifest.ts';
import { type Check, finding } from './check.ts';
import { isBuiltIn } from './scope.ts';

/**
 * No secret is ever written down: no Secret with content, and no password in a variable, an argument or a file of
 * settings.
 */
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
    ...settings(manifest).map((what) =>
      finding(
        'plain-secret',
        rendered,
        manifest,
        `shows ${what} in plain text`,
        'take it from a variable that is read from a Secret, or from a file of one',
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

/** A name of something secret, and a value behind it that is neither empty nor a reference; Python's to a variable included. */
const assignment =
  /\b([\w.-]*(?:password|passwd|secret[-_.]?key|access[-_.]?key|credential|token))["']?\s*[:=]\s*["']?(?![$"'\s{}[\]]|<|\/|[a-z-]+\/|true\b|false\b|null\b|none\b|os\.environ\[)[^\s"',}]+/gi;

/** What settings and arguments assign to the name of something secret. */
function settings(manifest: Manifest): string[] {
  const { kind, group, object } = manifest;
  const files =
    kind === 'ConfigMap' && group === '' && isObject(object.data)
      ? // A value of one line is what its key says.
        Object.entries(object.data).map(([key, value]) =>
          String(value).includes('\n') ? value : `${key}=${String(value)}`,
        )
      : [];
  const argumentTexts = podSpecs(manifest)
    .flatMap(containersOf)
    .flatMap(({ args, command }) => [args, command].flatMap((list) => (Array.isArray(list) ? list : [])));
  const texts = [...files, ...filesWithin(manifest), ...argumentTexts].filter(
    (text) => typeof text === 'string',
  );
  const names = texts.flatMap((text) => [...text.matchAll(assignment)].map(([, name]) => String(name)));
  return [...new Set(names)].filter((name) => !harmless.test(name));
}

/** Files that stand in a custom resource, whose operator puts them into a ConfigMap: texts of several lines. */
const filesWithin = ({ group, object }: Manifest): string[] =>
  isBuiltIn(group)
    ? []
    : [...walk(object)].flatMap(([value]) =>
        typeof value === 'string' && value.includes('\n') ? [value] : [],
      );
