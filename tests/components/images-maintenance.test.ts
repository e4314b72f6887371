import { ImageGallery } from "../../infra/components/image-gallery";
import { Maintenance, type MaintenanceArgs } from "../../infra/components/maintenance";
import { placement } from "../support/builders";
import { counted, inputsOf, named, registered } from "../support/harness";

const place = placement({ owner: { environment: "prod", subscription: "s" } });

describe("ImageGallery", () => {
  const record = () =>
    registered(() => {
      new ImageGallery("images", place);
    });

  test("defaults: a gallery and the definition of the hosts' image", async () => {
    expect(counted(await record())).toEqual({
      "cabinet:platform:ImageGallery": 1,
      "compute:Gallery": 1,
      "compute:GalleryImage": 1,
    });
  });

  test("everything (AVD-018): names and tags reach Azure", async () => {
    const list = await record();
    expect(inputsOf(list, "images-session-host")).toMatchObject({
      galleryName: inputsOf(list, "images-gallery")["galleryName"],
      osType: "Windows",
      osState: "Generalized",
      tags: place.tags,
    });
  });

  test("hardened (AVD-032, AVD-102): second generation, trusted launch", async () => {
    expect(inputsOf(await record(), "images-session-host")).toMatchObject({
      hyperVGeneration: "V2",
      features: expect.arrayContaining([{ name: "SecurityType", value: "TrustedLaunch" }]),
    });
  });
});

describe("Maintenance", () => {
  const hours = { from: { hour: 2, minute: 0 }, until: { hour: 5, minute: 30 } };
  const record = (changes: Partial<MaintenanceArgs> = {}) =>
    registered(() => {
      new Maintenance("maintenance", {
        ...place,
        window: { day: "Sunday", hours },
        from: "2027-01-03",
        ...changes,
      });
    });

  test("defaults: one configuration", async () => {
    expect(counted(await record())).toEqual({
      "cabinet:platform:Maintenance": 1,
      "maintenance:MaintenanceConfiguration": 1,
    });
  });

  test("everything: day, hours and length, by the clock of France", async () => {
    expect(inputsOf(await record(), "maintenance-servers0200")).toMatchObject({
      maintenanceScope: "InGuestPatch",
      startDateTime: "2027-01-03 02:00",
      duration: "03:30",
      recurEvery: "1Week Sunday",
      timeZone: "Romance Standard Time",
    });
  });

  test("everything: another hour is another configuration, another first day is not", async () => {
    const later = { from: { hour: 3, minute: 15 }, until: { hour: 5, minute: 0 } };
    const list = await record({ window: { day: "Saturday", hours: later } });
    expect(inputsOf(list, "maintenance-servers0315")).toMatchObject({
      recurEvery: "1Week Saturday",
      duration: "01:45",
    });
    expect(named(list, "maintenance-servers0315").ignoreChanges).toEqual(["startDateTime"]);
  });

  test("hardened: security updates are in, and restart the server where they need it", async () => {
    expect(inputsOf(await record(), "maintenance-servers0200")).toMatchObject({
      installPatches: {
        rebootSetting: "IfRequired",
        windowsParameters: {
          classificationsToInclude: expect.arrayContaining(["Critical", "Security"]),
        },
      },
    });
  });
});
