# Collects what an import of the security group playground reads from an account, one file
# for each region. It only reads: each call is a Describe or List operation of the aliyun
# CLI. It never looks at credentials; the CLI does that by itself.
#
#   powershell -ExecutionPolicy Bypass -File sgp-collect.ps1 [-Region REGION,...]
#     [-Profile NAME] [-Anonymise] [-Policy]
#
# For Windows PowerShell 5.1 and PowerShell 7. Exit code: 0 all was collected; 3 some calls
# were refused, and the file says which; 1 it stopped, and the same command goes on from
# there.
param(
  [string[]]$Region = @(@REGIONS@),
  [Alias('Profile')][string]$CliProfile = '',
  [switch]$Anonymise,
  [switch]$Policy
)
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 2

$AnonymiseAlways = $@ANONYMISE@
$Utf8 = New-Object System.Text.UTF8Encoding $false
$Here = (Get-Location).ProviderPath
$Work = Join-Path $Here 'sgp-collect.work'
$State = @{ Calls = 0; Refused = 0; Region = ''; Folder = ''; Cli = '' }

# The RAM policy that suffices for every call below.
$PolicyText = @'
@POLICY@
'@

function Write-Said([string]$Text) {
  [Console]::Error.WriteLine($Text)
}

function Stop-Collecting([string]$Why) {
  Write-Said "What was read so far is in the folder $Work; the same command goes on from there."
  throw "sgp-collect: $Why"
}

# Writes a file whole or not at all.
function Save-Text([string]$Path, [string]$Text) {
  $new = "$Path.$PID"
  [System.IO.File]::WriteAllText($new, $Text, $Utf8)
  Move-Item -LiteralPath $new -Destination $Path -Force
}

function Read-Text([string]$Path) {
  [System.IO.File]::ReadAllText($Path, $Utf8)
}
