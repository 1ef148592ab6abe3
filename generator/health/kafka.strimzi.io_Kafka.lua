-- Health of a Kafka cluster of Strimzi, instead of the one that Argo CD brings: that one believes a Ready that is
-- about an older specification, so a wave would go on while brokers still restart one by one.
--   Healthy      the operator has finished with this very specification and everything was ready
--   Degraded     it gave up on this specification for now; it tries again every two minutes
--   Suspended    a person paused it
--   Progressing  being created, or not finished since the last change
-- Changes of a node pool count as well: our chart makes a new generation of the Kafka out of each.
local meta, st = obj.metadata, obj.status or {}

if (meta.annotations or {})["strimzi.io/pause-reconciliation"] == "true" then
  return { status = "Suspended", message = "reconciliation is paused" }
end
if st.observedGeneration ~= meta.generation then
  return { status = "Progressing", message = "not finished since the last change" }
end
for _, condition in ipairs(st.conditions or {}) do
  if condition.type == "NotReady" and condition.status == "True" then
    local status = "Degraded"
    if condition.reason == "Creating" then status = "Progressing" end
    return { status = status, message = condition.message or condition.reason or "not ready" }
  end
  if condition.type == "Ready" and condition.status == "True" then
    return { status = "Healthy", message = "ready" }
  end
end
return { status = "Progressing", message = "no verdict yet" }
