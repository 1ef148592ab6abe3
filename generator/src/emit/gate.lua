-- Health of the Applications of this platform, for the waves of their root.
--
-- A wave must hold until each child has applied its current spec and works. Argo CD itself has no health for
-- Applications, and the check that its documentation prints looks at health alone: it passes a child whose status
-- is still about an older spec, or that is half applied.
--
-- Healthy:     the status is about the current spec, Synced, and Healthy
-- Progressing: not yet, and there is still patience
-- Degraded:    failed, unhealthy for longer than a moment, or not there for longer than the patience; the root's
--              operation then ends, and its next one starts from the newest commit, the fix included

local os = require("os")

local labels = obj.metadata.labels or {}
local annotations = obj.metadata.annotations or {}
local status = obj.status or {}
local health, sync, operation = status.health or {}, status.sync or {}, status.operationState or {}

local function verdict(name, why) return { status = name, message = why } end

-- What is pinned has the domain in front of its labels that it had when it was written.
local function own(keys, name)
  for _, domain in ipairs({ @LABEL_DOMAINS@ }) do
    local value = keys[domain .. "/" .. name]
    if value ~= nil then return value end
  end
  return nil
end

-- Applications of other teams keep what Argo CD thinks of them.
if own(labels, "app") == nil then
  return verdict(health.status or "Progressing", health.message or "")
end
if health.status == nil or sync.status == nil then
  return verdict("Progressing", "not reconciled yet")
end

-- Empty fields vanish when the controller stores what it compared, so empty and absent are the same.
local function empty(value)
  if type(value) ~= "table" then return value == nil or value == "" or value == false end
  for _, part in pairs(value) do
    if not empty(part) then return false end
  end
  return true
end

local function same(a, b)
  if empty(a) and empty(b) then return true end
  if type(a) ~= "table" or type(b) ~= "table" then return a == b end
  for key in pairs(a) do if not same(a[key], b[key]) then return false end end
  for key in pairs(b) do if not same(a[key], b[key]) then return false end end
  return true
end

local compared = sync.comparedTo or {}
local current = same(obj.spec.source, compared.source)
  and same(obj.spec.sources, compared.sources)
  and same(obj.spec.destination, compared.destination)

-- The project is not part of what was compared; a child that may not use it says so here.
local invalid
for _, condition in ipairs(status.conditions or {}) do
  if condition.type == "InvalidSpecError" then invalid = condition end
end

-- What upstream dropped and nobody may prune is no reason to wait.
local function synced()
  if sync.status == "Synced" then return true end
  if own(annotations, "keeps-extraneous") ~= "true" or sync.status ~= "OutOfSync" then return false end
  for _, resource in ipairs(status.resources or {}) do
    if resource.status == "OutOfSync" and not resource.requiresPruning then return false end
  end
  return true
end

local running = operation.phase == "Running" or operation.phase == "Terminating"

-- Times are RFC 3339 in UTC, so they compare as text.
local function later(a, b)
  if a == nil or (b ~= nil and b > a) then return b end
  return a
end

-- `os.date` of this interpreter ignores `!` when it is given a time, so the offset is taken off by hand.
local function utc(time)
  return os.date("%Y-%m-%dT%H:%M:%SZ", time - (os.time() - os.time(os.date("!*t"))))
end

-- A running operation counts from its start, retries included. Else from the last change of health, so that a
-- child that was well for weeks and restarts gets its whole patience.
local since
if running then
  since = operation.startedAt
else
  since = later(later(operation.finishedAt, health.lastTransitionTime), obj.metadata.creationTimestamp)
  if invalid ~= nil then since = later(since, invalid.lastTransitionTime) end
end
local function for_longer_than(seconds) return since ~= nil and since < utc(os.time() - seconds) end

if not running then
  if obj.operation ~= nil then return verdict("Progressing", "an operation is pending") end
  if not current and invalid == nil and health.status ~= "Unknown" then
    return verdict("Progressing", "the status is about an older spec")
  end
  -- After a fix that goes back to what is live, the failed operation stays on record forever; it counts only
  -- while it is about the revision that is compared now.
  local result = operation.syncResult or {}
  local about_now = same(result.revision, sync.revision) and same(result.revisions, sync.revisions)
  if current and about_now and (operation.phase == "Failed" or operation.phase == "Error") then
    return verdict("Degraded", "the last operation ended as " .. operation.phase)
  end
  -- Operators pass through Degraded on their way, and what was unhealthy is so for a moment after its fix was synced.
  if current and health.status == "Degraded" and for_longer_than(@GRACE@) then
    return verdict("Degraded", health.message or "degraded")
  end
end

local why
if running then why = "an operation is running"
elseif invalid ~= nil then why = invalid.message or "the spec is invalid"
elseif not current then why = "the status is about an older spec"
elseif not synced() then why = "sync is " .. sync.status
elseif health.status ~= "Healthy" then why = "health is " .. health.status
else return verdict("Healthy", "synced and healthy") end

local patience = tonumber(own(annotations, "patience-seconds")) or @PATIENCE@
if for_longer_than(patience) then
  return verdict("Degraded", why .. " for too long")
end
return verdict("Progressing", why)
