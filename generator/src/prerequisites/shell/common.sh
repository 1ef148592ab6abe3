set -u
umask 077
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM
missing=0
unknown=0

# One line for each prerequisite: its state, what it is, and what to do about it.
ok() { printf 'ok           %s\n' "$1${2:+ ($2)}"; }
note() { printf 'by hand      %s\n' "$1: $2"; }
missing() {
  printf 'missing      %s\n' "$1: $2"
  missing=$((missing + 1))
}
unknown() {
  printf 'cannot tell  %s\n' "$1: $2"
  unknown=$((unknown + 1))
}
heading() { printf '\n%s\n' "$1"; }

# Runs a program: what it prints is in $out, and the line that says what went wrong in $why. It reads nothing, because
# this script may be what comes in.
try() {
  out=$("$@" </dev/null 2>"$scratch/error")
  tried=$?
  why=
  [ "$tried" -eq 0 ] && return 0
  why=$(complaint)
  [ -n "$why" ] || why="$1 ended with code $tried"
  return "$tried"
}

# Of what a program wrote, the line that begins with an error, or else the last one; lines of a log are left out.
complaint() {
  grep -v -e '^[EWI][0-9][0-9][0-9][0-9] ' -e '^ *$' "$scratch/error" | awk '/^ERROR|^[Ee]rror|^An error/ && !first { first = $0 } { last = $0 } END { print first ? first : last }'
}

# Whether the last program failed because something is not there, rather than because it could not look.
absent() {
  # A program that is not installed is not found either.
  case $tried in
    126 | 127) return 1 ;;
  esac
  case $why in
    *NotFound* | *'not found'* | *NoSuch* | *NOT_FOUND* | *'(404)'* | *"can't find"* | *'does not exist'*) return 0 ;;
  esac
  return 1
}

cluster() { kubectl ${CLUSTER_CONTEXT:+--context "$CLUSTER_CONTEXT"} --request-timeout=20s "$@"; }
argocd() { kubectl ${ARGOCD_CONTEXT:+--context "$ARGOCD_CONTEXT"} --request-timeout=20s --namespace "$argocd_namespace" "$@"; }

contexts() {
  current=$(kubectl config current-context </dev/null 2>/dev/null || printf 'none')
  printf 'cluster: context %s; Argo CD: context %s\n' "${CLUSTER_CONTEXT:-$current}" "${ARGOCD_CONTEXT:-$current}"
}

# Whether "$1" is the version "$2" or a newer one, looking at the first two numbers.
at_least() {
  printf '%s %s\n' "$1" "$2" | awk '{ split($1, a, "."); split($2, b, "."); exit !(a[1] + 0 > b[1] + 0 || (a[1] + 0 == b[1] + 0 && a[2] + 0 >= b[2] + 0)) }'
}

# An object of the cluster: kind, namespace ("" for none), name, what to do where it is missing.
object() {
  what="${1%%.*} ${2:+$2/}$3"
  if try cluster get "$1" "$3" ${2:+--namespace "$2"} --output name; then
    ok "$what"
  elif absent || case $why in *"doesn't have a resource type"*) true ;; *) false ;; esac; then
    missing "$what" "$4"
  else
    unknown "$what" "$why"
  fi
}

kubernetes() {
  what="Kubernetes $1 or newer"
  try cluster get --raw /version || {
    unknown "$what" "$why"
    return
  }
  found=$(printf '%s' "$out" | tr -d ' \n' | sed -n 's/.*"major":"\([0-9]*\)[^"]*".*/\1/p').$(printf '%s' "$out" | tr -d ' \n' | sed -n 's/.*"minor":"\([0-9]*\)[^"]*".*/\1/p')
  if [ "$found" = . ]; then
    unknown "$what" "the cluster says: $out"
  elif at_least "$found" "$1"; then
    ok "$what" "$found"
  else
     missing "$what" "the cluster is $found: upgrade it, or change destination.kubernetesVersion"
  fi
}

