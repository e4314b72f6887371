/**
 * Application ids of Microsoft's own services, the same in every Entra tenant. The object id of the service principal
 * is not: look it up by the application id in the tenant at hand.
 */
export const wellKnownApps = {
  /** Azure Virtual Desktop itself: the principal that starts and stops hosts. */
  azureVirtualDesktop: "9cdead84-a844-4324-93f2-b2e6bb768d07",
  /** Signs users in to session hosts joined to Entra. */
  windowsCloudLogin: "270efc09-cd0d-444b-a71f-39af4910ec45",
  /** Older counterpart of Windows Cloud Login; conditional access must name both. */
  microsoftRemoteDesktop: "a4a365df-50f1-4397-bc59-1a1564b8bb9c",
  /** Azure Resource Manager and the portal, as conditional access sees them. */
  azureManagement: "797f4846-ba00-4fd7-ba43-dac1f8f63013",
  microsoftGraph: "00000003-0000-0000-c000-000000000000",
  /** Enrols hosts in Intune when they join Entra; the extension calls it `mdmId`. */
  intune: "0000000a-0000-0000-c000-000000000000",
} as const;

/** Name of one of Microsoft's services in this product. */
export type WellKnownApp = keyof typeof wellKnownApps;

/** Permissions of Microsoft Graph that retiring a session host's device takes. */
export const graphAppRoles = {
  deviceReadWriteAll: { name: "Device.ReadWrite.All", id: "1138cb37-bd11-4084-a2b7-9f71582aeddb" },
  managedDevicesReadWriteAll: {
    name: "DeviceManagementManagedDevices.ReadWrite.All",
    id: "243333ab-4d21-40cb-a475-36241daa0842",
  },
} as const;
