-- Health of a place that Velero keeps backups in: whether it could write there when it last tried.
--   Healthy      it could
--   Degraded     it could not; the message says why. It tries again every minute
--   Progressing  it has not tried yet
local st = obj.status or {}

if st.phase == "Available" then
  return { status = "Healthy", message = "available at " .. (st.lastValidationTime or "the last look") }
end
if st.phase == "Unavailable" then
  return { status = "Degraded", message = st.message or "the object store cannot be reached" }
end
return { status = "Progressing", message = "not looked at yet" }
