# Everything in the cloud is looked for in one account; in another, it would be misjudged, and secrets made there.
account_error=
in_account() {
  [ -z "$account_error" ] && return 0
  unknown "$what" "$account_error"
  return 1
}

# The identity that was looked at last, if it is there: only then is it asked what it may do.
# shellcheck disable=SC2034
identity_there=

# Who signs the tokens of the cluster's ServiceAccounts.
# shellcheck disable=SC2034 # not every cloud asks
issuer=
find_issuer() {
  try cluster get --raw /.well-known/openid-configuration || return 1
  # shellcheck disable=SC2034
  issuer=$(printf '%s' "$out" | sed -n 's/.*"issuer": *"\([^"]*\)".*/\1/p')
}

# Whether the store has a value for a secret: 0 it has, 1 it has none, 2 that could not be seen, 3
# something stands in the way, and $why says what.
stored() {
  if [ -n "$account_error" ]; then
    why=$account_error
    return 2
  fi
  has_value "$1"
}
