# Writes each file again as FILE.new without what tells whose account it is. What is kept is
# listed here; everything else is emptied.
#
# One id or name gets one new one, in all files. Addresses keep every relation to every block:
# whether a bit is turned over depends on the bits before it alone, and is drawn at random
# for each run, so the way back is known to nobody. Private addresses stay private, public ones
# public, and those that mean the same everywhere stay as they are.
BEGIN {
  RS = "\""
  words("@KEPT@", kept)
  words("@COUNTED@", counted)
  words("@PRODUCTS@", product)
  split("@CALLED@", pairs, " ")
  for (at = 1; at in pairs; at += 2) called[pairs[at]] = pairs[at + 1]
  split("@PREFIX@", pairs, " ")
  for (at = 1; at in pairs; at += 2) prefix[pairs[at]] = pairs[at + 1]
  # Blocks whose addresses stay in them, and blocks whose addresses do not change.
  closed("4", 10, 8); closed("4", 172 * 256 + 16, 12); closed("4", 192 * 256 + 168, 16)
  closed("6", 32 * 256, 3); closed("6", 252 * 256, 7)
  own("4", 0, 8); own("4", 100 * 256 + 64, 10); own("4", 127, 8); own("4", 169 * 256 + 254, 16)
  own("4", 224 * 256, 3); own("6", 0, 3); own("6", 254 * 256 + 128, 10); own("6", 255 * 256, 8)
}

FNR == 1 {
  if (out != "") finish()
  out = FILENAME ".new"
  inside = 0; depth = 0; word = ""
}

inside == 1 {
  part = part $0
  if (match($0, /\\+$/) && RLENGTH % 2 == 1) { part = part "\""; next }
  inside = 0
  if (kind[depth] == "{" && is_key) {
    name[depth] = part
    # Names of fields are those of the service; what does not look like one is not kept.
    if (part ~ /^[A-Za-z][A-Za-z0-9_.-]*$/) put("\"" part "\"")
    else put("\"-\"")
  } else put("\"" text(name[depth], part) "\"")
  next
}

{
  rest = $0
  gsub(/[ \t\r\n]/, "", rest)
  count = length(rest)
  for (place = 1; place <= count; place++) {
    sign = substr(rest, place, 1)
    if (sign == "{" || sign == "[") {
      depth++
      kind[depth] = sign
      name[depth] = (sign == "[") ? name[depth - 1] : ""
      is_key = (sign == "{")
      put(sign)
    } else if (sign == "}" || sign == "]") {
      scalar()
      depth--
      put(sign)
      if (depth == 0) put("\n")
    } else if (sign == ",") {
      scalar()
      is_key = (kind[depth] == "{")
      put(sign)
    } else if (sign == ":") {
      is_key = 0
      put(sign)
    } else word = word sign
  }
  inside = 1
  part = ""
}

END {
  if (out != "") finish()
  exit failed
}

function put(what) { printf "%s", what > out }

function finish() {
  if (depth != 0) failed = 1
  close(out)
}

function words(list, into, each, at) {
  split(list, each, " ")
  for (at in each) into[each[at]] = 1
}

function scalar(shown) {
  if (word == "") return
  shown = word
  if (word ~ /^-?[0-9]/ && (name[depth] in counted) == 0) shown = 0
  put(shown)
  word = ""
}

# What a string becomes.
function text(key, old) {
  if (old == "") return ""
  if (key in kept && old ~ /^[A-Za-z0-9 _.,:*\/-]*$/ && length(old) < 80) return old
  if (key == "NextToken") return "more"
  if (key == "ServiceID" && old ~ /^[0-9]*$/) return old
  if (key ~ /Account$|OwnerId$|OwnerUid$|AliUid$/) return renamed("account", old, 1)
  if (key in called) return renamed(called[key], old, 0)
  if (key ~ /(Id|Ids)$/ && key != "RequestId" && key != "ImageId") return id(key, old)
  # The product of an interface of a service is said by the first word of its description.
  if (key == "Description") return described(old)
  return address(old)
}

function renamed(kind_of, old, digits) {
  if (((kind_of, old) in new_name) == 0) {
    made[kind_of]++
    new_name[kind_of, old] = digits ? sprintf("1%015d", made[kind_of]) : kind_of "-" made[kind_of]
  }
  return new_name[kind_of, old]
}

# The kind of a resource is the part before the first hyphen.
function id(key, old, start) {
  if ((old in new_id) == 0) {
    start = index(old, "-")
    start = (start > 1 && start < 10) ? substr(old, 1, start - 1) : ""
    if (start == "" || start ~ /[^a-z]/) start = (key in prefix) ? prefix[key] : "id"
    made_id[start]++
    new_id[old] = start "-" made_id[start]
  }
  return new_id[old]
}

