-- Runs after the token was verified: the gateway's own plugin looks at signature, issuer and expiry, and not at whom the
-- token is for. The program behind reads a token and verifies nothing, so it gets the verified one and no other.
local json = require "cjson.safe"

local function claims_of(jwt)
  local payload = jwt:match("^[^.]+%.([^.]+)%.[^.]+$")
  if payload == nil then return nil end
  local padded = payload:gsub("%-", "+"):gsub("_", "/") .. ("="):rep(-#payload % 4)
  local text = ngx.decode_base64(padded)
  return text and json.decode(text)
end

local function is_for(claims, audience)
  local named = claims.aud
  if type(named) ~= "table" then return named == audience end
  for _, name in ipairs(named) do
    if name == audience then return true end
  end
  return false
end

return function()
  local verified = kong.ctx.shared.authenticated_jwt_token
  local claims = type(verified) == "string" and claims_of(verified)
  if type(claims) ~= "table" or not is_for(claims, AUDIENCE) then
    return kong.response.exit(401, { message = "Unauthorized" }, { ["WWW-Authenticate"] = 'Bearer error="invalid_token"' })
  end
  kong.service.request.set_header("Authorization", "Bearer " .. verified)
end
