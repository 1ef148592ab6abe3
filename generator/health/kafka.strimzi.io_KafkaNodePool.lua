-- Health of a node pool of Strimzi. Its status has no word on whether nodes run: the operator writes it before it
-- starts them, and reports them in the Kafka that the pool belongs to, which has a check of its own.
--   Healthy      the operator knows this very specification and gave every node its number
--   Progressing  it does not yet
-- Never Degraded, because there is nothing to tell it by.
local st = obj.status or {}

if st.observedGeneration ~= obj.metadata.generation then
  return { status = "Progressing", message = "not seen by the operator since the last change" }
end
if st.replicas ~= obj.spec.replicas then
  local have, want = tostring(st.replicas or 0), tostring(obj.spec.replicas)
  return { status = "Progressing", message = have .. " of " .. want .. " nodes have a number" }
end
return { status = "Healthy", message = "known to the operator; see the Kafka for its nodes" }
