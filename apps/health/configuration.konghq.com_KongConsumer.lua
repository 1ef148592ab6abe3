-- Health of somebody who calls, as the gateway's controller reports it.
--   Healthy      the gateway knows it as it is now, with its credentials
--   Progressing  it does not yet
--   Degraded     it is none that the gateway takes, or a credential of it is missing
local meta = obj.metadata

for _, condition in ipairs((obj.status or {}).conditions or {}) do
  if condition.type == "Programmed" and condition.observedGeneration == meta.generation then
    if condition.status == "True" then
      return { status = "Healthy", message = condition.message }
    elseif condition.reason == "Invalid" then
      return { status = "Degraded", message = condition.message }
    end
  end
end
return { status = "Progressing", message = "the gateway does not know it yet" }