# What all pods request, then the largest alone (CPUs in thousandths, MiB), then apps that are not counted. Nodes that
# are cordoned or tainted take none of them.
nodes() {
  what="nodes with room for $1m CPU and ${2}Mi memory, and for a pod of $3m and ${4}Mi"
  [ -z "$5" ] || what="$what, not counting $5"
  try cluster get nodes --output 'jsonpath={range .items[*]}{.spec.unschedulable}{.spec.taints[*].effect}{"\t"}{.status.allocatable.cpu}{"\t"}{.status.allocatable.memory}{"\n"}{end}' || {
    unknown "$what" "$why"
    return
  }
  found=$(printf '%s\n' "$out" | awk -F '\t' -v cpu="$1" -v memory="$2" -v one_cpu="$3" -v one_memory="$4" '
    function mebibytes(text, unit) {
      unit = text; gsub(/[0-9.]/, "", unit)
      if (unit == "Ki") return text / 1024
      if (unit == "Mi") return text + 0
      if (unit == "Gi") return text * 1024
      if (unit == "Ti") return text * 1048576
      if (unit == "K" || unit == "k") return text * 1000 / 1048576
      if (unit == "M") return text * 1000000 / 1048576
      if (unit == "G") return text * 1000000000 / 1048576
      return text / 1048576
    }
    NF == 3 && $1 !~ /true|NoSchedule|NoExecute/ {
      milli = $2 ~ /m$/ ? $2 + 0 : $2 * 1000
      mib = mebibytes($3)
      all_cpu += milli; all_memory += mib; nodes++
      if (milli >= one_cpu && mib >= one_memory) fits = 1
    }
    END {
      printf "%s %d nodes have %dm and %dMi", (all_cpu >= cpu && all_memory >= memory && fits ? "enough" : "short"), nodes, all_cpu, all_memory
      if (nodes && !fits) printf ", and none of them holds the largest pod"
    }')
  case $found in
    enough*) ok "$what" "${found#* }, for everything that runs there" ;;
    *) missing "$what" "${found#* }; add nodes, unless the cluster does that by itself" ;;
  esac
}

# The default class, or the one that is named; and the driver behind it, where it is one that has to be installed.
storage_class() {
  what="StorageClass ${1:-that is the default}"
  try cluster get storageclasses --output 'jsonpath={range .items[*]}{.metadata.name}{"\t"}{.provisioner}{"\t"}{.metadata.annotations.storageclass\.kubernetes\.io/is-default-class}{"\n"}{end}' || {
    unknown "$what" "$why"
    return
  }
  known=$(printf '%s\n' "$out" | awk -F '\t' 'NF { printf "%s%s", comma, $1; comma = ", " }')
  provisioner=$(printf '%s\n' "$out" | awk -F '\t' -v name="$1" '(name == "" ? $3 == "true" : $1 == name) { print $2; exit }')
  case $provisioner in
    '')
      missing "$what" "create it${2:+ ($2)}; the cluster has: ${known:-none}"
      return
      ;;
    kubernetes.io/aws-ebs) driver=ebs.csi.aws.com ;;
    *.csi.*) driver=$provisioner ;;
    *) driver= ;;
  esac
  if [ -z "$driver" ] || try cluster get csidriver "$driver" --output name; then
    ok "$what" "$provisioner"
  elif absent; then
    missing "$what" "it is there, but its driver $driver is not: install it"
  else
    unknown "$what" "$why"
  fi
}

network_policies() {
  what='network policies are enforced'
  try cluster get daemonsets --all-namespaces --output 'jsonpath={range .items[*]}{.metadata.name}{" "}{.spec.template.spec.containers[*].args}{"\n"}{end}' || {
    unknown "$what" "$why"
    return
  }
  found=$(printf '%s\n' "$out" | grep -E '^(calico-node|canal|cilium|antrea-agent|kube-router|weave-net|ovnkube-node|kube-ovn-cni|anetd|azure-npm|kindnet) ' | cut -d ' ' -f 1 | head -n 1)
  if [ -n "$found" ]; then
    ok "$what" "by $found"
  elif printf '%s\n' "$out" | grep '^aws-node ' | grep -q 'enable-network-policy=true'; then
    ok "$what" 'by aws-node'
  elif printf '%s\n' "$out" | grep -q '^aws-node '; then
    missing "$what" 'set enableNetworkPolicy in the configuration of the add-on vpc-cni'
  else
    unknown "$what" 'none of the usual agents runs: ask whoever made the cluster which CNI it has'
  fi
}

