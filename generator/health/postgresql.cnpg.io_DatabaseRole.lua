-- Health of a role of CloudNativePG.
--   Healthy      PostgreSQL has it as this very specification says
--   Degraded     PostgreSQL or the operator refused it; the message says why. Tried again every 30 seconds, so that
--                what only came too early (before the Secret with its password) repairs itself, and the wave is tried again, too
--   Progressing  nobody has tried yet, or not since the last change
local st = obj.status or {}

if st.applied == false then
  return { status = "Degraded", message = st.message or "not applied" }
end
if st.applied == nil then
  return { status = "Progressing", message = st.message or "not applied yet" }
end
if st.observedGeneration ~= obj.metadata.generation then
  return { status = "Progressing", message = "applied, but not since the last change" }
end
return { status = "Healthy", message = "applied" }
