# Signs the app's programs and libraries, or an MSI. Not run here: it needs Windows' SDK and a
# certificate. One rule: what has a signature of its maker keeps it.
#   installers\windows\sign.ps1 -Path build\client\invigil -Thumbprint 0123…
param(
  [Parameter(Mandatory = $true)][string]$Path,
  [Parameter(Mandatory = $true)][string]$Thumbprint,
  [string]$Timestamp = "http://timestamp.digicert.com"
)
$ErrorActionPreference = "Stop"
$files = Get-ChildItem -Path $Path -Recurse -File -Include *.exe, *.dll, *.pyd, *.msi |
  Where-Object { (Get-AuthenticodeSignature $_.FullName).Status -ne "Valid" }
foreach ($file in $files) {
  & signtool sign /sha1 $Thumbprint /fd SHA256 /td SHA256 /tr $Timestamp $file.FullName
  if ($LASTEXITCODE -ne 0) { throw "signtool could not sign $($file.FullName)" }
}
