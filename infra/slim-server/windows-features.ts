/**
 * Names of roles and features as `Get-WindowsFeature` prints them on Windows Server 2019 to 2025, with what older
 * servers still carry. Core and Desktop Experience together:
 * https://learn.microsoft.com/windows-server/administration/server-core/server-core-roles-and-services
 * https://learn.microsoft.com/windows-server/administration/server-core/server-core-removed-roles
 */
const names = `
  AD-Certificate ADCS-Cert-Authority ADCS-Enroll-Web-Pol ADCS-Enroll-Web-Svc ADCS-Web-Enrollment
  ADCS-Device-Enrollment ADCS-Online-Cert
  AD-Domain-Services ADFS-Federation ADLDS ADRMS ADRMS-Server ADRMS-Identity
  DeviceHealthAttestationService DHCP DNS Fax
  FileAndStorage-Services File-Services FS-FileServer FS-BranchCache FS-Data-Deduplication FS-DFS-Namespace
  FS-DFS-Replication FS-Resource-Manager FS-VSS-Agent FS-iSCSITarget-Server iSCSITarget-VSS-VDS FS-NFS-Service
  FS-SyncShareService Storage-Services
  HostGuardianServiceRole Hyper-V NetworkController NPAS MultiPointServerRole
  Print-Services Print-Server Print-Internet Print-LPD-Service Print-Scan-Server
  RemoteAccess DirectAccess-VPN Routing Web-Application-Proxy
  Remote-Desktop-Services RDS-Connection-Broker RDS-Gateway RDS-Licensing RDS-RD-Server RDS-Virtualization
  RDS-Web-Access
  VolumeActivation
  Web-Server Web-WebServer Web-Common-Http Web-Default-Doc Web-Dir-Browsing Web-Http-Errors Web-Static-Content
  Web-Http-Redirect Web-DAV-Publishing Web-Health Web-Http-Logging Web-Custom-Logging Web-Log-Libraries
  Web-ODBC-Logging Web-Request-Monitor Web-Http-Tracing Web-Performance Web-Stat-Compression Web-Dyn-Compression
  Web-Security Web-Filtering Web-Basic-Auth Web-CertProvider Web-Client-Auth Web-Digest-Auth Web-Cert-Auth
  Web-IP-Security Web-Url-Auth Web-Windows-Auth Web-App-Dev Web-Net-Ext Web-Net-Ext45 Web-AppInit Web-ASP Web-Asp-Net
  Web-Asp-Net45 Web-CGI Web-ISAPI-Ext Web-ISAPI-Filter Web-Includes Web-WebSockets Web-Ftp-Server Web-Ftp-Service
  Web-Ftp-Ext Web-Mgmt-Tools Web-Mgmt-Console Web-Mgmt-Compat Web-Metabase Web-Lgcy-Mgmt-Console Web-Lgcy-Scripting
  Web-WMI Web-Scripting-Tools Web-Mgmt-Service
  WDS WDS-Deployment WDS-Transport ServerEssentialsRole
  UpdateServices UpdateServices-WidDB UpdateServices-Services UpdateServices-DB
  NET-Framework-Features NET-Framework-Core NET-HTTP-Activation NET-Non-HTTP-Activ
  NET-Framework-45-Features NET-Framework-45-Core NET-Framework-45-ASPNET NET-WCF-Services45
  NET-WCF-HTTP-Activation45 NET-WCF-MSMQ-Activation45 NET-WCF-Pipe-Activation45 NET-WCF-TCP-Activation45
  NET-WCF-TCP-PortSharing45
  BITS BITS-IIS-Ext BITS-Compact-Server BitLocker BitLocker-NetworkUnlock BranchCache NFS-Client Containers
  Data-Center-Bridging Direct-Play EnhancedStorage Failover-Clustering GPMC HostGuardian DiskIo-QoS Web-WHC
  Internet-Print-Client IPAM ISNS LPR-Port-Monitor ManagementOdata Server-Media-Foundation
  MSMQ MSMQ-Services MSMQ-Server MSMQ-Directory MSMQ-HTTP-Support MSMQ-Triggers MSMQ-Routing MSMQ-Multicasting
  MSMQ-DCOM
  Multipath-IO MultiPoint-Connector MultiPoint-Connector-Services MultiPoint-Tools NetworkATC NLB NetworkVirtualization
  PNRP qWave CMAK Remote-Assistance RDC
  RSAT RSAT-Feature-Tools RSAT-SMTP RSAT-Feature-Tools-BitLocker RSAT-Feature-Tools-BitLocker-RemoteAdminTool
  RSAT-Feature-Tools-BitLocker-BdeAducExt RSAT-Bits-Server RSAT-DataCenterBridging-LLDP-Tools RSAT-Clustering
  RSAT-Clustering-Mgmt RSAT-Clustering-PowerShell RSAT-Clustering-AutomationServer RSAT-Clustering-CmdInterface
  RSAT-NLB RSAT-Shielded-VM-Tools RSAT-SNMP RSAT-SMS RSAT-Storage-Replica RSAT-System-Insights RSAT-WINS
  IPAM-Client-Feature
  RSAT-Role-Tools RSAT-AD-Tools RSAT-AD-PowerShell RSAT-ADDS RSAT-AD-AdminCenter RSAT-ADDS-Tools RSAT-ADLDS
  RSAT-Hyper-V-Tools Hyper-V-Tools Hyper-V-PowerShell RSAT-RDS-Tools RSAT-RDS-Gateway RSAT-RDS-Licensing-Diagnosis-UI
  RDS-Licensing-UI UpdateServices-RSAT UpdateServices-API UpdateServices-UI RSAT-ADCS RSAT-ADCS-Mgmt
  RSAT-Online-Responder RSAT-ADRMS RSAT-DHCP RSAT-DNS-Server RSAT-Fax RSAT-File-Services RSAT-DFS-Mgmt-Con
  RSAT-FSRM-Mgmt RSAT-NFS-Admin RSAT-NetworkController RSAT-NPAS RSAT-Print-Services RSAT-RemoteAccess
  RSAT-RemoteAccess-Mgmt RSAT-RemoteAccess-PowerShell WDS-AdminPack RSAT-VA-Tools
  RPC-over-HTTP-Proxy Setup-and-Boot-Event-Collection Simple-TCPIP FS-SMB1 FS-SMB1-CLIENT FS-SMB1-SERVER FS-SMBBW
  SMTP-Server SNMP-Service SNMP-WMI-Provider SoftwareLoadBalancer Storage-Migration-Service Storage-Migration-Proxy
  Storage-Replica System-DataArchiver System-Insights Telnet-Client TFTP-Client FabricShieldedTools WebDAV-Redirector
  Biometric-Framework Windows-Defender-Features Windows-Defender Windows-Defender-Gui Windows-Identity-Foundation
  Windows-Internal-Database PowerShellRoot PowerShell PowerShell-V2 DSC-Service WindowsPowerShellWebAccess
  PowerShell-ISE WAS WAS-Process-Model WAS-NET-Environment WAS-Config-APIs Search-Service Windows-Server-Backup
  Migration WindowsStorageManagementService Microsoft-Windows-Subsystem-Linux Windows-TIFF-IFilter WinRM-IIS-Ext WINS
  Wireless-Networking WindowsAdminCenterSetup WoW64-Support XPS-Viewer
  User-Interfaces-Infra Server-Gui-Mgmt-Infra Server-Gui-Shell Desktop-Experience InkAndHandwritingServices
`;

/** Every name, each once, in the order of the list above. */
export const windowsFeatures: readonly string[] = names.trim().split(/\s+/);

const byLowerCase = new Map(windowsFeatures.map((name) => [name.toLowerCase(), name]));

/** The feature's name as Windows writes it, in whatever case it was met; undefined for what Windows does not have. */
export function windowsFeature(name: string): string | undefined {
  return byLowerCase.get(name.toLowerCase());
}
