print(obj.kind)
