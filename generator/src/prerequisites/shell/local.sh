bucket() {
  unknown "bucket $1" "look for it in the object store at $object_store"
}

# Names of the keys are asked for, values are not.
stored() {
  # shellcheck disable=SC2016 # a template of Go
  if try cluster get secret "$1" --namespace "$secret_namespace" --output 'go-template={{range $key, $value := .data}}{{$key}}{{"\n"}}{{end}}'; then
    held=${out:-none}
    return 0
  fi
  absent && return 1
  return 2
}
