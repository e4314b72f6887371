/** Letter of a server's data disk. */
export const dataDiskLetter = "F";

/**
 * Finds the one data disk of a machine in Azure, number 0 of its data controller, gives it a file system and the letter
 * F, and takes up what it has grown by: lines of a script for Windows PowerShell 5.1 that stops at the first error.
 */
export const dataDiskScript: readonly string[] = [
  "$disk = Get-Disk | Where-Object { $_.Location -match 'LUN 0' -and -not $_.IsBoot }",
  "if (@($disk).Count -ne 1) { throw 'data disk not found' }",
  "if ($disk.PartitionStyle -eq 'RAW') {",
  "  $disk | Initialize-Disk -PartitionStyle GPT",
  `  $disk | New-Partition -DriveLetter ${dataDiskLetter} -UseMaximumSize | Format-Volume -FileSystem NTFS -NewFileSystemLabel data | Out-Null`,
  "} else {",
  `  $most = (Get-PartitionSupportedSize -DriveLetter ${dataDiskLetter}).SizeMax`,
  `  if ((Get-Partition -DriveLetter ${dataDiskLetter}).Size -lt $most) { Resize-Partition -DriveLetter ${dataDiskLetter} -Size $most }`,
  "}",
];
