# One of the lists of a region.
function Read-List([int]$Number, [string]$Product, [string]$Action, [string]$Paging, [int]$Size) {
  Read-Pages (Join-Path $State.Folder "$Number") $Product $Action '' $Paging $Size @()
}

# The ids in a list that has been read.
function Get-Members([int]$Number, [string]$Key) {
  $found = New-Object 'System.Collections.Generic.List[string]'
  for ($page = 1; Test-Path -LiteralPath (Join-Path $State.Folder "$Number.$page.json"); $page++) {
    $text = Read-Text (Join-Path $State.Folder "$Number.$page.json")
    foreach ($id in (Get-Values id any $Key $text)) { if (-not $found.Contains($id)) { $found.Add($id) } }
  }
  , $found
}

# One call for each id in a list.
function Read-Each([int]$Number, [string]$Product, [string]$Action, [string]$Key, [string]$Paging, [int]$Size) {
  $odd = Join-Path $State.Folder "$Number.unexpected.$Key.refused"
  if (Test-Path -LiteralPath $odd) { Remove-Item -LiteralPath $odd }
  $ids = Get-Members $Number $Key
  $count = 0
  foreach ($id in $ids) {
    $count++
    if ($id -eq '?') { Save-Refusal $odd $Product $Action '' 'UnexpectedId'; continue }
    Read-Pages (Join-Path $State.Folder "$Number.$id") $Product $Action $id $Paging $Size @("--$Key", $id)
    if ($count % 25 -eq 0 -or $count -eq $ids.Count) { Write-Said "  ${Action}: $count of $($ids.Count)" }
  }
}

# The pages of one list, then its refusal. A reply that does not repeat the id it was asked
# for gets it, since nothing else says what its entries belong to.
function Add-Pile([System.Text.StringBuilder]$Pile, [string]$Stem, [string]$Key, [string]$Id) {
  for ($page = 1; Test-Path -LiteralPath "$Stem.$page.json"; $page++) {
    $text = Read-Text "$Stem.$page.json"
    if ($Key -ne '' -and (Get-Values id top $Key $text).Count -eq 0) {
      $text = $text.Insert($text.IndexOf('{') + 1, '"' + $Key + '":"' + $Id + '",')
    }
    [void]$Pile.Append($text).Append("`n")
  }
  if (Test-Path -LiteralPath "$Stem.refused") { [void]$Pile.Append((Read-Text "$Stem.refused")) }
}

# A list, and what was read for each of its ids.
function Add-Piled([System.Text.StringBuilder]$Pile, [int]$Number, [string[]]$Keys) {
  $stem = Join-Path $State.Folder "$Number"
  Add-Pile $Pile $stem '' ''
  foreach ($key in $Keys) {
    $odd = "$stem.unexpected.$key.refused"
    if (Test-Path -LiteralPath $odd) { [void]$Pile.Append((Read-Text $odd)) }
    foreach ($id in (Get-Members $Number $key)) {
      if ($id -ne '?') { Add-Pile $Pile "$stem.$id" $key $id }
    }
  }
}

# What is read: first the lists, then something for each of their members.
function Read-Lists {
@LISTS@
}

function Read-Eaches {
@EACHES@
}

# The order of the file, which does not depend on where a run was interrupted.
function Get-Whole {
  $pile = New-Object System.Text.StringBuilder
@WHOLE@
  $pile.ToString()
}

if ($Policy) { $PolicyText; return }
$cli = Get-Command aliyun -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
if ($null -eq $cli) { throw 'sgp-collect: the aliyun CLI is not on the PATH: https://github.com/aliyun/aliyun-cli' }
$State.Cli = $cli.Path
if ($CliProfile -cnotmatch '^([A-Za-z0-9][A-Za-z0-9._@-]*)?$' -or $CliProfile.Contains("`n")) { throw 'sgp-collect: the profile is not a name' }
$regions = @($Region | ForEach-Object { $_ -split '[, ]+' } | Where-Object { $_ -ne '' })
if ($regions.Count -eq 0) {
  $words = @('configure', 'get', 'region')
  if ($CliProfile -ne '') { $words += @('--profile', $CliProfile) }
  $answer = Invoke-Cli $words
  $regions = @(($answer.Output -replace '^region=', '').Trim())
}
foreach ($one in $regions) {
  if ($one -cnotmatch '^[a-z][a-z0-9-]*$' -or $one.Contains("`n")) {
    throw 'sgp-collect: a region is not a name, or the CLI has none (not logged in?). Run aliyun configure, or give -Region'
  }
}
Write-Said 'sgp-collect reads, and changes nothing. For each region it calls:'
@EXPLAIN@
Write-Said 'The RAM policy that suffices is printed by the option -Policy.'

$account = if ($CliProfile -eq '') { 'default' } else { $CliProfile }
$folders = @(); $texts = @{}
foreach ($one in $regions) {
  $State.Region = $one
  $State.Folder = Join-Path (Join-Path $Work $account) $one
  [void](New-Item -ItemType Directory -Force -Path $State.Folder)
  $folders += $State.Folder
  if (Test-Path -LiteralPath (Join-Path $State.Folder '1.1.json')) {
    Write-Said "${one}: going on with what an earlier run has read. For a fresh start, delete $Work"
  }
  Write-Said "${one}: lists"
  Read-Lists
  Write-Said "${one}: details"
  Read-Eaches
  $texts[$one] = Get-Whole
}
foreach ($one in $regions) {
  $text = $texts[$one]
  # One run for all regions, so that one id gets the same new name everywhere.
  if ($Anonymise -or $AnonymiseAlways) { $text = Get-Anonymised $text }
  if ($null -eq $text) { Stop-Collecting 'the replies could not be anonymised; nothing was written' }
  $out = Join-Path $Here "sgp-collect-$one.json"
  Save-Text $out $text
  $size = (Get-Item -LiteralPath $out).Length
  Write-Said "${out}: $size bytes"
  if ($size -gt @MOST@) { Write-Said '  That is more than one import reads: @MOST@ bytes.' }
}
if ($State.Refused -gt 0) {
  Write-Said "$($State.Calls) calls, $($State.Refused) refused: the files name them, and an import says what is missing."
  Write-Said "Once they are allowed, the same command asks only for what is missing. For a fresh start, delete $Work"
  $code = 3
} else {
  foreach ($folder in $folders) { Remove-Item -LiteralPath $folder -Recurse -Force }
  Write-Said "$($State.Calls) calls, none refused. Give the files to Import on the page, or to: sgp import FILE"
  $code = 0
}
# A pasted script must not close the window.
if ($PSCommandPath) { exit $code }
