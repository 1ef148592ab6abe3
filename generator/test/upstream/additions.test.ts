import { describe, expect, test } from 'vitest';
import { at, withAdditions } from '../../src/upstream/apply-additions.ts';

const schema = {
  properties: {
    image: { properties: { tag: { type: 'string' } }, additionalProperties: false },
    hosts: { type: 'array', items: { properties: { name: { type: 'string' } } } },
    users: { additionalProperties: { properties: { name: { type: 'string' } } } },
  },
};

const added = (path: string, type?: string) => {
  const addition = { reason: 'seen', ...(type && { schema: { type } }) };
  return withAdditions(schema, { [path]: addition }, 'meter.additions.yaml');
};

test.each(['image/digest', 'hosts/*/port', 'users/*/role', 'extra', 'image/tag'])(
  '%s can be added',
  (path) => {
    const { schema: result, problems } = added(path, 'integer');
    expect(problems).toEqual([]);
    expect(at(result, path.split('/'))).toEqual({ type: 'integer' });
    expect(at(schema, path.split('/'))?.type).not.toBe('integer');
  },
);

describe('refused', () => {
  test.each([
    ['what the chart names by now', 'image/tag', 'the chart names it by now'],
    ['what has nothing to be in', 'imge/digest', 'the chart names nothing at imge'],
    ['what has nothing to be in, further down', 'image/deep/er', 'the chart names nothing at image/deep'],
  ])('%s', (_, path, message) => {
    const { problems } = added(path);
    expect(problems).toMatchObject([
      { code: 'bad-upstream-schema', location: { file: 'meter.additions.yaml', path: `additions.${path}` } },
    ]);
    expect(problems[0]?.message).toContain(message);
  });
});
