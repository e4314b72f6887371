import { TestAzure, inGroup } from "../support/azure";

const machine = inGroup("Microsoft.Compute/virtualMachines/vm");
const off = { instanceView: { statuses: [{ code: "PowerState/deallocated" }] } };

describe.each(["extensions/agent", "runCommands/settings"])(
  "%s of a machine that is off",
  (part) => {
    const id = `${machine}/${part}`;

    function switchedOff(): TestAzure {
      const azure = TestAzure.withGroup();
      azure.create(machine, {});
      azure.create(id, {});
      azure.put(machine, off);
      return azure;
    }

    test("rejects to be made, changed or taken away", () => {
      const azure = switchedOff();
      expect(() => azure.create(`${id}2`, {})).toThrow("when the VM is not running");
      expect(() => azure.put(id, { tags: { owner: "x" } })).toThrow("when the VM is not running");
      expect(() => azure.remove(id)).toThrow("when the VM is not running");
    });

    test("goes with the machine", () => {
      const azure = switchedOff();
      azure.remove(machine);
      expect(azure.get(id)).toBeUndefined();
    });

    test("rejects it still after the machine itself was changed, which does not switch it on", () => {
      const azure = switchedOff();
      azure.put(machine, { tags: { owner: "x" } });
      expect(() => azure.remove(id)).toThrow("when the VM is not running");
    });
  },
);
