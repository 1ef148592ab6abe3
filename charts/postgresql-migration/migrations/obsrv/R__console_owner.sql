-- The first user of the console, who may make all others. Only while there is no such user: a password that was
-- changed in the console stays changed.
-- Between dollars and after a space for the reasons given with the encryption key.
INSERT INTO oauth_users (id, user_name, password, first_name, email_address, roles, is_owner)
SELECT
  '${console_id}',
  btrim($name$ ${console_user} $name$),
  crypt(btrim($password$ ${console_password} $password$), gen_salt('bf', 10)),
  'Owner',
  btrim($email$ ${console_email} $email$),
  '{admin}',
  true
WHERE NOT EXISTS (SELECT FROM oauth_users WHERE is_owner)
ON CONFLICT DO NOTHING;

-- Who was made before Keycloak knew them is known by what its tokens say from now on.
UPDATE oauth_users
SET id = '${console_id}'
WHERE is_owner AND created_by = 'SYSTEM' AND id <> '${console_id}'
  AND user_name = btrim($name$ ${console_user} $name$);
