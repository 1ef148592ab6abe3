-- Health of a schedule of backups of CloudNativePG. Whether backups succeed is said by the object store that they go to.
--   Healthy      the operator has it on its list, and has begun the first one where it was to begin at once
--   Suspended    a person stopped it
--   Degraded     the operator refused it; the message says why
--   Progressing  the operator has not looked at it yet
local spec, st = obj.spec, obj.status or {}

if spec.suspend == true then return { status = "Suspended", message = "no backups are made" } end
if st.error ~= nil and st.error ~= "" then return { status = "Degraded", message = st.error } end
if st.lastCheckTime == nil or (spec.immediate == true and st.lastScheduleTime == nil) then
  return { status = "Progressing", message = "not scheduled yet" }
end
return { status = "Healthy", message = "the next one is due " .. (st.nextScheduleTime or "soon") }
