-- A tool is large or it is not.
if obj.spec.size == "large" and obj.status.phase == "Ready" then
  return { status = "Healthy", message = "ready" }
end
local newest = obj.status.conditions[1]
return { status = "Progressing", message = newest.message }
