-- Health of a Druid cluster, for which Argo CD has no check.
--   Healthy      the operator has been through the current specification, and every pod was ready
--   Progressing  pods start, or the operator replaces them, one kind after the other
--   Degraded     a pod failed for good: whoever looks after the cluster must delete it
--   Suspended    a person told the operator to leave the cluster alone
-- The operator reports no generation. It writes its status only at the end of a pass that nothing interrupted, and a
-- kind of pods that is not ready yet interrupts all passes but those of a cluster's first specification. What it writes
-- has the names of all Services, so a Service that is called after a checksum of the specification tells which one was
-- rolled out. Its name is the annotation checksum/service; without one, a rollout is not seen before its end.
local meta, spec, st = obj.metadata, obj.spec, obj.status or {}

local function verdict(status, message) return { status = status, message = message } end

if (meta.annotations or {})["druid.apache.org/ignored"] == "true" then
  return verdict("Suspended", "the operator ignores it")
end

local node = st.druidNodeStatus or {}
if node.druidNodeConditionType == nil then return verdict("Progressing", "not taken up by the operator") end

local mark, marked = (meta.annotations or {})["checksum/service"], false
for _, service in ipairs(st.services or {}) do
  if service == mark then marked = true end
end
if mark ~= nil and not marked then return verdict("Progressing", "the current specification is not rolled out") end

if node.druidNodeConditionType == "DruidNodeErrorState" then
  local message = (node.druidNode or "a pod") .. ": " .. (node.reason or "not ready")
  return verdict(node.reason == "PodFailed" and "Degraded" or "Progressing", message)
end
-- In its first pass the operator finds every pod ready, because there is none.
local pods = 0
for _, kind in pairs(spec.nodes or {}) do pods = pods + (kind.replicas or 0) end
if #(st.pods or {}) < pods then return verdict("Progressing", "not all pods were started") end
if node.druidNodeConditionType == "DruidClusterReady" then return verdict("Healthy", "all pods are ready") end
return verdict("Progressing", node.reason or node.druidNodeConditionType)
