local words = { Ready = "Healthy" }
local phase = (obj.status or {}).phase or "unknown"
return { status = words[phase] or phase, message = phase }
