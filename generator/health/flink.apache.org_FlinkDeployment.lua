-- Health of a FlinkDeployment. Argo CD's own check is content once the operator has accepted the spec; whoever waits
-- for a job needs the job itself.
--
-- Healthy:     the current spec is what runs: its JobManager answers and its job is running
-- Progressing: on the way there, or the operator is bringing the job back
-- Degraded:    it will not get there by itself: the deployment or the job failed, the job ended, the spec was rolled
--              back, or an error has stood for ten minutes without a step forward
-- Suspended:   stopped, because the spec says so; what waits for the job waits on

local os = require("os")

local status = obj.status or {}
local job, reconciliation = status.jobStatus or {}, status.reconciliationStatus or {}
local lifecycle, manager, problem = status.lifecycleState, status.jobManagerDeploymentStatus, status.error

local function verdict(name, why) return { status = name, message = why } end
local function progressing(why)
  return verdict("Progressing", problem ~= nil and why .. ": " .. problem or why)
end

if obj.metadata.deletionTimestamp ~= nil then return progressing("being deleted") end
if lifecycle == nil then return progressing("not taken up by the operator") end

-- Until the operator has taken up the current spec, all that its status says is about an older one. It is absent
-- while nothing was ever deployed, and then there is no older one.
if status.observedGeneration ~= nil and status.observedGeneration ~= obj.metadata.generation then
  return progressing("the status is about an older spec")
end

if lifecycle == "FAILED" or manager == "ERROR" then
  return verdict("Degraded", problem or "the deployment failed")
end
if lifecycle == "ROLLED_BACK" then return verdict("Degraded", "rolled back to the last spec that ran") end
if lifecycle == "SUSPENDED" then return verdict("Suspended", "the spec suspends the job") end

if lifecycle == "STABLE" then
  -- A job that is being upgraded ends too, but is not stable then.
  if job.state == "FAILED" or job.state == "CANCELED" or job.state == "FINISHED" then
    return verdict("Degraded", "the job ended as " .. job.state)
  end
  -- Without a job it is a session cluster.
  if manager == "READY" and (obj.spec.job == nil or job.state == "RUNNING") then
    return verdict("Healthy", "running")
  end
elseif problem ~= nil then
  -- In milliseconds, of the last step of a deployment; it does not move while the same step is tried again.
  local step = tonumber(reconciliation.reconciliationTimestamp)
  if step ~= nil and os.time() - step / 1000 > 600 then return verdict("Degraded", problem) end
end

return progressing(lifecycle .. ", JobManager " .. (manager or "unknown") .. ", job " .. (job.state or "unknown"))
