# json FORM SCOPE KEY FILE...: the values of a key; fails unless FILE is a whole JSON object.
json() {
  json_form=$1 json_scope=$2 json_key=$3
  shift 3
  awk -v form="$json_form" -v scope="$json_scope" -v key="$json_key" "$reader" "$@"
}

# refuse FILE PRODUCT ACTION RESOURCE CODE: notes in FILE that a call was refused.
refuse() {
  say "  refused: $2:$3 ${4:+for $4 }($5)"
  {
    printf '{"Action":"%s:%s","RegionId":"%s",' "$2" "$3" "$region"
    if [ -n "$4" ]; then printf '"ResourceId":"%s",' "$4"; fi
    printf '"Code":"%s","Message":"This call was refused while collecting."}\n' "$5"
  } >"$1.$$"
  mv "$1.$$" "$1"
  refused=$((refused + 1))
}

# The error code in what the CLI printed; only letters, digits, dots, hyphens and underscores.
code_of() {
  { printf '%s\n' "$error"; cat "$dir/reply.$$"; } |
    sed -n 's/^[{[:blank:]"]*\(Error\)\{0,1\}Code["[:blank:]]*:[[:blank:]"]*\([A-Za-z0-9._-]*\).*/\2/p' |
    sed -n '/[A-Za-z]/{p;q;}'
}

# Whether what the CLI printed holds a text.
says() {
  { printf '%s\n' "$error"; cat "$dir/reply.$$"; } | grep -q -i "$1"
}

# ask STEM PAGE PRODUCT ACTION RESOURCE ARGUMENT...: one call, its reply in STEM.PAGE.json.
# Fails with 1 if it was refused, with 2 if its NextToken is no longer valid.
ask() {
  ask_stem=$1 ask_page=$2 ask_product=$3 ask_action=$4 ask_resource=$5
  shift 5
  tries=0 force=
  while :; do
    tries=$((tries + 1))
    # The error goes nowhere but into this variable: it may hold the id of an AccessKey.
    error=$(aliyun "$ask_product" "$ask_action" --RegionId "$region" ${1+"$@"} \
      ${profile:+--profile "$profile"} $force \
      2>&1 >"$dir/reply.$$" </dev/null)
    status=$?
    calls=$((calls + 1))
    if code=$(json token top Code "$dir/reply.$$"); then
      # Some errors come with exit code 0, as an object with a code.
      case $status.$code in
        0. | 0.OK | 0.200 | 0.Success)
          mv "$dir/reply.$$" "$ask_stem.$ask_page.json"
          return 0 ;;
      esac
    fi
    code=${code:-$(code_of)}
    case $code in
      *hrottl* | *ServiceUnavailable* | *InternalError* | *UnknownError* | *imeout*)
        why="the service answers $code" ;;
      InvalidAccessKey* | SignatureDoesNotMatch* | IncompleteSignature* | \
        *SecurityToken* | MissingAccessKey* | *AccessKeyId.Inactive* | EntityNotExist.Role*)
        stop "not logged in: the service answers $code. Run: aliyun configure" ;;
      *NextToken*)
        return 2 ;;
      ?*)
        refuse "$ask_stem.refused" "$ask_product" "$ask_action" "$ask_resource" "$code"
        return 1 ;;
      *)
        if says 'not a valid'; then
          # An older CLI does not know the operation or a parameter: do not let it check them.
          if [ -z "$force" ]; then force=--force; continue; fi
          refuse "$ask_stem.refused" "$ask_product" "$ask_action" "$ask_resource" NotInThisCLI
          return 1
        elif says 'unknown endpoint' || says 'uncheked version'; then
          refuse "$ask_stem.refused" "$ask_product" "$ask_action" "$ask_resource" NoEndpoint
          return 1
        elif says 'configur' || says 'credential' || says 'is empty' || says 'profile'; then
          stop "not logged in, or this profile does not exist. Run: aliyun configure"
        fi
        why="no answer, or not a whole one" ;;
    esac
    # Twice as long each time: a minute and a half in all.
    case $tries in
      1) pause=1 ;; 2) pause=2 ;; 3) pause=4 ;; 4) pause=8 ;; 5) pause=15 ;;
      6) pause=25 ;; 7) pause=35 ;;
      *) stop "$ask_product $ask_action: $why, after $tries tries. Wait a while." ;;
    esac
    say "  $ask_action: $why; next try in $pause s"
    sleep "$pause"
  done
}

# pages STEM PRODUCT ACTION RESOURCE PAGING SIZE ARGUMENT...: a whole list, page by page, in
# STEM.1.json, STEM.2.json and so on. Pages that an earlier run has read are not read again.
pages() {
  stem=$1 product=$2 action=$3 resource=$4 paging=$5 size=$6
  shift 6
  page=1 token= again=
  rm -f "$stem.refused"
  while :; do
    if [ -f "$stem.$page.json" ]; then
      :
    else
      case $paging in
        none) ask "$stem" "$page" "$product" "$action" "$resource" ${1+"$@"} ;;
        PageSize)
          ask "$stem" "$page" "$product" "$action" "$resource" ${1+"$@"} \
            "--PageSize=$size" "--PageNumber=$page" ;;
        *)
          ask "$stem" "$page" "$product" "$action" "$resource" ${1+"$@"} \
            "--$paging=$size" ${token:+"--NextToken=$token"} ;;
      esac
      case $? in
        0) ;;
        1) return ;;
        2)
          # The token is too old: the list is read from its beginning, once.
          forget "$stem"
          if [ -n "$again" ]; then
            refuse "$stem.refused" "$product" "$action" "$resource" InvalidNextToken
            return
          fi
          say "  $action: the place to go on from has expired; reading this list anew"
          again=1 page=1 token=
          continue ;;
        *) stop "this shell could not make the call $action" ;;
      esac
    fi
    case $paging in
      none) return ;;
      PageSize)
        total=$(json number top TotalCount "$stem.$page.json")
        case $total in
          '' | *'?'*) total=0 ;;
        esac
        if [ $((page * size)) -ge "$total" ]; then return; fi ;;
      *)
        next=$(json token top NextToken "$stem.$page.json")
        if [ -z "$next" ]; then return; fi
        if [ "$next" = "$token" ] || [ "$next" = '?' ]; then
          refuse "$stem.refused" "$product" "$action" "$resource" UnexpectedNextToken
          return
        fi
        token=$next ;;
    esac
    page=$((page + 1))
  done
}

# Deletes the pages of a list, the last one first, so that what is left has no gap.
forget() {
  last=1
  while [ -f "$1.$last.json" ]; do last=$((last + 1)); done
  while [ "$last" -gt 0 ]; do
    rm -f "$1.$last.json"
    last=$((last - 1))
  done
}
