-- Health of an object store of the Barman Cloud plugin: whether what is in it could bring a cluster back.
--   Healthy      each cluster that copies to it has a base backup there, and the last one that was tried succeeded
--   Degraded     the last backup of a cluster failed; `kubectl cnpg backup` or the next one on schedule may succeed
--   Progressing  nothing is in it yet
-- Times are of one form (RFC 3339, UTC, to the second), so they compare as texts.
local windows = (obj.status or {}).serverRecoveryWindow or {}
local servers, names = 0, {}
for name in pairs(windows) do table.insert(names, name) end
table.sort(names)

for _, name in ipairs(names) do
  local window = windows[name]
  local good, bad = window.lastSuccessfulBackupTime, window.lastFailedBackupTime
  if bad ~= nil and (good == nil or bad > good) then
    local since = good == nil and "none has succeeded yet" or "the last good one is of " .. good
    return { status = "Degraded", message = "the backup of " .. name .. " at " .. bad .. " failed; " .. since }
  end
  if good ~= nil then servers = servers + 1 end
end

if servers == 0 then
  return { status = "Progressing", message = "no backup has been made yet" }
end
return { status = "Healthy", message = "can bring back " .. table.concat(names, ", ") }
