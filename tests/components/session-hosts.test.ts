import { joinDeployment, type HostJoin } from "../../infra/components/host-join";
import { Desktops, type HostPoolReference } from "../../infra/components/desktops";
import { HostPower } from "../../infra/components/host-power";
import { agentDeployment, tokenDeployment } from "../../infra/components/host-registration";
import { marketplaceImage } from "../../infra/components/host-software";
import { SessionHosts, type SessionHostsArgs } from "../../infra/components/session-hosts";
import { SECRET } from "../../infra/resources/registered";
import { firm, placement } from "../support/builders";
import { difference } from "../support/difference";
import { counted, inputsOf, named, registered } from "../support/harness";

jest.setTimeout(60_000);

const place = placement();
const image = marketplaceImage("26100.3775.250406");
const size = "Standard_E8as_v5";
const domainJoin = {
  kind: "domain",
  domain: "cabinet-dupont.example",
  unit: "OU=Hotes,DC=cabinet-dupont,DC=example",
  account: "svc-join@cabinet-dupont.example",
  password: {
    vaultId: "/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/kv",
    secretName: "domain-join",
  },
} as const satisfies HostJoin;

function desktopsPool(): HostPoolReference {
  const { owner } = place;
  const group = "/subscriptions/s/resourceGroups/g";
  const hostPower = new HostPower("power", { owner, hostsGroupId: group, desktopsGroupId: group });
  return new Desktops("desktops", {
    ...place,
    firm: firm(),
    schedules: [],
    maxSessionsPerHost: 8,
    hostPower,
  }).hostPool;
}

interface Wish extends Partial<Omit<SessionHostsArgs, "hostPool" | "generation">> {
  readonly number?: number;
  readonly count?: number;
  readonly pool?: "none";
}
const record = async ({ number = 1, count = 2, pool, ...changes }: Wish = {}) => {
  const all = await registered(() => {
    new SessionHosts("hosts", {
      ...place,
      generation: { number, count, size },
      previous: undefined,
      image,
      zones: ["1", "2", "3"],
      subnetId: "subnet-id",
      join: { kind: "entra" },
      hostPool: pool === "none" ? undefined : desktopsPool(),
      diskEncryptionSetId: "encryption-id",
      script: "Write-Output 'made'",
      collectionRuleId: "rule-id",
      vaultName: "kv-test",
      vaultGroupName: "rg-data",
      ...changes,
    });
  });
  return all.filter(({ name }) => name.startsWith("hosts"));
};

const previous = (number: number, count: number) => ({ number, count, size });

