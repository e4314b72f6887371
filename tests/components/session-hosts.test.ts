import type { HostPoolReference } from "../../infra/components/desktops";
import { Desktops } from "../../infra/components/desktops";
import { HostPower } from "../../infra/components/host-power";
import { agentDeployment, tokenDeployment } from "../../infra/components/host-registration";
import { SessionHosts, type SessionHostsArgs } from "../../infra/components/session-hosts";
import { SECRET } from "../../infra/resources/registered";
import { firm, placement } from "../support/builders";
import { counted, inputsOf, named, registered } from "../support/harness";

const place = placement();

function desktopsPool(): HostPoolReference {
  const { owner } = place;
  const group = "/subscriptions/s/resourceGroups/g";
  const hostPower = new HostPower("power", { owner, hostsGroupId: group, desktopsGroupId: group });
  return new Desktops("desktops", { ...place, firm: firm(), maxSessionsPerHost: 8, hostPower })
    .hostPool;
}

const record = async (changes: Partial<SessionHostsArgs> = {}) => {
  const all = await registered(() => {
    new SessionHosts("hosts", {
      ...place,
      generation: 1,
      count: 2,
      size: "Standard_E8as_v5",
      zones: ["1", "2", "3"],
      subnetId: "subnet-id",
      hostPool: desktopsPool(),
      vaultName: "kv-test",
      vaultGroupName: "rg-data",
      ...changes,
    });
  });
  return all.filter(({ name }) => !name.startsWith("power"));
};
const ofHosts = (list: Awaited<ReturnType<typeof record>>) =>
  list.filter(({ name }) => name.startsWith("hosts"));

