import { describe, expect, test } from 'vitest';
import { read, repository } from '#testing';
import { lua } from '../test/luajit.ts';

/** Stands in for what the gateway offers to a plugin. Its JSON is the library that the gateway has. */
const around = (plugin: string, verified: string | null): string => `
local AUDIENCE = "apis"
local answer = {}
local digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
local ngx = { decode_base64 = function(text)
  if #text % 4 ~= 0 then return nil end
  local bits = text:gsub("=", ""):gsub(".", function(c)
    local number, found = digits:find(c, 1, true), ""
    for i = 5, 0, -1 do found = found .. math.floor((number - 1) / 2 ^ i) % 2 end
    return found
  end)
  return (bits:gsub("%d%d%d?%d?%d?%d?%d?%d?", function(byte)
    return #byte == 8 and string.char(tonumber(byte, 2)) or ""
  end))
end }
local kong = {
  ctx = { shared = { authenticated_jwt_token = ${verified === null ? 'nil' : JSON.stringify(verified)} } },
  response = { exit = function(status) answer[#answer + 1] = "refused " .. status end },
  service = { request = { set_header = function(name, value) answer[#answer + 1] = name .. ": " .. value end } },
}
local check = (function()
${plugin}
end)()
check()
print(table.concat(answer, ", "))
`;

const plugin = read(repository, 'charts/gateway-tokens/files/audience.lua');

const answerTo = (verified: string | null): Promise<string> => lua(around(plugin, verified));

const tokenOf = (claims: unknown): string =>
  `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2lnbmF0dXJl`;

describe('what a verified token is for', () => {
  test.each([
    ['the APIs', { aud: 'apis' }],
    ['the APIs among others', { aud: ['account', 'apis'] }],
    ['the APIs, with claims of other lengths', { aud: 'apis', a: 'x' }],
    ['the APIs, with claims of every alphabet', { aud: 'apis', name: 'ÿþ~?>é' }],
  ])('%s: the program behind gets it, and no other', async (_, claims) => {
    const verified = tokenOf(claims);
    expect(await answerTo(verified)).toBe(`Authorization: Bearer ${verified}`);
  });

  test.each([
    ['somebody else', tokenOf({ aud: 'account' })],
    ['somebody whose name begins alike', tokenOf({ aud: ['apis-of-others'] })],
    ['a number', tokenOf({ aud: 7 })],
    ['nobody', tokenOf({})],
    ['no claims', tokenOf('apis')],
    ['no JSON', 'e30.bm9wZQ.c2lnbmF0dXJl'],
    ['two parts', 'e30.e30'],
    ['no token', null],
  ])('%s: refused', async (_, verified) => {
    expect(await answerTo(verified)).toBe('refused 401');
  });
});
