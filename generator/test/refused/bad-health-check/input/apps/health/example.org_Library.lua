if obj.status then
  return "Healthy"
end
if string.lower(obj.kind) == "x" then
  return { message = os.getenv("HOME") }
end
