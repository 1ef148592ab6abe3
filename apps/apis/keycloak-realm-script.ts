/**
 * Brings a realm to what the files beside it say, by Keycloak's own client of its admin API. What is not there is added,
 * what is there is changed in what the files name, and nothing is removed: users, and what people added, stay.
 */
export const realmScript = `kcadm() {
  verb=$1
  shift
  /opt/keycloak/bin/kcadm.sh "$verb" "$@" --config /tmp/kcadm.config
}

log_in() {
  KC_CLI_CLIENT_SECRET=$SETUP_SECRET kcadm config credentials --server "$SERVER" --realm master --client "$SETUP_CLIENT"
}

# Writes a list: lines of id and name, of a collection whose objects are named by that key.
list() {
  written=$1 collection=$2 key=$3
  shift 3
  kcadm get "$collection" --fields "id,$key" --format csv --noquotes "$@" > "/tmp/$written"
}

# The id of what has that name on a list; nothing where it is not there.
found() {
  while IFS=, read -r id name; do
    if [ "$name" = "$2" ]; then printf %s "$id"; fi
  done < "/tmp/$1"
}

# Adds what the file says, or changes what the list has of that name; its id is in $applied then.
apply() {
  written=$1 collection=$2 name=$3 file=$4
  shift 4
  applied=$(found "$written" "$name")
  if [ -z "$applied" ]; then
    echo "adds $collection $name"
    applied=$(kcadm create "$collection" -r "$REALM" -f "$file" -i "$@")
  else
    kcadm update "$collection/$applied" -r "$REALM" -f "$file" -s "id=$applied" "$@"
  fi
}

cd "$FILES"
log_in

# Administrators come through the cluster. Where they log in is part of their tokens, so ours ends here.
kcadm update realms/master -s "attributes.frontendUrl=$ADMIN_URL" -s bruteForceProtected=true
log_in
list users users username -r master -q "username=$ADMIN_USER" -q exact=true
admin=$(found users "$ADMIN_USER")
if [ -z "$admin" ]; then
  admin=$(kcadm create users -r master -s "username=$ADMIN_USER" -s enabled=true -i)
fi
kcadm add-roles -r master --uid "$admin" --rolename admin
# A password that was changed in the store is the one that counts.
printf '{"type": "password", "value": "%s"}' "$ADMIN_PASSWORD" |
  kcadm update "users/$admin/reset-password" -r master -n -f -

# Accounts of ours whose secret was replaced.
list accounts clients clientId -r master
while IFS=, read -r id name; do
  case $name in
    "$SETUP_CLIENT") ;;
    setup | setup-*) kcadm delete "clients/$id" -r master ;;
  esac
done < /tmp/accounts

kcadm get realms --fields realm --format csv --noquotes > /tmp/realms
grep -qx "$REALM" /tmp/realms || kcadm create realms -s "realm=$REALM" -s enabled=true
kcadm update "realms/$REALM" -f realm.json

list scopes client-scopes name -r "$REALM"
for file in scope.*.json; do
  scope=\${file#scope.}
  scope=\${scope%.json}
  apply scopes client-scopes "$scope" "$file"
  mappers=client-scopes/$applied/protocol-mappers/models
  list mappers "$mappers" name -r "$REALM"
  for mapper in mapper."$scope".*.json; do
    name=\${mapper#mapper.*.}
    apply mappers "$mappers" "\${name%.json}" "$mapper"
  done
done

list scopes client-scopes name -r "$REALM"
list clients clients clientId -r "$REALM"
for file in client.*.json; do
  client=\${file#client.}
  client=\${client%.json}
  secret=$(printenv "SECRET_$client" || true)
  apply clients clients "$client" "$file" \${secret:+-s "secret=$secret"}
  # A client that is there keeps the scopes that it has, whatever its file says.
  list has "clients/$applied/default-client-scopes" name -r "$REALM"
  for scope in $(cat "scopes-of.$client"); do
    if [ -z "$(found has "$scope")" ]; then
      kcadm update "clients/$applied/default-client-scopes/$(found scopes "$scope")" -r "$REALM" -n -b '{}'
    fi
  done
done

# Roles and the first user, where they are not there yet.
sed "s/OWNER_PASSWORD/$OWNER_PASSWORD/" import.json > /tmp/import.json
kcadm create partialImport -r "$REALM" -f /tmp/import.json

# Which roles a token with that scope has, of those of its user.
list roles roles name -r "$REALM"
for file in roles-of.*; do
  body=
  for role in $(cat "$file"); do
    body="$body,$(printf '{"id": "%s", "name": "%s"}' "$(found roles "$role")" "$role")"
  done
  printf '[%s]' "\${body#,}" |
    kcadm create "client-scopes/$(found scopes "\${file#roles-of.}")/scope-mappings/realm" -r "$REALM" -f -
done
echo "the realm $REALM is as the platform says"
`;