describe("SessionHosts", () => {
  test("defaults: each host with its interface, password, software, description and agent", async () => {
    expect(counted(await record())).toEqual({
      "cabinet:firm:PoolMembership": 2,
      "cabinet:firm:SessionHost": 2,
      "cabinet:firm:SessionHosts": 1,
      "compute:VirtualMachine": 2,
      "compute:VirtualMachineExtension": 6,
      "compute:VirtualMachineRunCommandByVirtualMachine": 2,
      "desktopvirtualization:SessionHost": 2,
      "keyvault:Secret": 1,
      "monitor:DataCollectionRuleAssociation": 2,
      "network:NetworkInterface": 2,
      "random:index/randomPassword:RandomPassword": 2,
      "resources:Deployment": 5,
    });
  });

  test("everything: size, image, zones and key; a new generation has new names, but for the secret", async () => {
    const first = await record({ count: 4 });
    expect([1, 2, 3, 4].map((index) => inputsOf(first, `hosts-g1-${index}-vm`)["zones"])).toEqual([
      ["1"],
      ["2"],
      ["3"],
      ["1"],
    ]);
    expect(inputsOf(first, "hosts-g1-1-vm")).toMatchObject({
      hardwareProfile: { vmSize: size },
      licenseType: "Windows_Client",
      identity: { type: "SystemAssigned" },
      storageProfile: {
        imageReference: image,
        osDisk: {
          createOption: "FromImage",
          deleteOption: "Delete",
          diskSizeGB: 128,
          managedDisk: {
            storageAccountType: "Premium_LRS",
            diskEncryptionSet: { id: "encryption-id" },
          },
        },
      },
    });

    const second = await record({ number: 2, zones: [] });
    expect(inputsOf(second, "hosts-g2-1-vm")).not.toHaveProperty("zones");
    const old = new Set(first.flatMap(({ id }) => id ?? []));
    expect(second.flatMap(({ id }) => id ?? []).filter((id) => old.has(id))).toEqual([
      expect.stringMatching(/\/secrets\/session-hosts$/),
    ]);
  });

  test("everything: one more host leaves the living ones as they are, and mints a token of its own", async () => {
    const two = await record({ count: 2 });
    const three = await record({ count: 3 });
    const { created, removed, changed } = difference(two, three);
    expect(removed).toEqual(["hosts-g1-token-2"]);
    expect(changed).toEqual({});
    for (const name of created) expect(name).toMatch(/^hosts-g1-(3|3-\w+|token-3)$/);
    expect(named(two, "hosts-g1-token-2").id).toMatch(/\/deployments\/register-g1-2$/);
    expect(named(three, "hosts-g1-token-3").id).toMatch(/\/deployments\/register-g1-3$/);
  });

  test.each([0, 101, 1000])("rejects %i hosts of one generation", async (count) => {
    await expect(record({ count })).rejects.toThrow(`has ${count} session hosts: use 1 to 100`);
  });

  test("AVD-100, AVD-101, AVD-102: trusted launch, encryption at host; no public address", async () => {
    const list = await record();
    const { securityProfile, osProfile } = inputsOf(list, "hosts-g1-1-vm");
    expect(securityProfile).toEqual({
      securityType: "TrustedLaunch",
      uefiSettings: { secureBootEnabled: true, vTpmEnabled: true },
      encryptionAtHost: true,
    });
    expect(osProfile).toMatchObject({ adminUsername: "cabinetadmin", adminPassword: SECRET });
    expect(inputsOf(list, "hosts-g1-1-nic")).toMatchObject({
      enableAcceleratedNetworking: true,
      ipConfigurations: [
        { name: "sessions", subnet: { id: "subnet-id" }, privateIPAllocationMethod: "Dynamic" },
      ],
    });
  });

  test("AVD-017: hosts are built from one exact version", () => {
    expect(image.version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test("hardened: passwords differ, are long, and are kept in the vault alone", async () => {
    const list = await record({ previous: previous(7, 1) });
    expect(inputsOf(list, "hosts-g1-1-password")).toMatchObject({ length: 32, minSpecial: 1 });
    const secret = named(list, "hosts-passwords");
    expect(secret.inputs).toMatchObject({
      vaultName: "kv-test",
      resourceGroupName: "rg-data",
      properties: { value: SECRET },
    });
    expect(secret.dependsOn).toEqual(
      expect.arrayContaining(
        ["hosts-g1-1-password", "hosts-g1-2-password", "hosts-g7-1-password"].map(
          (name) => named(list, name).urn,
        ),
      ),
    );
  });

  test("AVD-076: a host's cost is added to its pool's", async () => {
    const list = await record();
    for (const noun of ["vm", "nic"])
      expect(inputsOf(list, `hosts-g1-1-${noun}`)["tags"]).toMatchObject({
        "cm-resource-parent": expect.stringContaining("/hostPools/"),
      });
  });

  test("AVD-099, AVD-101: scanned, attested and watched", async () => {
    const list = await record();
    const types = list.flatMap(({ name, inputs }) =>
      name.startsWith("hosts-g1-1-") && "typeHandlerVersion" in inputs ? [inputs["type"]] : [],
    );
    expect(types).toEqual(["IaaSAntimalware", "GuestAttestation", "AzureMonitorWindowsAgent"]);
    expect(inputsOf(list, "hosts-g1-1-collection")).toMatchObject({
      resourceUri: named(list, "hosts-g1-1-vm").id,
      dataCollectionRuleId: "rule-id",
    });
  });
});

describe("a living host", () => {
  test("is never touched: another image, size, join, script or key changes none of its inputs", async () => {
    const before = await record();
    const after = await record({
      image: marketplaceImage("26100.9999.270101"),
      join: domainJoin,
      script: "Write-Output 'other'",
      diskEncryptionSetId: "other-key",
      zones: ["3"],
    });
    expect(difference(before, after)).toEqual({ created: [], removed: [], changed: {} });
  });

  test("its extensions go with it, for a stopped one refuses their removal", async () => {
    const list = await record();
    const extensions = list.filter(({ inputs }) => "typeHandlerVersion" in inputs);
    expect(extensions).toHaveLength(6);
    for (const { ignoreChanges } of extensions)
      expect(ignoreChanges).toEqual(expect.arrayContaining(["typeHandlerVersion", "settings"]));
    expect(named(list, "hosts-g1-1-vm").ignoreChanges).toEqual([
      "hardwareProfile",
      "osProfile",
      "storageProfile",
      "securityProfile",
      "zones",
    ]);
    expect(named(list, "hosts-g1-1-settings").ignoreChanges).toContain("source");
    for (const name of ["hosts-g1-1-agent", "hosts-g1-token-2"])
      expect(named(list, name).ignoreChanges).toEqual(["properties"]);
  });
});

describe("joining", () => {
  test("AVD-068: exactly one way, after the settings and before the agent", async () => {
    const entra = await record();
    const domain = await record({ join: domainJoin });
    const ways = (list: typeof entra) =>
      JSON.stringify(inputsOf(list, "hosts-g1-1-join")).match(
        /AADLoginForWindows(?=")|JsonADDomainExtension(?=")/g,
      );
    expect(ways(entra)).toEqual(["AADLoginForWindows"]);
    expect(ways(domain)).toEqual(["JsonADDomainExtension"]);
    for (const list of [entra, domain]) {
      expect(named(list, "hosts-g1-1-join").dependsOn).toContain(
        named(list, "hosts-g1-1-settings").urn,
      );
      expect(named(list, "hosts-g1-1-description").dependsOn).toContain(
        named(list, "hosts-g1-1-join").urn,
      );
    }
  });

  test("AVD-056, AVD-059: the password never leaves the vault but for Azure's own hands", () => {
    const { template, parameters } = joinDeployment("vm1", "francecentral", domainJoin);
    expect(parameters["password"]).toEqual({
      reference: {
        keyVault: { id: domainJoin.password.vaultId },
        secretName: "domain-join",
      },
    });
    expect(Object.keys(parameters)).toEqual(Object.keys(template.parameters));
    expect(template.parameters["password"]).toEqual({ type: "securestring" });
    const [extension] = template.resources;
    expect(extension?.properties.settings).toMatchObject({ OUPath: "[parameters('unit')]" });
    expect(extension?.properties.protectedSettings).toEqual({
      Password: "[parameters('password')]",
    });
  });

  test("a pool knows a host of a domain by its full name", async () => {
    const list = await record({ join: domainJoin });
    expect(inputsOf(list, "hosts-g1-1-description")["sessionHostName"]).toMatch(
      /\.cabinet-dupont\.example$/,
    );
  });
});

describe("generations", () => {
  const only1 = () => record();
  const build2 = () => record({ number: 2, previous: previous(1, 2) });
  const only2 = () => record({ number: 2 });
  const allows = (list: Awaited<ReturnType<typeof record>>, generation: number) =>
    inputsOf(list, `hosts-g${generation}-1-description`)["allowNewSession"];
  const machinesIn = (names: readonly string[]) => names.filter((name) => name.endsWith("-vm"));

  test("step 1: new hosts beside the old; of the old nothing changes but that they take no more", async () => {
    const { created, removed, changed } = difference(await only1(), await build2());
    expect(machinesIn(created)).toEqual(["hosts-g2-1-vm", "hosts-g2-2-vm"]);
    expect(removed).toEqual([]);
    expect(changed).toEqual({
      "hosts-g1-1-description": ["allowNewSession"],
      "hosts-g1-2-description": ["allowNewSession"],
    });
    const list = await build2();
    expect([allows(list, 1), allows(list, 2)]).toEqual([false, true]);
  });

  test("the old are drained only when all new ones take users: interrupted before, nobody is locked out", async () => {
    const list = await build2();
    for (const index of [1, 2])
      expect(named(list, `hosts-g1-${index}-description`).dependsOn).toEqual(
        expect.arrayContaining([
          named(list, "hosts-g2-1-agent").urn,
          named(list, "hosts-g2-2-agent").urn,
        ]),
      );
    // No new host waits for an old one.
    const young = list.filter(({ name }) => name.startsWith("hosts-g2-"));
    const wanted = young.flatMap(({ dependsOn }) => dependsOn);
    expect(wanted.filter((urn) => urn.includes("hosts-g1-"))).toEqual([]);
  });

  test("step 2, the other way: going back builds nothing and touches no machine", async () => {
    const back = await record({ number: 1, previous: previous(2, 2) });
    const { created, removed, changed } = difference(await build2(), back);
    expect([created, removed]).toEqual([[], []]);
    expect(Object.keys(changed)).toEqual([
      "hosts-g1-1-description",
      "hosts-g1-2-description",
      "hosts-g2-1-description",
      "hosts-g2-2-description",
    ]);
    expect([allows(back, 1), allows(back, 2)]).toEqual([true, false]);
  });

  test("step 3: the old hosts go, each with its description in the pool", async () => {
    const { created, removed, changed } = difference(await build2(), await only2());
    expect(created).toEqual([]);
    expect(changed).toEqual({});
    expect(removed.every((name) => name.startsWith("hosts-g1-"))).toBe(true);
    expect(removed).toEqual(
      expect.arrayContaining(["hosts-g1-1-vm", "hosts-g1-1-description", "hosts-g1-1-nic"]),
    );
  });

  test("a machine goes after its description, which Azure keeps while somebody works on it", async () => {
    const list = await build2();
    expect(named(list, "hosts-g1-1-description").dependsOn).toContain(
      named(list, "hosts-g1-1-vm").urn,
    );
    expect(named(list, "hosts-g1-1-agent").dependsOn).toContain(
      named(list, "hosts-g1-1-description").urn,
    );
  });

  test("a token is minted when all machines stand, minutes before agents use it", async () => {
    const list = await build2();
    expect(named(list, "hosts-g2-token-2").dependsOn).toEqual(
      expect.arrayContaining(
        ["hosts-g2-1-vm", "hosts-g2-2-vm", "hosts-g2-1-join", "hosts-g2-2-join"].map(
          (name) => named(list, name).urn,
        ),
      ),
    );
    for (const index of [1, 2])
      expect(named(list, `hosts-g2-${index}-agent`).dependsOn).toContain(
        named(list, "hosts-g2-token-2").urn,
      );
  });

  test("another broker's hosts have neither description nor agent nor token", async () => {
    const list = await record({ pool: "none", join: domainJoin, previous: previous(7, 1) });
    expect(counted(list)).toMatchObject({ "compute:VirtualMachine": 3, "resources:Deployment": 3 });
    expect(counted(list)).not.toHaveProperty("desktopvirtualization:SessionHost");
    expect(inputsOf(list, "hosts-c1-1-vm")["tags"]).not.toHaveProperty("cm-resource-parent");
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
    const { template, parameters } = agentDeployment(
      { vmName: "vm1", location: "francecentral", join: { kind: "entra" } },
      await capture(),
    );
    const [extension] = template.resources;
    expect(extension?.properties.protectedSettings).toEqual({
      properties: {
        registrationInfoToken:
          "[listRegistrationTokens(parameters('hostPoolId'), '2024-04-03').value[0].token]",
      },
    });
    expect(Object.keys(parameters)).toEqual(Object.keys(template.parameters));
    expect(parameters["vmName"]).toEqual({ value: "vm1" });
    expect(extension?.properties.settings.properties.aadJoin).toBe(true);
  });
});
