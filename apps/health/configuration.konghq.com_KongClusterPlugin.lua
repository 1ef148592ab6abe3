-- Health of a plugin of the gateway. One that holds everywhere counts when the gateway has it: it is what closes routes.
-- Of any other the controller says something only once a route names it.
--   Healthy      the gateway has it as it is now; or it holds for no route yet
--   Progressing  the gateway does not have it yet
--   Degraded     it is none that the gateway takes
local meta = obj.metadata
local everywhere = (meta.labels or {}).global == "true"

for _, condition in ipairs((obj.status or {}).conditions or {}) do
  if condition.type == "Programmed" and condition.observedGeneration == meta.generation then
    if condition.status == "True" then
      return { status = "Healthy", message = condition.message }
    elseif condition.reason == "Invalid" then
      return { status = "Degraded", message = condition.message }
    end
  end
end
if everywhere then return { status = "Progressing", message = "the gateway does not have it yet" } end
return { status = "Healthy", message = "no route has it yet" }
