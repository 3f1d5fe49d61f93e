# Runs the CLI. Every word is made of letters, digits and a few signs that need no quotes.
function Invoke-Cli([string[]]$Words) {
  $start = New-Object System.Diagnostics.ProcessStartInfo
  $start.FileName = $State.Cli
  $start.Arguments = $Words -join ' '
  $start.WorkingDirectory = $Here
  $start.UseShellExecute = $false
  $start.CreateNoWindow = $true
  $start.RedirectStandardInput = $true
  $start.RedirectStandardOutput = $true
  $start.RedirectStandardError = $true
  $start.StandardOutputEncoding = $Utf8
  $start.StandardErrorEncoding = $Utf8
  $process = [System.Diagnostics.Process]::Start($start)
  $process.StandardInput.Close()
  $errors = $process.StandardError.ReadToEndAsync()
  $output = $process.StandardOutput.ReadToEnd()
  $process.WaitForExit()
  @{ Status = $process.ExitCode; Output = $output; Errors = $errors.Result }
}

# Notes in a file that a call was refused.
function Save-Refusal([string]$File, [string]$Product, [string]$Action, [string]$Resource, [string]$Code) {
  Write-Said "  refused: ${Product}:$Action $Resource ($Code)"
  $about = ''
  if ($Resource -ne '') { $about = '"ResourceId":"' + $Resource + '",' }
  Save-Text $File ('{"Action":"' + $Product + ':' + $Action + '","RegionId":"' + $State.Region + '",' + $about +
    '"Code":"' + $Code + '","Message":"This call was refused while collecting."}' + "`n")
  $State.Refused++
}

# One call, its reply in STEM.PAGE.json: done, refused, or expired if its NextToken is too old.
function Read-Page([string]$Stem, [int]$Page, [string]$Product, [string]$Action, [string]$Resource, [string[]]$More) {
  $tries = 0; $force = @(); $named = @()
  if ($CliProfile -ne '') { $named = @('--profile', $CliProfile) }
  while ($true) {
    $tries++
    $answer = Invoke-Cli (@($Product, $Action, '--RegionId', $State.Region) + $More + $named + $force)
    $State.Calls++
    $code = ''
    $codes = Get-Values token top Code $answer.Output
    if ($null -ne $codes) {
      if ($codes.Count -gt 0) { $code = $codes[0] }
      if ($answer.Status -eq 0 -and @('', 'OK', '200', 'Success') -ccontains $code) {
        Save-Text "$Stem.$Page.json" $answer.Output
        return 'done'
      }
    }
    # The error is not written anywhere: it may hold the id of an AccessKey.
    $said = $answer.Errors + "`n" + $answer.Output
    if ($code -eq '' -and $said -match '(?m)^\s*"?(?:Error)?Code"?\s*:\s*"?([A-Za-z0-9._-]+)') { $code = $Matches[1] }
    if ($code -match 'Throttl|ServiceUnavailable|InternalError|UnknownError|Timeout') {
      $why = "the service answers $code"
    } elseif ($code -match '^InvalidAccessKey|^SignatureDoesNotMatch|^IncompleteSignature|SecurityToken|^MissingAccessKey|AccessKeyId\.Inactive|^EntityNotExist\.Role') {
      Stop-Collecting "not logged in: the service answers $code. Run: aliyun configure"
    } elseif ($code -match 'NextToken') {
      return 'expired'
    } elseif ($code -ne '') {
      Save-Refusal "$Stem.refused" $Product $Action $Resource $code
      return 'refused'
    } elseif ($said -match 'not a valid') {
      # An older CLI does not know the operation or a parameter: do not let it check them.
      if ($force.Count -eq 0) { $force = @('--force'); continue }
      Save-Refusal "$Stem.refused" $Product $Action $Resource 'NotInThisCLI'
      return 'refused'
    } elseif ($said -match 'unknown endpoint|uncheked version') {
      Save-Refusal "$Stem.refused" $Product $Action $Resource 'NoEndpoint'
      return 'refused'
    } elseif ($said -match 'configur|credential|is empty|profile') {
      Stop-Collecting 'not logged in, or this profile does not exist. Run: aliyun configure'
    } else {
      $why = 'no answer, or not a whole one'
    }
    $pauses = @(1, 2, 4, 8, 15, 25, 35)
    if ($tries -gt $pauses.Count) { Stop-Collecting "$Product ${Action}: $why, after $tries tries. Wait a while." }
    $pause = $pauses[$tries - 1]
    Write-Said "  ${Action}: $why; next try in $pause s"
    Start-Sleep -Seconds $pause
  }
}

# A whole list, page by page. Pages that an earlier run has read are not read again.
function Read-Pages([string]$Stem, [string]$Product, [string]$Action, [string]$Resource, [string]$Paging, [int]$Size, [string[]]$More) {
  $page = 1; $token = ''; $again = $false
  if (Test-Path -LiteralPath "$Stem.refused") { Remove-Item -LiteralPath "$Stem.refused" }
  while ($true) {
    $file = "$Stem.$page.json"
    if (-not (Test-Path -LiteralPath $file)) {
      $words = @($More)
      if ($Paging -eq 'PageSize') { $words += @("--PageSize=$Size", "--PageNumber=$page") }
      elseif ($Paging -ne 'none') { $words += "--$Paging=$Size" }
      if ($token -ne '') { $words += "--NextToken=$token" }
      $result = Read-Page $Stem $page $Product $Action $Resource $words
      if ($result -eq 'refused') { return }
      if ($result -eq 'expired') {
        # The token is too old: the list is read from its beginning, once.
        for ($last = $page; $last -gt 0; $last--) {
          if (Test-Path -LiteralPath "$Stem.$last.json") { Remove-Item -LiteralPath "$Stem.$last.json" }
        }
        if ($again) {
          Save-Refusal "$Stem.refused" $Product $Action $Resource 'InvalidNextToken'
          return
        }
        Write-Said "  ${Action}: the place to go on from has expired; reading this list anew"
        $again = $true; $page = 1; $token = ''
        continue
      }
    }
    if ($Paging -eq 'none') { return }
    $text = Read-Text $file
    if ($Paging -eq 'PageSize') {
      $total = Get-Values number top TotalCount $text
      if ($total.Count -eq 0 -or $total[0] -eq '?' -or $page * $Size -ge [int]$total[0]) { return }
    } else {
      $next = Get-Values token top NextToken $text
      if ($next.Count -eq 0) { return }
      if ($next[0] -eq '?' -or $next[0] -ceq $token) {
        Save-Refusal "$Stem.refused" $Product $Action $Resource 'UnexpectedNextToken'
        return
      }
      $token = $next[0]
    }
    $page++
  }
}
