cloud() { az "$@" --subscription "$subscription" --output tsv --only-show-errors; }

account() {
  what="Azure subscription $1"
  if try cloud account show --query id; then
    ok "$what"
  else
    account_error=$why
    unknown "$what" "$why"
  fi
}

storage_account() {
  what="storage account $1"
  in_account || return
  if ! try cloud storage account list --query "[?name=='$1'].name"; then
    unknown "$what" "$why"
  elif [ -n "$out" ]; then
    ok "$what"
  else
    missing "$what" 'create it'
  fi
}

key_vault() {
  what="key vault $1"
  in_account || return
  if try cloud keyvault show --name "$1" --query name; then
    ok "$what"
  elif absent; then
    missing "$what" 'create it'
  else
    unknown "$what" "$why"
  fi
}

federation() {
  find_issuer || unknown 'OIDC issuer of the cluster' "$why"
  object mutatingwebhookconfigurations '' azure-wi-webhook-mutating-webhook-configuration 'enable the OIDC issuer and workload identity of the AKS cluster'
}

bucket() {
  what="container $1"
  in_account || return
  if ! try cloud storage container exists --account-name "$storage_account" --name "$1" --auth-mode login --query exists; then
    unknown "$what" "$why"
  else
    case $out in
      [Tt]rue) ok "$what" ;;
      *) missing "$what" "create it in the storage account $storage_account" ;;
    esac
  fi
}

identity() {
  identity_there=
  what="managed identity $1"
  in_account || return
  if ! try cloud identity list --query "[?clientId=='$1'].[name, resourceGroup]"; then
    unknown "$what" "$why"
    return
  fi
  if [ -z "$out" ]; then
    missing "$what" 'create it as PLAN.md says'
    return
  fi
  identity_there=yes
  found=$(printf '%s' "$out" | cut -f 1)
  group=$(printf '%s' "$out" | cut -f 2)
  if ! try cloud identity federated-credential list --identity-name "$found" --resource-group "$group" --query '[].[subject, issuer]'; then
    unknown "$what" "$why"
  elif [ -n "$issuer" ] && printf '%s\n' "$out" | grep -Fxq -e "$2	$issuer"; then
    ok "$what" "trusts $2"
  elif [ -z "$issuer" ] && printf '%s\n' "$out" | cut -f 1 | grep -Fxq -e "$2"; then
    ok "$what" "trusts $2, of an issuer that was not compared"
  else
    missing "$what" "it has no federated credential for $2${issuer:+ of $issuer}"
  fi
}

# IDENTITY, ROLE, and a part of the scope; an assignment to a whole group or subscription covers it.
allowed() {
  [ -n "$identity_there" ] || return
  what="managed identity $1 has the role $2 on ${3##*/}"
  if ! try cloud role assignment list --assignee "$1" --all --query "[?roleDefinitionName=='$2'].scope"; then
    unknown "$what" "$why"
    return
  fi
  printf '%s\n' "$out" >"$scratch/scopes"
  while read -r scope; do
    case $scope in
      *"$3" | *"$3/"*)
        ok "$what"
        return
        ;;
      /subscriptions/*/providers/*) ;;
      /subscriptions/* | /)
        ok "$what" "by $scope"
        return
        ;;
    esac
  done <"$scratch/scopes"
  missing "$what" 'assign it'
}

has_value() {
  if try cloud keyvault secret list-versions --vault-name "$vault" --name "$1" --query 'length([?attributes.enabled])'; then
    [ "$out" != 0 ]
    return
  fi
  case $why in
    *SecretNotFound*) return 1 ;;
  esac
  return 2
}
create() {
  cloud keyvault secret set --vault-name "$vault" --name "$1" --file /dev/stdin --encoding utf-8 --query id
}

address() {
  what="public IP $1 in the resource group $2"
  in_account || return
  if try cloud network public-ip show --name "$1" --resource-group "$2" --query ipAddress; then
    entrance=$out
    if [ -n "$out" ]; then ok "$what" "$out"; else missing "$what" 'it has no address: make it a static one'; fi
  elif absent; then
    missing "$what" 'create it, static and of the SKU Standard, or correct cloud.entrance'
  else
    unknown "$what" "$why"
  fi
}