kinds() {
  what="CRDs of $1"
  if ! try cluster api-resources --api-group="$1" --output name; then
    unknown "$what" "$why"
  elif [ -n "$out" ]; then
    ok "$what"
  else
    missing "$what" 'install them, or remove the group from existing.kinds'
  fi
}

secret_store() {
  what="ClusterSecretStore $1"
  if try cluster get clustersecretstores.external-secrets.io "$1" --output 'jsonpath={.status.conditions[?(@.type=="Ready")].status}'; then
    if [ "$out" = False ]; then missing "$what" 'it is not ready: see its status'; else ok "$what"; fi
  elif absent || case $why in *"doesn't have a resource type"*) true ;; *) false ;; esac; then
    missing "$what" 'create it, or correct existing.secretStore'
  else
    unknown "$what" "$why"
  fi
}

# What a container image with one of these labels is tagged, whatever the installation calls its objects.
argocd_version() {
  what="Argo CD $1 or newer in the namespace $argocd_namespace"
  try argocd get deployments,statefulsets --selector app.kubernetes.io/name=argocd-application-controller --output 'jsonpath={.items[*].spec.template.spec.containers[*].image}' || {
    unknown "$what" "$why"
    return
  }
  if [ -z "$out" ]; then
    missing "$what" 'install it'
    return
  fi
  found=$(printf '%s\n' "$out" | sed -n 's/.*:v\{0,1\}\([0-9]*\.[0-9]*\).*/\1/p')
  if [ -z "$found" ]; then
    unknown "$what" "its image is $out"
  elif at_least "$found" "$1"; then
    ok "$what" "$found"
  else
    missing "$what" "it is $found: upgrade it"
  fi
}

registered() {
  what="cluster $1 in Argo CD"
  if ! try argocd get secrets --selector argocd.argoproj.io/secret-type=cluster --output 'go-template={{range .items}}{{with .data.name}}{{. | base64decode}}{{"\n"}}{{end}}{{end}}'; then
    unknown "$what" "$why"
  elif printf '%s\n' "$out" | grep -Fxq -e "$1"; then
    ok "$what"
  else
    missing "$what" "register it: argocd cluster add CONTEXT --name $1"
  fi
}

# Argo CD takes addresses as the same that differ in case or in a .git at the end.
plain_url() { printf '%s' "$1" | tr '[:upper:]' '[:lower:]' | sed -e 's#/*$##' -e 's#\.git$##'; }

repository() {
  what="repository $1 in Argo CD"
  url=$(plain_url "$1")
  try argocd get secrets --selector 'argocd.argoproj.io/secret-type in (repository,repo-creds)' --output 'go-template={{range .items}}{{index .metadata.labels "argocd.argoproj.io/secret-type"}} {{with .data.url}}{{. | base64decode}}{{end}}{{"\n"}}{{end}}' || {
    unknown "$what" "$why"
    return
  }
  printf '%s\n' "$out" >"$scratch/repositories"
  while read -r type known; do
    known=$(plain_url "$known")
    [ -n "$known" ] || continue
    case $type:$url in
      repository:"$known" | repo-creds:"$known"*)
        ok "$what" "$type"
        return
        ;;
    esac
  done <"$scratch/repositories"
  if GIT_TERMINAL_PROMPT=0 GIT_ASKPASS='' try git -c credential.helper= ls-remote --quiet "$1" HEAD; then
    ok "$what" 'readable without credentials'
  else
    missing "$what" 'add its credentials, as a Secret of the type repository or repo-creds'
  fi
}

finish() {
  printf '\n%s missing, %s not looked at\n' "$missing" "$unknown"
  [ "$missing" -eq 0 ] || exit 1
  [ "$unknown" -eq 0 ] || exit 2
}
