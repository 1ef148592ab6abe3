# A secret of the store: its name, then for each key how it comes to be (random LENGTH KEY, person WHAT KEY). Values are
# neither read nor printed. In ${creating} is what makes a secret of random keys; it is empty where none shall be made.
secret() {
  name=$1
  shift
  what="secret $name"
  if [ -n "$existing_store" ]; then
    unknown "$what" "look for it in the store $existing_store"
    return
  fi
  held=
  stored "$name"
  case $? in
    0) check_keys "$@" ;;
    1) wanted "$@" ;;
    3) missing "$what" "$why" ;;
    *) unknown "$what" "$why" ;;
  esac
}

# Where the store shows names of keys, all of them are there.
check_keys() {
  lacking=
  while [ -n "$held" ] && [ $# -gt 0 ]; do
    printf '%s\n' "$held" | grep -Fxq -e "$3" || lacking="$lacking${lacking:+, }$3"
    shift 3
  done
  if [ -n "$lacking" ]; then missing "$what" "it lacks the keys $lacking"; else ok "$what"; fi
}

# What is wanted of a secret that is not there: it is made, or a person is told.
wanted() {
  people=
  random=
  json=
  while [ $# -gt 0 ]; do
    case $1 in
      person) people="$people${people:+; }$3: $2" ;;
      *)
        random="$random${random:+, }$3"
        [ -z "$creating" ] || json="$json${json:+,}\"$3\":\"$(value "$2")\""
        ;;
    esac
    shift 3
  done
  if [ -n "$people" ]; then
    missing "$what" "from a person: $people${random:+; and random: $random}"
  elif [ -z "$creating" ]; then
    missing "$what" "random ($random): the script of --create-secrets makes it"
  elif printf '{%s}' "$json" | create "$name" >/dev/null 2>"$scratch/error"; then
    ok "$what" 'made now'
  else
    unknown "$what" "could not be made: $(complaint)"
  fi
  json=
}
