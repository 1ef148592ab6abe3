# Addresses that lead in, with spaces between; none where nobody can say yet.
entrance=

# What a name leads to: one address a line, in $out. What this machine says of it counts, where there is getent.
lookup() {
  if command -v getent >/dev/null 2>&1; then
    try getent ahosts "$1" || try getent hosts "$1" || return
    out=$(printf '%s\n' "$out" | awk 'NF && !seen[$1]++ { print $1 }')
  else
    try nslookup "$1" || return
    out=$(printf '%s\n' "$out" | awk '/^Name:/ { answer = 1 } answer && sub(/^Address[ 0-9]*: */, "") { print $1 }')
    [ -n "$out" ]
  fi
}

# HOST, and the domain that it is in.
dns() {
  what="DNS $1"
  record="$1"
  [ "$1" = "$2" ] || record="$1, or of *.$2,"
  if ! command -v getent >/dev/null 2>&1 && ! command -v nslookup >/dev/null 2>&1; then
    unknown "$what" 'neither getent nor nslookup is here'
    return
  fi
  lookup "$1" || {
    missing "$what" "make a record of $record for ${entrance:-the address that leads in}"
    return
  }
  [ -n "$entrance" ] || {
    ok "$what" "leads to $(printf '%s' "$out" | tr '\n' ' ')"
    return
  }
  for found in $out; do
    case " $entrance " in
      *" $found "*) ;;
      *)
        missing "$what" "it leads to $found: let the record of $record lead to $entrance"
        return
        ;;
    esac
  done
  ok "$what" "leads to $entrance"
}
