-- Health of a disruption budget. Of most it is as Argo CD has it. But a budget also counts the pods that it protects, and
-- which of them are ready, as Kubernetes itself sees them: one with the annotation health/pods: "true" waits for them.
-- That is for pods that an operator makes, who would not say.
--   Healthy      it protects its pods; and with the annotation, all of them are ready
--   Progressing  nobody has looked yet; or with the annotation, pods are missing or not ready
--   Degraded     it could not be applied
local meta, st = obj.metadata, obj.status or {}

if st.conditions == nil then return { status = "Progressing", message = "nobody has looked yet" } end
for _, condition in ipairs(st.conditions) do
  if condition.status == "False" and condition.reason ~= "InsufficientPods" then
    return { status = "Degraded", message = condition.message or condition.reason }
  end
end

if (meta.annotations or {})["health/pods"] ~= "true" then
  return { status = "Healthy", message = "protects its pods" }
end
if st.observedGeneration ~= meta.generation then
  return { status = "Progressing", message = "the status is about an older budget" }
end
local ready, expected = st.currentHealthy or 0, st.expectedPods or 0
local message = ready .. " of " .. expected .. " pods are ready"
if expected > 0 and ready >= expected then return { status = "Healthy", message = message } end
return { status = "Progressing", message = message }
