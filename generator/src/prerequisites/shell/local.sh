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

address() {
  what="address $1"
  entrance=$1
  if ! try cluster get nodes --output 'jsonpath={.items[*].status.addresses[*].address}'; then
    unknown "$what" "$why"
    return
  fi
  case " $out " in
    *" $1 "*) ok "$what" 'of a node' ;;
    *) note "$what" 'no node has it: it has to lead to the nodes' ;;
  esac
}
