# Letters and digits, as many as asked for. Nothing here shows them: no trace, no argument of another program.
set +x
creating=yes
value() {
  made=$(head -c 16384 /dev/urandom | LC_ALL=C tr -dc 'A-Za-z0-9' | cut -c "1-$1")
  if [ "${#made}" -ne "$1" ]; then
    printf 'no random characters could be had\n' >&2
    kill -TERM $$
  fi
  printf '%s' "$made"
}
