while [ $# -gt 0 ]; do
  case $1 in
    --policy) printf '%s\n' "$policy"; exit 0 ;;
    --anonymise | --anonymize) anonymise=yes ;;
    --region | --profile)
      if [ $# -lt 2 ]; then wrong "the option $1 needs a value"; fi
      if is_word "$2" || { [ "$1" = --profile ] && is_word "$(printf '%s' "$2" | tr '._@' '---')"; }; then
        :
      else
        wrong "the value of $1 is not a name"
      fi
      if [ "$1" = --profile ]; then profile=$2; else chosen="${chosen-} $2"; fi
      shift ;;
    *) wrong "unknown option; there are --region, --profile, --anonymise and --policy" ;;
  esac
  shift
done
regions=${chosen-$regions}
if command -v aliyun >/dev/null 2>&1; then
  :
else
  wrong "the aliyun CLI is not on the PATH: https://github.com/aliyun/aliyun-cli"
fi
if [ -z "$regions" ]; then
  regions=$(aliyun configure get region ${profile:+--profile "$profile"} </dev/null 2>/dev/null |
    sed -n 's/^region=//;/[a-z]/{p;q;}')
  if is_word "$regions"; then
    :
  else
    wrong "the CLI has no region of its own (not logged in?). Run aliyun configure, or give --region"
  fi
fi

calls=0 refused=0 outputs=
explain
dir=$work
trap 'rm -f "$dir/reply.$$" "$dir/ids.$$" "$dir/whole.$$"' EXIT
trap 'say; stop "interrupted"' INT TERM HUP
for region in $regions; do
  if is_word "$region"; then :; else wrong "a region is not a name"; fi
  dir=$work/${profile:-default}/$region
  mkdir -p "$dir" || stop "cannot make the folder $dir"
  if [ -f "$dir/1.1.json" ]; then
    say "$region: going on with what an earlier run has read. For a fresh start: rm -r $work"
  fi
  say "$region: lists"
  lists
  expected=0
  counts
  say "$region: details, one call or more for each of $expected members of these lists"
  eaches
  whole >"$dir/whole.$$" && mv "$dir/whole.$$" "$dir/whole" || stop "cannot write to $dir"
  rm -f "$dir/reply.$$"
  outputs="$outputs $dir/whole"
done

# One run for all regions, so that one id gets the same new name everywhere.
if [ "$anonymise" = yes ]; then
  say "replacing ids, names and addresses"
  awk "$anonymiser" $outputs || stop "the replies could not be anonymised; nothing was written"
fi
for region in $regions; do
  dir=$work/${profile:-default}/$region
  out=sgp-collect-$region.json
  if [ "$anonymise" = yes ]; then
    mv "$dir/whole.new" "$out" || stop "cannot write $out"
    rm -f "$dir/whole"
  else
    mv "$dir/whole" "$out" || stop "cannot write $out"
  fi
  size=$(wc -c <"$out" | tr -d ' ')
  say "$out: $size bytes"
  if [ "$size" -gt @MOST@ ]; then say "  That is more than one import reads: @MOST@ bytes."; fi
done
if [ "$refused" -gt 0 ]; then
  say "$calls calls, $refused refused: the files name them, and an import says what is missing."
  say "Once they are allowed, the same command asks only for what is missing. For a fresh start: rm -r $work"
  exit 3
fi
for region in $regions; do rm -r "$work/${profile:-default}/$region"; done
rmdir "$work/${profile:-default}" "$work" 2>/dev/null
say "$calls calls, none refused. Give the files to Import on the page, or to: sgp import FILE"
exit 0
