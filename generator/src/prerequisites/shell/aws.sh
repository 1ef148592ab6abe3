cloud() { aws --region "$region" --output text --cli-connect-timeout 20 "$@"; }

account() {
  what="AWS account $1"
  if ! try cloud sts get-caller-identity --query Account; then
    account_error=$why
    unknown "$what" "$why"
  elif [ "$out" = "$1" ]; then
    ok "$what"
  else
    account_error="signed in to the account $out, not to $1"
    unknown "$what" "$account_error"
  fi
}
federation() {
  what="IAM OIDC provider of the cluster"
  in_account || return
  if ! find_issuer || ! try cloud iam list-open-id-connect-providers --query 'OpenIDConnectProviderList[].Arn'; then
    unknown "$what" "$why"
    return
  fi
  case "$out " in
    *":oidc-provider/${issuer#https://}"[!a-zA-Z0-9]*) ok "$what" ;;
    *) missing "$what" "create it for $issuer" ;;
  esac
}

bucket() {
  what="bucket $1"
  in_account || return
  if try cloud s3api head-bucket --bucket "$1" --expected-bucket-owner "$account"; then
    ok "$what"
  elif absent; then
    missing "$what" 'create it'
  else
    unknown "$what" "$why"
  fi
}

identity() {
  identity_there=
  what="IAM role $1"
  in_account || return
  if try cloud iam get-role --role-name "${1##*/}" --query 'Role.AssumeRolePolicyDocument' --output json; then
    identity_there=yes
    case $out in
      *"\"$2\""* | *"\"${2%:*}:*\""*) ;;
      *)
        missing "$what" "its trust policy does not name $2"
        return
        ;;
    esac
    case $out in
      *"oidc-provider/${issuer#https://}"*) ok "$what" "trusts $2" ;;
      *) missing "$what" "it trusts another issuer than the cluster's, $issuer" ;;
    esac
  elif absent; then
    missing "$what" "create it as PLAN.md says"
  else
    unknown "$what" "$why"
  fi
}

# ROLE, ACTIONS (with spaces between), then what they are asked for on.
allowed() {
  [ -n "$identity_there" ] || return
  what="IAM role $1 may $2"
  role=$1
  actions=$2
  shift 2
  # shellcheck disable=SC2086 # actions are words
  if ! try cloud iam simulate-principal-policy --policy-source-arn "$role" --action-names $actions --resource-arns "$@" --query "EvaluationResults[?EvalDecision!='allowed'].[EvalActionName, EvalResourceName]"; then
    unknown "$what" "$why"
  elif [ -z "$out" ]; then
    ok "$what" "on $*"
  else
    missing "$what" "denied: $(printf '%s' "$out" | tr '\n\t' ', ')"
  fi
}

has_value() {
  if try cloud secretsmanager describe-secret --secret-id "$1" --query "join(' ', [DeletedDate && 'deleted' || 'there', VersionIdsToStages && 'full' || 'empty'])"; then
    case $out in
      deleted*)
        why='it is scheduled for deletion: restore it'
        return 3
        ;;
      *full) return 0 ;;
    esac
    exists=yes
    return 1
  fi
  exists=
  absent && return 1
  return 2
}
create() {
  if [ -n "$exists" ]; then
    cloud secretsmanager put-secret-value --secret-id "$1" --secret-string file:///dev/stdin
  else
    cloud secretsmanager create-secret --name "$1" --secret-string file:///dev/stdin
  fi
}

address() {
  what="Elastic IPs $*"
  in_account || return
  if try cloud ec2 describe-addresses --allocation-ids "$@" --query 'Addresses[].PublicIp'; then
    entrance=$(printf '%s' "$out" | tr '\t\n' '  ')
    ok "$what" "$entrance"
  elif absent; then
    missing "$what" 'allocate them, one for each public subnet, or correct cloud.entrance'
  else
    unknown "$what" "$why"
  fi
}
