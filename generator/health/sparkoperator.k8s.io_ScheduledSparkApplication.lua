-- Health of a ScheduledSparkApplication. How a run went is said by its SparkApplication and counted in the operator's
-- metrics: one that failed in the night is no reason to hold back what has nothing to do with it.
--
-- Healthy:     the operator understood the schedule and knows when it runs next
-- Progressing: not taken up by the operator
-- Degraded:    the schedule or its time zone is wrong; the operator does not look at it again, even when it is mended:
--              delete the object, and it is made anew
-- Suspended:   no runs, because the spec says so

local status = obj.status or {}

local function verdict(name, why) return { status = name, message = why } end

if obj.metadata.deletionTimestamp ~= nil then return verdict("Progressing", "being deleted") end
if obj.spec ~= nil and obj.spec.suspend == true then return verdict("Suspended", "the spec suspends it") end
if status.scheduleState == "FailedValidation" then
  return verdict("Degraded", status.reason or "the schedule is wrong")
end
if status.scheduleState == "Scheduled" and status.nextRun ~= nil then
  return verdict("Healthy", "next run at " .. status.nextRun)
end
return verdict("Progressing", "not taken up by the operator")
