import { describe, expect, test } from 'vitest';
import { lua } from '../test/luajit.ts';
import { dropIdentity, identityHeaders } from './kong-headers.ts';

/** What is left of a request's headers, or the status that it was refused with. Stands in for the gateway's own library. */
async function leftOf(names: readonly string[], cut = false): Promise<readonly string[] | number> {
  const around = `
local headers = { ${names.map((name) => `[ [==[${name}]==] ] = "admin"`).join(', ')} }
local status
local kong = {
  request = { get_headers = function(most)
    assert(most <= 1000, "more than the gateway looks at")
    return headers, ${cut ? '"truncated"' : 'nil'}
  end },
  response = { exit = function(code) status = code end },
  service = { request = { clear_header = function(name) headers[name] = nil end } },
}
local drop = (function()
${dropIdentity}
end)()
drop()
if status then print(status) end
for name in pairs(headers) do print(name) end
`;
  const lines = (await lua(around)).split('\n').filter((line) => line !== '');
  return cut ? Number(lines[0]) : lines.sort();
}

describe('who a client says that it is', () => {
  test.each(identityHeaders.map((prefix) => [prefix.endsWith('-') ? `${prefix}id` : prefix]))(
    'by %s: not passed on',
    async (name) => {
      expect(await leftOf([name, 'accept'])).toEqual(['accept']);
    },
  );

  test.each([
    ['with underscores', 'x_consumer_username'],
    ['with both', 'x-consumer_username'],
    ['in capitals', 'X-Consumer-Username'],
    ['by a longer name', 'x-userid-of-somebody'],
  ])('%s: not passed on', async (_, name) => {
    expect(await leftOf([name, 'accept'])).toEqual(['accept']);
  });

  test('several at once: none is passed on', async () => {
    expect(await leftOf([...identityHeaders, 'accept'])).toEqual(['accept']);
  });

  test('among more headers than can be looked at: refused', async () => {
    expect(await leftOf(['accept'], true)).toBe(431);
  });

  test('token, session and what the gateway writes itself: passed on', async () => {
    const kept = [
      'authorization',
      'cookie',
      'user-agent',
      'x-csrftoken',
      'x-forwarded-for',
      'x-requested-with',
    ];
    expect(await leftOf(kept)).toEqual(kept);
  });
});