function described(old, first) {
  first = old
  sub(/[^A-Za-z].*$/, "", first)
  first = tolower(first)
  return (first in product) ? first : ""
}

function closed(family, value, size) {
  towards(family, block(value, size, family))
}

function own(family, value, size) {
  towards(family, block(value, size, family))
  unchanged[family, block(value, size, family)] = 1
}

# The first bits of a block given by one or two bytes.
function block(value, size, family) {
  if (value < 256 && family == "4") value = value * 256
  return substr(bits(value, 16), 1, size)
}

# No address outside a block may move into it: the bits that lead to it are kept.
function towards(family, prefix_of, at) {
  for (at = 0; at < length(prefix_of); at++) fixed[family, substr(prefix_of, 1, at)] = 1
}

function bits(value, size, found) {
  found = ""
  for (; size > 0; size--) {
    found = (value % 2) found
    value = int(value / 2)
  }
  return found
}

# An address or block with its bits turned over; empty for any other text.
function address(old, slash, length_of, rest_of, found) {
  if (old in new_address) return new_address[old]
  slash = index(old, "/")
  length_of = slash ? substr(old, slash + 1) : ""
  rest_of = slash ? substr(old, 1, slash - 1) : old
  found = ""
  if (slash && length_of ~ /[^0-9]/) found = ""
  else if (rest_of ~ /^[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+$/) found = v4(rest_of, length_of)
  else if (rest_of ~ /^[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*$/) found = v6(rest_of, length_of)
  if (found != "" && slash) found = found "/" length_of
  new_address[old] = found
  return found
}

function v4(old, size, part_of, binary, at) {
  split(old, part_of, ".")
  binary = ""
  for (at = 1; at <= 4; at++) {
    if (part_of[at] > 255) return ""
    binary = binary bits(part_of[at] + 0, 8)
  }
  binary = turned("4", binary, size)
  return number(substr(binary, 1, 8)) "." number(substr(binary, 9, 8)) "." \
    number(substr(binary, 17, 8)) "." number(substr(binary, 25, 8))
}

function v6(old, size, before, after, binary, found, at) {
  if (index(old, ".")) return ""
  at = index(old, "::")
  if (at) {
    before = hextets(substr(old, 1, at - 1))
    after = hextets(substr(old, at + 2))
    if (before == "?" || after == "?" || length(before after) > 112) return ""
    binary = before
    while (length(binary after) < 128) binary = binary "0"
    binary = binary after
  } else {
    binary = hextets(old)
    if (length(binary) != 128) return ""
  }
  binary = turned("6", binary, size)
  found = ""
  for (at = 1; at < 128; at += 16)
    found = found (at > 1 ? ":" : "") sprintf("%x", number(substr(binary, at, 16)))
  return found
}

# Groups of four hexadecimal digits as bits; a question mark if they are not.
function hextets(old, part_of, count_of, at, place_of, value_of, found) {
  if (old == "") return ""
  count_of = split(old, part_of, ":")
  found = ""
  for (at = 1; at <= count_of; at++) {
    if (part_of[at] == "" || length(part_of[at]) > 4) return "?"
    value_of = 0
    for (place_of = 1; place_of <= length(part_of[at]); place_of++)
      value_of = value_of * 16 + index("0123456789abcdef", tolower(substr(part_of[at], place_of, 1))) - 1
    found = found bits(value_of, 16)
  }
  return found
}

function number(binary, at, found) {
  found = 0
  for (at = 1; at <= length(binary); at++) found = found * 2 + substr(binary, at, 1)
  return found
}

function turned(family, binary, size, at, before, bit, found, stays, first) {
  found = ""
  stays = 0
  first = (size != "" && substr(binary, size + 1) ~ /^0*$/)
  for (at = 0; at < length(binary); at++) {
    before = substr(binary, 1, at)
    bit = substr(binary, at + 1, 1)
    # A block that is written with its first address stays so.
    if (first && at >= size + 0) { found = found "0"; continue }
    if (((family, before) in unchanged)) stays = 1
    if (stays || ((family, before) in fixed)) found = found bit
    else {
      if (((family, before) in flips) == 0) flips[family, before] = random()
      found = found (flips[family, before] ? 1 - bit : bit)
    }
  }
  return found
}

# A random bit of the system. Without it there is no anonymising.
function random(command, line, bytes, count_of, at) {
  if (left == 0) {
    command = "od -An -v -tu1 -N8192 /dev/urandom"
    # One record: a quotation mark ends it, and there is none.
    command | getline line
    close(command)
    count_of = split(line, bytes, " ")
    for (at = 1; at <= count_of; at++) if (bytes[at] ~ /^[0-9]+$/) pool[left++] = bytes[at] % 2
    if (left == 0) { failed = 1; exit 1 }
  }
  left--
  return pool[left]
}
