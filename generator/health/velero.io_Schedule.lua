-- Health of a schedule of Velero. Whether its backups succeed is said by the metrics of the server.
--   Healthy      Velero accepted it, and makes backups when they are due
--   Suspended    a person paused it
--   Degraded     Velero refused it; the message says why
--   Progressing  Velero has not looked at it yet
-- Its status names no generation: after a change it is that of the earlier spec for a moment.
local st = obj.status or {}

if st.phase == "FailedValidation" then
  return { status = "Degraded", message = table.concat(st.validationErrors or { "not valid" }, "; ") }
end
if (obj.spec or {}).paused == true then
  return { status = "Suspended", message = "no backups are made" }
end
if st.phase == "Enabled" then
  return { status = "Healthy", message = "the last backup is of " .. (st.lastBackup or "no time yet") }
end
return { status = "Progressing", message = "not looked at yet" }
