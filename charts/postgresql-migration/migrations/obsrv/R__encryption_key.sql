-- The key that programs encrypt settings of connectors with. Applied again when it was replaced: what was encrypted
-- with the one before it can then no longer be read.
-- Between dollars, so that a key may hold any character; and after a space, because Flyway overlooks a placeholder
-- that follows a dollar.
INSERT INTO system_settings (key, value, valuetype, label)
VALUES (
  'encryptionSecretKey',
  btrim($key$ ${encryption_key} $key$),
  'string',
  'Key that settings of connectors are encrypted with'
)
ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value, updated_date = now()
WHERE system_settings.value IS DISTINCT FROM EXCLUDED.value;
