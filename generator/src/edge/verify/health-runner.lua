-- Runs health checks as Argo CD does: each in globals of its own, with the base library, `table`, and what `os` has of
-- time. What each says is a line of JSON.
local write, format, gsub, byte, time, date = print, string.format, string.gsub, string.byte, os.time, os.date

-- Without the library `string`, text has no methods either.
getmetatable("").__index = nil

local function quoted(text)
  return '"' .. gsub(text, '[%c"\\]', function(c) return format("\\u%04x", byte(c)) end) .. '"'
end

local function copy(from, kind)
  local to = {}
  for key, value in pairs(from) do
    if type(value) == kind then to[key] = value end
  end
  return to
end

local function globals(object)
  local env = copy(_G, "function")
  env._G, env._VERSION, env.table, env.obj = env, _VERSION, copy(table, "function"), object
  -- Lines are for answers alone.
  env.print = function() end
  env.require = function(name)
    if name == "os" then return { time = time, date = date } end
    error("there is no module " .. tostring(name))
  end
  return env
end

local function answer(script, object)
  local chunk, fault = loadstring(script, "check")
  if chunk == nil then return nil, fault end
  local ok, verdict = pcall(setfenv(chunk, globals(object)))
  if not ok then return nil, tostring(verdict) end
  if type(verdict) ~= "table" then return nil, "it returns " .. type(verdict) .. " where a table is expected" end
  if type(verdict.status) ~= "string" then return nil, "the status that it returns is " .. type(verdict.status) end
  if verdict.message ~= nil and type(verdict.message) ~= "string" then
    return nil, "the message that it returns is no text but " .. type(verdict.message)
  end
  return verdict
end

local function run(script, object)
  local verdict, fault = answer(script, object)
  if verdict == nil then return write('{"error":' .. quoted(fault) .. "}") end
  write('{"status":' .. quoted(verdict.status) .. ',"message":' .. quoted(verdict.message or "") .. "}")
end
