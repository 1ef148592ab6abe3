local hs = { status = "healthy" }
if obj.status then
  hs.status = "Running"
end
return hs
