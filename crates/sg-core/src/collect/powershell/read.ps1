# The parts of a JSON text: strings, signs, and everything else. Each begins where the last
# one ended, so nothing in a name or description can look like structure.
$Parts = New-Object System.Text.RegularExpressions.Regex '\G\s*("[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\],:]|[^\s{}\[\],:"]+)'

# Gives the name, the depth and the text of each value to a block, which says what takes its
# place, and returns the new text; null unless the text is one whole object, or several if
# that is allowed.
function Convert-Values([string]$Text, [bool]$Several, [scriptblock]$Change) {
  $new = New-Object System.Text.StringBuilder
  $kinds = New-Object 'System.Collections.Generic.Stack[string]'
  $names = New-Object 'System.Collections.Generic.Stack[string]'
  $kind = ''; $name = ''; $isKey = $false; $objects = 0; $end = 0
  foreach ($match in $Parts.Matches($Text)) {
    $word = $match.Groups[1].Value
    $end = $match.Index + $match.Length
    if ($word -eq '{' -or $word -eq '[') {
      if ($kinds.Count -eq 0 -and ($word -eq '[' -or ($objects -gt 0 -and -not $Several))) { return $null }
      $kinds.Push($kind); $names.Push($name)
      $kind = $word
      if ($word -eq '{') { $name = '' }
      $isKey = $word -eq '{'
      [void]$new.Append($word)
    } elseif ($word -eq '}' -or $word -eq ']') {
      if ($kinds.Count -eq 0) { return $null }
      $kind = $kinds.Pop(); $name = $names.Pop()
      [void]$new.Append($word)
      if ($kinds.Count -eq 0) { $objects++; [void]$new.Append("`n") }
    } elseif ($word -eq ',') {
      $isKey = $kind -eq '{'
      [void]$new.Append($word)
    } elseif ($word -eq ':') {
      $isKey = $false
      [void]$new.Append($word)
    } elseif ($kinds.Count -eq 0) {
      return $null
    } elseif ($isKey) {
      $name = $word.Trim('"')
      if ($name -cnotmatch '^[A-Za-z][A-Za-z0-9_.-]*$') { $word = '"-"' }
      [void]$new.Append($word)
    } else {
      [void]$new.Append((& $Change $name $kinds.Count $word))
    }
  }
  if ($kinds.Count -gt 0 -or $objects -eq 0 -or $Text.Substring($end).Trim() -ne '') { return $null }
  $new.ToString()
}

$Safe = @{
  id = '^[A-Za-z0-9][A-Za-z0-9-]*$'
  token = '^[A-Za-z0-9+/=_.:-]+$'
  number = '^[0-9]{1,8}$'
}

# The values of a key, once each: anywhere, or only in the outermost object. A value that could
# mean something on a command line becomes a question mark. Null if the text is not whole.
function Get-Values([string]$Form, [string]$Scope, [string]$Key, [string]$Text) {
  $found = New-Object 'System.Collections.Generic.List[string]'
  $whole = Convert-Values $Text $false {
    param($name, $depth, $word)
    if ($name -ceq $Key -and ($Scope -eq 'any' -or $depth -eq 1)) {
      $value = $word.Trim('"').Replace('\/', '/') -replace '\\u002f', '/' -replace '\\u002b', '+' -replace '\\u003d', '='
      if ($value -cne '' -and $value -cne 'null') {
        if ($value -cnotmatch $Safe[$Form] -or $value.Contains("`n")) { $value = '?' }
        if (-not $found.Contains($value)) { $found.Add($value) }
      }
    }
    $word
  }
  if ($null -eq $whole) { return $null }
  , $found
}
