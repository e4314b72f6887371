@{
  RootModule           = 'CabinetSlimServer.psm1'
  ModuleVersion        = '1.0.0'
  GUID                 = '0b7b6f0e-6d0e-4a53-9d5d-6f2a8f6f4c11'
  Author               = 'cabinet'
  Description          = 'What a slim server in an office may have: compares, says what differs, installs and removes features.'
  PowerShellVersion    = '5.1'
  CompatiblePSEditions = @('Desktop', 'Core')
  FunctionsToExport    = @('Get-ServerState', 'Get-ServerExpectation', 'Compare-Server', 'Install-ServerFeature', 'Uninstall-ServerFeature')
  CmdletsToExport      = @()
  VariablesToExport    = @()
  AliasesToExport      = @()
  DscResourcesToExport = @('SlimServer')
}
