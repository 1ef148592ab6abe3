cloud() { gcloud "$@" --project "$project" --quiet; }

account() {
  what="Google project $1"
  if try gcloud projects describe "$1" --format 'value(projectId)' --quiet; then
    ok "$what"
  else
    account_error=$why
    unknown "$what" "$why"
  fi
}
federation() {
  what="workload identity of the cluster $cluster_name"
  in_account || return
  if ! try cloud container clusters describe "$cluster_name" --location "$cluster_location" --format 'value(workloadIdentityConfig.workloadPool)'; then
    unknown "$what" "$why"
  elif [ "$out" = "$project.svc.id.goog" ]; then
    ok "$what"
  else
    missing "$what" "enable it, with the pool $project.svc.id.goog"
  fi
}

bucket() {
  what="bucket $1"
  in_account || return
  if try cloud storage buckets describe "gs://$1" --format 'value(name)'; then
    ok "$what"
  elif absent; then
    missing "$what" 'create it'
  else
    unknown "$what" "$why"
  fi
}

identity() {
  identity_there=
  what="service account $1"
  in_account || return
  if try cloud iam service-accounts get-iam-policy "$1" --flatten 'bindings[].members' --filter 'bindings.role=roles/iam.workloadIdentityUser' --format 'value(bindings.members)'; then
    identity_there=yes
    if printf '%s\n' "$out" | grep -Fxq -e "$2"; then ok "$what" "trusts $2"; else missing "$what" "let $2 use it (roles/iam.workloadIdentityUser)"; fi
  elif absent; then
    missing "$what" 'create it as PLAN.md says'
  else
    unknown "$what" "$why"
  fi
}

# ACCOUNT, ROLE, and a bucket or the project. A role on the whole project counts for the bucket too.
allowed() {
  [ -n "$identity_there" ] || return
  what="service account $1 has $2 on $3"
  member="serviceAccount:$1"
  try gcloud projects get-iam-policy "$project" --flatten 'bindings[].members' --filter "bindings.members=$member" --format 'value(bindings.role)' --quiet || {
    unknown "$what" "$why"
    return
  }
  roles=$out
  case $3 in
    gs://*)
      try cloud storage buckets get-iam-policy "$3" --flatten 'bindings[].members' --filter "bindings.members=$member" --format 'value(bindings.role)' || {
        unknown "$what" "$why"
        return
      }
      roles="$roles
$out"
      ;;
  esac
  if printf '%s\n' "$roles" | grep -Fxq -e "$2"; then
    ok "$what"
  elif printf '%s\n' "$roles" | grep -q .; then
    unknown "$what" "it has other roles: $(printf '%s' "$roles" | tr '\n' ' ')"
  else
    missing "$what" 'grant it'
  fi
}

has_value() {
  exists=
  if try cloud secrets versions list "$1" --filter 'state=ENABLED' --format 'value(name)' --limit 1; then
    exists=yes
    [ -n "$out" ]
    return
  fi
  absent && return 1
  return 2
}
create() {
  if [ -n "$exists" ]; then
    cloud secrets versions add "$1" --data-file=-
  else
    cloud secrets create "$1" --replication-policy=automatic --data-file=-
  fi
}

address() {
  what="static address $1 in $2"
  in_account || return
  if try cloud compute addresses describe "$1" --region "$2" --format 'value(address)'; then
    entrance=$out
    ok "$what" "$out"
  elif absent; then
    missing "$what" 'reserve it, in that region, or correct cloud.entrance'
  else
    unknown "$what" "$why"
  fi
}
