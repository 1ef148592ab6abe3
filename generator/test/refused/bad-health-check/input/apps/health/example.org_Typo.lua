local hs = {}
hs.status = "Progressing"
if objj.status then
  hs.status = "Healthy"
end
return hs
