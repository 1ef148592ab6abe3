local phase = "None"
return { status = "Progressing", message = phase:lower() }
