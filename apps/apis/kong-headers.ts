/**
 * How programs are told who somebody is by what stands before them; a header is meant that begins so. The first are
 * Kong's own (its constants.lua), the others those of proxies that log users in, and of programs that believe them.
 */
export const identityHeaders = [
  'x-consumer-',
  'x-credential-',
  'x-authenticated-',
  'x-anonymous-consumer',
  'x-user',
  'x-auth-request-',
  'x-forwarded-access-token',
  'x-forwarded-email',
  'x-forwarded-groups',
  'x-forwarded-preferred-username',
  'x-forwarded-user',
  'x-remote-',
  'x-webauth-',
  'remote-',
] as const;

/**
 * Lua for the gateway that takes such headers from a request, before any other plugin sees it: who a client is, a token
 * or a session says. Programs may read `_` in a name as `-`, and the gateway lets it pass.
 */
export const dropIdentity = `
local PREFIXES = { ${identityHeaders.map((name) => `"${name}"`).join(', ')} }
-- More than that cannot be looked at.
local MOST = 1000

local function claims_identity(name)
  local plain = name:lower():gsub("_", "-")
  for _, prefix in ipairs(PREFIXES) do
    if plain:sub(1, #prefix) == prefix then return true end
  end
  return false
end

return function()
  local headers, cut = kong.request.get_headers(MOST)
  if cut then return kong.response.exit(431, { message = "Too many headers" }) end
  for name in pairs(headers) do
    if claims_identity(name) then kong.service.request.clear_header(name) end
  end
end
`.trimStart();
