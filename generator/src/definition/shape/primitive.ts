import { z } from 'zod';
import { label, labelKey, labelValue, subdomain } from '../format/kubernetes-name.ts';
import { text } from '../format/text-format.ts';
import { kubernetesMinor } from '../format/version.ts';

/** A DNS label as Kubernetes wants it for names of objects and namespaces. */
export const dnsLabel = text(label);

/** A name of any other object. */
export const objectName = text(subdomain);

export const line = z
  .string()
  .min(1)
  .regex(/^[^\n]*$/, 'must be one line');

/** Labels of objects, or what selects them. */
export const labels = z.record(text(labelKey), text(labelValue));

export const annotations = z.record(text(labelKey), z.string());

/**
 * Where a child's target revision stands until the root fills it in: its own commit in an environment that follows
 * a branch, a literal commit in one that is pinned. So no child ever moves by itself.
 */
export const revisionPlaceholder = '{{ .Values.revision }}';

/** A text that goes into Applications, where the placeholder is replaced wherever it stands. */
export const literalText = z
  .string()
  .min(1)
  .refine((text) => !/[\p{Cc}\p{Zl}\p{Zp}\ufffe\uffff]/u.test(text), 'must be one line of printable text')
  .refine(
    (text) => !text.includes(revisionPlaceholder),
    `must not hold ${revisionPlaceholder}, which stands for a commit`,
  );

/** Minor version of Kubernetes. */
export const minorVersion = text(
  kubernetesMinor,
  "must be a minor version of Kubernetes in quotes, as in '1.34'",
);

/** A path inside a repository: relative, forward slashes, never up. */
export const repositoryPath = literalText.refine(
  (path) => !path.startsWith('/') && !path.split('/').includes('..'),
  'must be a path inside the repository',
);

/** A full commit id, SHA-1 or SHA-256. */
export const commit = z
  .string()
  .regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/, 'must be a full commit id in lower case');

const durationWording = "must be minutes, hours or days, as in '30m', '24h' or '7d'";

const seconds: Readonly<Record<string, number>> = { m: 60, h: 3600, d: 86_400 };

/** Minutes, hours or days, as seconds. */
export const duration = z
  .string(durationWording)
  .regex(/^\d{1,4}[mhd]$/, durationWording)
  .transform((text) => Number(text.slice(0, -1)) * (seconds[text.slice(-1)] ?? 0));

const figure = z.union([z.number(), z.string(), z.boolean()], 'must be a number, a text, true or false');

/** Figures, alone or in groups. */
export const sizeRow = z.record(z.string(), z.union([figure, z.record(z.string(), figure)]));

/** A function, which is all that can be said of code before it runs. */
export const code = z.custom<(...args: never[]) => unknown>(
  (value) => typeof value === 'function',
  'must be a function',
);
