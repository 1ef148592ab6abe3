-- Health of a PostgreSQL cluster of CloudNativePG, instead of the one that Argo CD brings: that one calls ordinary
-- steps (a switchover, new configuration) Degraded, which fails the wave that waits for them, and clusters that
-- nobody but a person can repair Suspended.
--   Healthy      all instances that are wanted are ready, with the image that is wanted, nothing is going on, and where
--                a plugin archives its WAL, that works
--   Suspended    a person stopped it, or is asked to go on: hibernation, reconciliation switched off, a supervised step
--   Degraded     the operator says that it cannot go on by itself, or WAL piles up because it cannot be archived
--   Progressing  anything else. Its status carries no generation, so for the second until the operator sees a new
--                specification an old Healthy may stand; only number and image of the instances are compared here.
local meta, spec, st = obj.metadata, obj.spec, obj.status or {}
local annotations, phase = meta.annotations or {}, st.phase

local stuck = {
  ["Unable to create required cluster objects"] = true,
  ["Invalid cluster definition"] = true,
  ["Not enough disk space"] = true,
  ["Cluster is unrecoverable and needs manual intervention"] = true,
  ["Cluster has incomplete or invalid image catalog"] = true,
  ["Cluster cannot proceed to reconciliation due to an unknown plugin being required"] = true,
  ["Cluster cannot proceed to reconciliation due to an error while interacting with plugins"] = true,
  ["Cluster cannot execute instance online upgrade due to missing architecture binary"] = true,
}

local function verdict(status, why)
  if st.phaseReason ~= nil and st.phaseReason ~= "" then why = why .. ": " .. st.phaseReason end
  return { status = status, message = why }
end

if annotations["cnpg.io/reconciliationLoop"] == "disabled" then
  return verdict("Suspended", "reconciliation is switched off")
end
if annotations["cnpg.io/hibernation"] == "on" then return verdict("Suspended", "hibernating") end
if phase == nil then return verdict("Progressing", "not reconciled yet") end
if phase == "Waiting for user action" then return verdict("Suspended", phase) end
if stuck[phase] then return verdict("Degraded", phase) end
if phase ~= "Cluster in healthy state" then return verdict("Progressing", phase) end
if spec.imageName ~= nil and st.image ~= spec.imageName then
  return verdict("Progressing", "waiting for another image")
end
local ready, wanted = st.readyInstances or 0, spec.instances or 1
if ready ~= wanted then
  return verdict("Progressing", tostring(ready) .. " of " .. tostring(wanted) .. " instances are ready")
end
for _, plugin in ipairs(spec.plugins or {}) do
  if plugin.isWALArchiver == true and plugin.enabled ~= false then
    local archiving = nil
    for _, condition in ipairs(st.conditions or {}) do
      if condition.type == "ContinuousArchiving" then archiving = condition end
    end
    -- Some five minutes on a new cluster: the first segment is closed only then.
    if archiving == nil then return verdict("Progressing", "no WAL has been archived yet") end
    if archiving.status ~= "True" then
      return verdict("Degraded", "WAL is not archived: " .. (archiving.message or archiving.reason or ""))
    end
  end
end
return verdict("Healthy", phase)
