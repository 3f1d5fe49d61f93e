# Prints the values of one key in a JSON text, each on its own line. The key is wanted
# anywhere or only in the outermost object. Fails unless the text is one whole object.
#
# A quotation mark ends a record, so every second record is the inside of a string: no
# name or description can look like structure, whether the text is indented or compact.
BEGIN { RS = "\""; depth = 0; objects = 0; inside = 0; bad = 0 }

inside == 1 {
  part = part $0
  # A mark after an odd number of backslashes belongs to the string.
  if (match($0, /\\+$/) && RLENGTH % 2 == 1) { part = part "\""; next }
  inside = 0
  if (kind[depth] == "{" && is_key) name[depth] = part
  else value(part)
  next
}

{
  rest = $0
  gsub(/[ \t\r\n]/, "", rest)
  count = length(rest)
  for (place = 1; place <= count; place++) {
    sign = substr(rest, place, 1)
    if (sign == "{" || sign == "[") {
      if (depth == 0 && (sign == "[" || objects > 0)) bad = 1
      depth++
      kind[depth] = sign
      # What is in a list goes by the name of the list.
      name[depth] = (sign == "[") ? name[depth - 1] : ""
      is_key = (sign == "{")
    } else if (sign == "}" || sign == "]") {
      scalar()
      if (depth == 0) bad = 1
      else depth--
      if (depth == 0) objects++
    } else if (sign == ",") {
      scalar()
      is_key = (kind[depth] == "{")
    } else if (sign == ":") is_key = 0
    else word = word sign
  }
  if (depth == 0 && word != "") bad = 1
  inside = 1
  part = ""
}

function scalar() {
  if (word != "") value(word)
  word = ""
}

function value(text) {
  if (name[depth] != key || (scope == "top" && depth != 1)) return
  if (text in seen) return
  seen[text] = 1
  gsub(/\\\//, "/", text)
  gsub(/\\u002[fF]/, "/", text)
  gsub(/\\u002[bB]/, "+", text)
  gsub(/\\u003[dD]/, "=", text)
  if (text == "" || text == "null") return
  # A value that could mean something on a command line is replaced by a question mark.
  if (form == "id" && text ~ /^[A-Za-z0-9][A-Za-z0-9-]*$/) print text
  else if (form == "token" && text ~ /^[A-Za-z0-9+\/=_.:-]+$/) print text
  else if (form == "number" && text ~ /^[0-9]+$/ && length(text) < 9) print text
  else print "?"
}

END { exit (bad || depth > 0 || objects == 0) ? 1 : 0 }
