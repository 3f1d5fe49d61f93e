# Replaces what tells whose account it is. What is kept is listed here; everything else is
# emptied. One id or name gets one new one, in all files. Addresses keep every relation to
# every block: whether a bit is turned over depends on the bits before it alone, and is drawn
# at random for each run.
$Kept = @('@KEPT@' -split ' ')
$Counted = @('@COUNTED@' -split ' ')
$Called = @{}; $at = @('@CALLED@' -split ' ')
for ($i = 0; $i -lt $at.Count; $i += 2) { $Called[$at[$i]] = $at[$i + 1] }
$Prefix = @{}; $at = @('@PREFIX@' -split ' ')
for ($i = 0; $i -lt $at.Count; $i += 2) { $Prefix[$at[$i]] = $at[$i + 1] }
$Products = @('@PRODUCTS@' -split ' ')
$NewNames = New-Object 'System.Collections.Generic.Dictionary[string,string]'
$Made = @{}
$Flips = New-Object 'System.Collections.Generic.Dictionary[string,bool]'
$Fixed = New-Object 'System.Collections.Generic.HashSet[string]'
$Unchanged = New-Object 'System.Collections.Generic.List[string]'
$Random = [System.Security.Cryptography.RandomNumberGenerator]::Create()
$Byte = New-Object byte[] 1

function Get-Bits([int]$Value, [int]$Size) {
  [Convert]::ToString($Value, 2).PadLeft($Size, '0')
}

# No address outside a block may move into it: the bits that lead to it are kept.
function Add-Block([string]$Family, [int]$First, [int]$Size, [bool]$Stays) {
  $block = $Family + (Get-Bits $First 16).Substring(0, $Size)
  for ($i = 1; $i -lt $block.Length; $i++) { [void]$Fixed.Add($block.Substring(0, $i)) }
  if ($Stays) { $Unchanged.Add($block) }
}

# Blocks whose addresses stay in them, then blocks whose addresses do not change.
Add-Block '4' 0x0a00 8 $false; Add-Block '4' 0xac10 12 $false; Add-Block '4' 0xc0a8 16 $false
Add-Block '6' 0x2000 3 $false; Add-Block '6' 0xfc00 7 $false
Add-Block '4' 0x0000 8 $true; Add-Block '4' 0x6440 10 $true; Add-Block '4' 0x7f00 8 $true
Add-Block '4' 0xa9fe 16 $true; Add-Block '4' 0xe000 3 $true; Add-Block '6' 0x0000 3 $true
Add-Block '6' 0xfe80 10 $true; Add-Block '6' 0xff00 8 $true

function Get-NewName([string]$Kind, [string]$Space, [string]$Old, [bool]$Digits) {
  $key = "$Space $Old"
  if (-not $NewNames.ContainsKey($key)) {
    $Made["$Space $Kind"] = 1 + [int]$Made["$Space $Kind"]
    $number = $Made["$Space $Kind"]
    if ($Digits) { $NewNames[$key] = '1{0:d15}' -f $number } else { $NewNames[$key] = "$Kind-$number" }
  }
  $NewNames[$key]
}

function Get-NewId([string]$Key, [string]$Old) {
  $kind = ''
  if ($Old -cmatch '^([a-z]{1,8})-') { $kind = $Matches[1] }
  elseif ($Prefix.ContainsKey($Key)) { $kind = $Prefix[$Key] }
  else { $kind = 'id' }
  Get-NewName $kind 'id' $Old $false
}

# An address or block with its bits turned over; empty for any other text.
function Get-NewAddress([string]$Old) {
  $key = "address $Old"
  if ($NewNames.ContainsKey($key)) { return $NewNames[$key] }
  $NewNames[$key] = ''
  $address = $null
  if (-not ($Old -match '^([0-9]+(?:\.[0-9]+){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:]*)(/[0-9]{1,3})?$')) { return '' }
  $size = ''
  if ($Matches.ContainsKey(2)) { $size = $Matches[2].Substring(1) }
  if (-not [System.Net.IPAddress]::TryParse($Matches[1], [ref]$address)) { return '' }
  $bytes = $address.GetAddressBytes()
  $bits = ''
  foreach ($one in $bytes) { $bits += Get-Bits $one 8 }
  $family = if ($bytes.Length -eq 4) { '4' } else { '6' }
  $ends = if ($size -eq '') { $bits.Length } else { [Math]::Min([int]$size, $bits.Length) }
  # A block that is written with its first address stays so.
  $first = $bits.Substring($ends) -cmatch '^0*$' -and $size -ne ''
  $new = New-Object System.Text.StringBuilder
  for ($i = 0; $i -lt $bits.Length; $i++) {
    $before = $family + $bits.Substring(0, $i)
    $bit = $bits.Substring($i, 1)
    if ($first -and $i -ge $ends) { $bit = '0' }
    elseif (-not $Fixed.Contains($before) -and -not (Test-Unchanged $before)) {
      if (-not $Flips.ContainsKey($before)) {
        $Random.GetBytes($Byte)
        $Flips[$before] = ($Byte[0] % 2) -eq 1
      }
      if ($Flips[$before]) { $bit = if ($bit -eq '0') { '1' } else { '0' } }
    }
    [void]$new.Append($bit)
  }
  $other = New-Object byte[] $bytes.Length
  for ($i = 0; $i -lt $bytes.Length; $i++) { $other[$i] = [Convert]::ToByte($new.ToString(8 * $i, 8), 2) }
  $found = (New-Object System.Net.IPAddress (, $other)).ToString()
  if ($size -ne '') { $found += "/$size" }
  $NewNames[$key] = $found
  $found
}

function Test-Unchanged([string]$Before) {
  foreach ($block in $Unchanged) { if ($Before.StartsWith($block, 'Ordinal')) { return $true } }
  $false
}

function Get-NewText([string]$Key, [string]$Old) {
  if ($Old -ceq '') { return '' }
  if ($Kept -ccontains $Key -and $Old -cmatch '^[A-Za-z0-9 _.,:*/-]{1,79}$') { return $Old }
  if ($Key -ceq 'NextToken') { return 'more' }
  if ($Key -ceq 'ServiceID' -and $Old -cmatch '^[0-9]+$') { return $Old }
  if ($Key -cmatch '(Account|OwnerId|OwnerUid|AliUid)$') { return Get-NewName 'account' 'account' $Old $true }
  if ($Called.ContainsKey($Key)) { return Get-NewName $Called[$Key] "name $($Called[$Key])" $Old $false }
  if ($Key -cmatch '(Id|Ids)$' -and $Key -cne 'RequestId' -and $Key -cne 'ImageId') { return Get-NewId $Key $Old }
  if ($Key -ceq 'Description') {
    # The product of an interface of a service is said by the first word of its description.
    $word = ($Old -creplace '[^A-Za-z].*$', '').ToLowerInvariant()
    if ($word -ne '' -and $Products -ccontains $word) { return $word }
    return ''
  }
  Get-NewAddress $Old
}

function Get-Anonymised([string]$Text) {
  Convert-Values $Text $true {
    param($name, $depth, $word)
    if ($word.StartsWith('"')) {
      '"' + (Get-NewText $name $word.Substring(1, $word.Length - 2)) + '"'
    } elseif ($word -match '^-?[0-9]' -and $Counted -cnotcontains $name) { '0' }
    else { $word }
  }
}
