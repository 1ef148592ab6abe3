-- Healthy: the engine says so.
return { status = obj.status.phase or "Progressing" }
