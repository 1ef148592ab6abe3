-- Health of a definition of custom kinds: as Argo CD has it, but that what is not established yet is on its way. Of a
-- group below k8s.io, the server says who approved it before it says anything of the names: a wave would fail for the
-- time between the two, which is long on a busy machine.
--   Healthy      objects of the kind can be made
--   Degraded     its names are another's, or its schema is not understood; the message says why
--   Progressing  not established yet, or being deleted
local said = {}
for _, condition in ipairs((obj.status or {}).conditions or {}) do said[condition.type] = condition end

local function says(type, status) return said[type] ~= nil and said[type].status == status end

if obj.metadata.deletionTimestamp ~= nil or says("Terminating", "True") then
  return { status = "Progressing", message = "being deleted" }
end
if says("NamesAccepted", "False") then return { status = "Degraded", message = said.NamesAccepted.message } end
if says("NonStructuralSchema", "True") then return { status = "Degraded", message = said.NonStructuralSchema.message } end
if says("Established", "True") then return { status = "Healthy", message = "established" } end
return { status = "Progressing", message = "not established yet" }
