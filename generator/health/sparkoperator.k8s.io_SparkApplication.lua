-- Health of a SparkApplication, by the states of its operator. Argo CD's own check takes a run that is still being
-- submitted, or that failed and is tried again, for one that works.
--
-- Healthy:     it runs, or it ended well
-- Progressing: on the way there, or to another try
-- Degraded:    it failed, and is not tried again
-- Suspended:   stopped, because the spec says so

local status = obj.status or {}
local application = status.applicationState or {}
local state, problem = application.state or "", application.errorMessage

local function verdict(name, why)
  return { status = name, message = problem ~= nil and problem ~= "" and why .. ": " .. problem or why }
end

if obj.metadata.deletionTimestamp ~= nil then return verdict("Progressing", "being deleted") end
if state == "RUNNING" or state == "SUCCEEDING" then return verdict("Healthy", "running") end
if state == "COMPLETED" then return verdict("Healthy", "completed") end
if state == "FAILED" then return verdict("Degraded", "failed") end
if state == "SUSPENDED" then return verdict("Suspended", "the spec suspends it") end
if state == "" then return verdict("Progressing", "not taken up by the operator") end
return verdict("Progressing", state)