describe("SessionHosts", () => {
  test("defaults: each host with its interface, password, extensions and agent", async () => {
    expect(counted(ofHosts(await record()))).toEqual({
      "cabinet:firm:SessionHost": 2,
      "cabinet:firm:SessionHosts": 1,
      "compute:VirtualMachine": 2,
      "compute:VirtualMachineExtension": 6,
      "keyvault:Secret": 1,
      "network:NetworkInterface": 2,
      "random:index/randomPassword:RandomPassword": 2,
      "resources:Deployment": 3,
    });
  });

  test("everything: size, generation and zones; a new generation has new names, but for the secret", async () => {
    const first = await record({ count: 4 });
    expect([1, 2, 3, 4].map((index) => inputsOf(first, `hosts-g1-${index}-vm`)["zones"])).toEqual([
      ["1"],
      ["2"],
      ["3"],
      ["1"],
    ]);
    expect(inputsOf(first, "hosts-g1-1-vm")).toMatchObject({
      hardwareProfile: { vmSize: "Standard_E8as_v5" },
      licenseType: "Windows_Client",
      identity: { type: "SystemAssigned" },
      storageProfile: {
        osDisk: {
          createOption: "FromImage",
          deleteOption: "Delete",
          diskSizeGB: 128,
          managedDisk: { storageAccountType: "Premium_LRS" },
        },
      },
    });

    const second = await record({ generation: 2, zones: [] });
    expect(inputsOf(second, "hosts-g2-1-vm")).not.toHaveProperty("zones");
    const namesOf = (list: Awaited<ReturnType<typeof record>>) =>
      ofHosts(list).flatMap(({ id }) => id ?? []);
    const old = new Set(namesOf(first));
    expect(namesOf(second).filter((id) => old.has(id))).toEqual([
      expect.stringMatching(/\/secrets\/session-hosts$/),
    ]);
  });

  test("everything: more hosts leave the living ones as they are, and mint a token of their own", async () => {
    const two = await record({ count: 2 });
    const three = await record({ count: 3 });
    for (const noun of ["vm", "nic", "agent", "join", "password"])
      expect(inputsOf(three, `hosts-g1-1-${noun}`)).toEqual(inputsOf(two, `hosts-g1-1-${noun}`));
    expect(named(two, "hosts-g1-token-2").id).toMatch(/\/deployments\/register-g1-2$/);
    expect(named(three, "hosts-g1-token-3").id).toMatch(/\/deployments\/register-g1-3$/);
    expect(named(three, "hosts-g1-3-agent").dependsOn).toContain(
      named(three, "hosts-g1-token-3").urn,
    );
  });

  test("hardened: trusted launch, encryption at host, an exact image, no public address", async () => {
    const list = await record();
    const { securityProfile, storageProfile, osProfile } = inputsOf(list, "hosts-g1-1-vm");
    expect(securityProfile).toEqual({
      securityType: "TrustedLaunch",
      uefiSettings: { secureBootEnabled: true, vTpmEnabled: true },
      encryptionAtHost: true,
    });
    expect(storageProfile).toMatchObject({
      imageReference: {
        publisher: "microsoftwindowsdesktop",
        offer: "office-365",
        sku: "win11-24h2-avd-m365",
        version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      },
    });
    expect(osProfile).toMatchObject({ adminUsername: "cabinetadmin", adminPassword: SECRET });
    expect(inputsOf(list, "hosts-g1-1-nic")["ipConfigurations"]).toEqual([
      {
        name: "sessions",
        subnet: { id: "subnet-id" },
        privateIPAllocationMethod: "Dynamic",
      },
    ]);
  });

  test("hardened: passwords differ, are long, and are kept in the vault alone", async () => {
    const list = await record();
    expect(inputsOf(list, "hosts-g1-1-password")).toMatchObject({ length: 32, minSpecial: 1 });
    const secret = named(list, "hosts-passwords");
    expect(secret.inputs).toMatchObject({
      vaultName: "kv-test",
      resourceGroupName: "rg-data",
      properties: { value: SECRET },
    });
    expect(secret.dependsOn).toEqual(
      expect.arrayContaining([
        named(list, "hosts-g1-1-password").urn,
        named(list, "hosts-g1-2-password").urn,
      ]),
    );
  });

  test("hardened: joined to Entra and attested; living hosts are never changed", async () => {
    const list = await record();
    const extensions = ["join", "attestation", "monitor"].map((noun) =>
      named(list, `hosts-g1-1-${noun}`),
    );
    expect(extensions.map(({ inputs }) => inputs["type"])).toEqual([
      "AADLoginForWindows",
      "GuestAttestation",
      "AzureMonitorWindowsAgent",
    ]);
    for (const { ignoreChanges } of extensions) {
      expect(ignoreChanges).toEqual(expect.arrayContaining(["typeHandlerVersion", "settings"]));
    }
    expect(named(list, "hosts-g1-1-vm").ignoreChanges).toEqual([
      "osProfile",
      "storageProfile",
      "securityProfile",
      "zones",
    ]);
    for (const name of ["hosts-g1-1-agent", "hosts-g1-token-2"])
      expect(named(list, name).ignoreChanges).toEqual(["properties"]);
  });
});

describe("registration", () => {
  const capture = async () => {
    let pool: HostPoolReference | undefined;
    await registered(() => {
      pool = desktopsPool();
    });
    if (pool === undefined) throw new Error("no pool was made");
    return pool;
  };

  test("a token is minted by Azure for two hours, on the pool as it is", async () => {
    const pool = await capture();
    const { template, parameters } = tokenDeployment(pool);
    expect(template.variables.registration).toEqual({
      registrationInfo: {
        expirationTime: "[dateTimeAdd(parameters('now'), 'PT2H')]",
        registrationTokenOperation: "Update",
      },
    });
    expect(template.parameters.now).toEqual({ type: "string", defaultValue: "[utcNow('u')]" });
    expect(Object.keys(parameters)).toEqual(
      Object.keys(template.parameters).filter((key) => key !== "now"),
    );
    expect(parameters["properties"]).toEqual({ value: pool.settings });
  });

  test("an agent gets the token inside Azure, in protected settings", async () => {
    const { template, parameters } = agentDeployment("vm1", await capture(), "francecentral");
    const [extension] = template.resources;
    expect(extension?.properties.protectedSettings).toEqual({
      properties: {
        registrationInfoToken:
          "[listRegistrationTokens(parameters('hostPoolId'), '2024-04-03').value[0].token]",
      },
    });
    expect(Object.keys(parameters)).toEqual(Object.keys(template.parameters));
    expect(parameters["vmName"]).toEqual({ value: "vm1" });
  });
});
