import type { Plain, PlainObject } from '../definition/plain.ts';
import { isMap } from './node.ts';

/** A setting of a chart. */
export interface ChartSetting {
  /** Keys with dots between them; `[]` for items of a list, `{}` for values of a map. */
  readonly path: string;
  /** What may stand there, in a few words. */
  readonly type: string;
  /** As JSON; null where the chart has none. */
  readonly default: string | null;
}

/** What differs between two versions of a chart's values. */
export interface SettingChanges {
  readonly came: readonly ChartSetting[];
  readonly went: readonly ChartSetting[];
  /** Gone from one place and come in another, under the same name and of the same type. */
  readonly moved: readonly { readonly from: ChartSetting; readonly to: ChartSetting }[];
  /** Another type or another default. */
  readonly changed: readonly { readonly before: ChartSetting; readonly after: ChartSetting }[];
}

export function changesBetween(before: PlainObject, after: PlainObject): SettingChanges {
  const [old, young] = [settingsOf(before), settingsOf(after)];
  const gone = topmost([...old.values()].filter(({ path }) => !young.has(path)));
  const fresh = topmost([...young.values()].filter(({ path }) => !old.has(path)));
  const moved = gone.flatMap((from) => {
    const places = fresh.filter((to) => lastKey(to.path) === lastKey(from.path) && to.type === from.type);
    const [to, ...others] = places;
    return to && others.length === 0 ? [{ from, to }] : [];
  });
  return {
    came: fresh.filter((setting) => !moved.some(({ to }) => to === setting)),
    went: gone.filter((setting) => !moved.some(({ from }) => from === setting)),
    moved,
    changed: [...old.values()].flatMap((setting) => {
      const now = young.get(setting.path);
      return now && (now.type !== setting.type || now.default !== setting.default)
        ? [{ before: setting, after: now }]
        : [];
    }),
  };
}

export const isEmpty = ({ came, went, moved, changed }: SettingChanges): boolean =>
  came.length + went.length + moved.length + changed.length === 0;

/** Every setting of a schema by path, parents first. */
export function settingsOf(schema: PlainObject, path = ''): Map<string, ChartSetting> {
  const settings = new Map<string, ChartSetting>();
  const add = (node: Plain | undefined, inner: string): void => {
    if (!isMap(node)) return;
    const usual = node.default === undefined ? null : JSON.stringify(node.default);
    settings.set(inner, { path: inner, type: typeOf(node), default: usual });
    for (const [key, setting] of settingsOf(node, inner)) settings.set(key, setting);
  };
  const { properties, items, additionalProperties } = schema;
  for (const [key, node] of Object.entries(isMap(properties) ? properties : {}))
    add(node, path === '' ? key : `${path}.${key}`);
  if (isMap(items) && items.properties !== undefined) add(items, `${path}[]`);
  if (isMap(additionalProperties) && additionalProperties.properties !== undefined)
    add(additionalProperties, `${path}{}`);
  return settings;
}

function typeOf({ $ref: reference, type, enum: values, items, properties }: PlainObject): string {
  if (typeof reference === 'string') return reference.replace(/^.*\//, '');
  if (Array.isArray(values)) return values.map((value) => JSON.stringify(value)).join(' | ');
  if (type === 'array')
    return isMap(items) ? `${items.properties === undefined ? typeOf(items) : 'object'}[]` : 'list';
  if (properties !== undefined) return 'object';
  return type === undefined ? 'anything' : [type].flat().join(' | ');
}

/** Of a subtree, its root stands for all of it. */
const topmost = (settings: readonly ChartSetting[]): ChartSetting[] =>
  settings.filter(({ path }) => !settings.some((other) => isInside(path, other.path)));

const isInside = (path: string, other: string): boolean =>
  path !== other && path.startsWith(other) && /^[.[{]/.test(path.slice(other.length));

const lastKey = (path: string): string => path.replace(/^.*\./, '');
