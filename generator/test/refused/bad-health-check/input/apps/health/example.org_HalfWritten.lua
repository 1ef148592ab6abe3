if obj.status == nil then
  return { status = "Progressing" }
