# list NUMBER PRODUCT ACTION PAGING SIZE: one of the lists of a region.
list() {
  pages "$dir/$1" "$2" "$3" '' "$4" "$5"
}

# members NUMBER KEY: the ids in a list that has been read.
members() {
  number=1
  while [ -f "$dir/$1.$number.json" ]; do
    json id any "$2" "$dir/$1.$number.json"
    number=$((number + 1))
  done | awk '{ if (seen[$0]++ == 0) print }'
}

# each NUMBER PRODUCT ACTION KEY PAGING SIZE: one call for each id in a list.
each() {
  members "$1" "$4" >"$dir/ids.$$"
  total_ids=$(wc -l <"$dir/ids.$$" | tr -d ' ')
  done_ids=0
  rm -f "$dir/$1.unexpected.$4.refused"
  while IFS= read -r id <&3; do
    done_ids=$((done_ids + 1))
    if [ "$id" = '?' ]; then
      refuse "$dir/$1.unexpected.$4.refused" "$2" "$3" '' UnexpectedId
      continue
    fi
    pages "$dir/$1.$id" "$2" "$3" "$id" "$5" "$6" "--$4" "$id"
    if [ $((done_ids % 25)) -eq 0 ] || [ "$done_ids" -eq "$total_ids" ]; then
      say "  $3: $done_ids of $total_ids"
    fi
  done 3<"$dir/ids.$$"
  rm -f "$dir/ids.$$"
}

# pile STEM ID-KEY ID: the pages of one list, then its refusal. A reply that does not repeat
# the id it was asked for gets it, since nothing else says what its entries belong to.
pile() {
  number=1
  while [ -f "$1.$number.json" ]; do
    if [ -n "$2" ] && [ -z "$(json id top "$2" "$1.$number.json")" ]; then
      awk -v key="$2" -v id="$3" '
        given == 0 { given = sub(/[{]/, "{\"" key "\":\"" id "\",") }
        { print }' "$1.$number.json"
    else
      cat "$1.$number.json"
    fi
    echo
    number=$((number + 1))
  done
  if [ -f "$1.refused" ]; then cat "$1.refused"; fi
}

# piled NUMBER KEY...: a list, and what was read for each of its ids.
piled() {
  list_number=$1
  pile "$dir/$1" '' ''
  shift
  for key in "$@"; do
    odd=$dir/$list_number.unexpected.$key.refused
    if [ -f "$odd" ]; then cat "$odd"; fi
    members "$list_number" "$key" | while IFS= read -r id; do
      if [ "$id" = '?' ]; then continue; fi
      pile "$dir/$list_number.$id" "$key" "$id"
    done
  done
}

# What is read: first the lists, then something for each of their members.
lists() {
@LISTS@
}

eaches() {
@EACHES@
}

# count NUMBER KEY: adds how many ids a list has.
count() {
  expected=$((expected + $(members "$1" "$2" | wc -l)))
}

counts() {
@COUNTS@
}

# The order of the file, which does not depend on where a run was interrupted.
whole() {
@WHOLE@
}

explain() {
  say "sgp-collect reads, and changes nothing. For each region it calls:"
@EXPLAIN@
  say "The RAM policy that suffices is printed by the option --policy."
}
