import { Desktops } from "../../infra/components/desktops";
import { HostPower } from "../../infra/components/host-power";
import { scalingSchedules } from "../../infra/components/scaling-schedules";
import { scheduleInForce } from "../../infra/firm/work-calendar";
import { firm, placement } from "../support/builders";
import { counted, inputsOf, named, registered } from "../support/harness";

const record = (changes: Parameters<typeof firm>[0] = {}, maxSessionsPerHost = 8) =>
  registered(() => {
    const { owner } = placement();
    const hostPower = new HostPower("power", {
      owner,
      hostsGroupId: "/subscriptions/s/resourceGroups/hosts",
      desktopsGroupId: "/subscriptions/s/resourceGroups/desktops",
    });
    new Desktops("desktops", {
      ...placement({ location: "westeurope" }),
      firm: firm(changes),
      schedules: scalingSchedules(
        scheduleInForce(firm(changes).workday, { kind: "undated" }),
        firm(changes).sessions.balancing,
      ),
      maxSessionsPerHost,
      hostPower,
    });
  });

describe("Desktops", () => {
  test("defaults: pool, group, workspace and scaling plan", async () => {
    const list = await record();
    const own = list.filter(({ name }) => name.startsWith("desktops"));
    expect(counted(own)).toEqual({
      "cabinet:firm:Desktops": 1,
      "desktopvirtualization:ApplicationGroup": 1,
      "desktopvirtualization:HostPool": 1,
      "desktopvirtualization:ScalingPlan": 1,
      "desktopvirtualization:Workspace": 1,
    });
  });

  test("everything: name, hours, sessions and region reach Azure", async () => {
    const list = await record(
      {
        name: "Cabinet Martin",
        workday: {
          ...firm().workday,
          weekdays: { from: { hour: 8, minute: 30 }, until: { hour: 18, minute: 0 } },
          saturday: {
            kind: "open",
            hours: { from: { hour: 9, minute: 0 }, until: { hour: 12, minute: 0 } },
          },
        },
      },
      16,
    );
    expect(inputsOf(list, "desktops-pool")).toMatchObject({
      friendlyName: "Cabinet Martin",
      maxSessionLimit: 16,
      hostPoolType: "Pooled",
      preferredAppGroupType: "Desktop",
      loadBalancerType: "BreadthFirst",
      startVMOnConnect: true,
      validationEnvironment: false,
      location: "westeurope",
      agentUpdate: {
        type: "Scheduled",
        maintenanceWindowTimeZone: "Romance Standard Time",
        maintenanceWindows: [
          { dayOfWeek: "Tuesday", hour: 18 },
          { dayOfWeek: "Sunday", hour: 3 },
        ],
      },
    });
    expect(inputsOf(list, "desktops-scaling")).toMatchObject({
      timeZone: "Romance Standard Time",
      hostPoolType: "Pooled",
      schedules: [{ name: "0830-1800" }, { name: "0900-1200" }, { name: "closed" }],
    });
    expect(inputsOf(list, "desktops-workspace")).toMatchObject({ friendlyName: "Cabinet Martin" });
  });

  test("hardened: nothing redirected that was not meant, nothing attached before its role", async () => {
    const list = await record();
    const pool = named(list, "desktops-pool");
    expect(pool.inputs["customRdpProperty"]).toContain(
      "drivestoredirect:s:;usbdevicestoredirect:s:;redirectcomports:i:0;",
    );
    expect(pool.inputs).not.toHaveProperty("registrationInfo");
    expect(pool.ignoreChanges).toEqual(["loadBalancerType"]);

    expect(inputsOf(list, "desktops-workspace")).toMatchObject({
      applicationGroupReferences: [named(list, "desktops-group").id],
    });
    const plan = named(list, "desktops-scaling");
    expect(plan.inputs).toMatchObject({
      hostPoolReferences: [{ hostPoolArmPath: pool.id, scalingPlanEnabled: true }],
    });
    expect(plan.dependsOn).toEqual(
      expect.arrayContaining([named(list, "power-hosts").urn, named(list, "power-desktops").urn]),
    );
  });
});

describe("published applications", () => {
  const applications = [
    { key: "quadra", name: "Quadra Compta", path: "C:\\Quadra\\Compta.exe", arguments: "" },
    { key: "paie", name: "Quadra Paie", path: "C:\\Quadra\\Paie.exe", arguments: "/client" },
  ];
  const publishing = () => record({ sessions: { ...firm().sessions, applications } });

  test("A33: a group of their own, of programs and not of the desktop", async () => {
    const list = await publishing();
    expect(inputsOf(list, "desktops-applications-group")).toMatchObject({
      applicationGroupType: "RemoteApp",
      hostPoolArmPath: named(list, "desktops-pool").id,
    });
    expect(inputsOf(list, "desktops-applications-quadra")).toMatchObject({
      applicationName: "quadra",
      friendlyName: "Quadra Compta",
      filePath: "C:\\Quadra\\Compta.exe",
      commandLineSetting: "DoNotAllow",
    });
    expect(inputsOf(list, "desktops-applications-paie")).toMatchObject({
      commandLineSetting: "Require",
      commandLineArguments: "/client",
    });
  });

  test("the workspace lists both groups", async () => {
    const list = await publishing();
    expect(inputsOf(list, "desktops-workspace")["applicationGroupReferences"]).toEqual([
      named(list, "desktops-group").id,
      named(list, "desktops-applications-group").id,
    ]);
  });
});

test.each([
  ["breadthFirst", "BreadthFirst"],
  ["depthFirst", "DepthFirst"],
] as const)(
  "AVD-037: a new pool balances %s, later autoscale decides",
  async (balancing, azure) => {
    const list = await record({ sessions: { ...firm().sessions, balancing } });
    expect(inputsOf(list, "desktops-pool")["loadBalancerType"]).toBe(azure);
    expect(named(list, "desktops-pool").ignoreChanges).toEqual(["loadBalancerType"]);
  },
);

describe("HostPower", () => {
  test("hardened: one role for one service, on the two groups it needs and not beyond", async () => {
    const list = await record();
    const roles = list.filter(({ type }) => type.endsWith(":RoleAssignment"));
    expect(roles.map(({ inputs }) => inputs["scope"])).toEqual([
      "/subscriptions/s/resourceGroups/desktops",
      "/subscriptions/s/resourceGroups/hosts",
    ]);
    for (const { inputs } of roles)
      expect(inputs).toMatchObject({
        principalType: "ServicePrincipal",
        roleDefinitionId: expect.stringContaining("40c5ff49-9181-41f8-ae61-143b0e78555e"),
      });
  });
});
