local health = { status = "Progressing", message = "waiting" }
if obj.status ~= nil then
  health.status = obj.status.phase
end
return health
