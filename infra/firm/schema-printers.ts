import { z } from "zod";
import { privateAddress } from "../document/network-text";
import { displayName } from "../document/texts";
import { hardwareAddress, infPath, queueName } from "./site-texts";

const printer = z.strictObject({
  name: queueName().meta({ description: "Name of the queue, and of its share." }),
  address: privateAddress({ what: "the printer's address", example: "192.168.10.20" }).meta({
    description: "Fixed address in the LAN, outside of the range of dhcp.",
  }),
  model: displayName({ most: 100, example: "Kyocera ECOSYS M5526cdw" }).meta({
    description: "Brand and model, as on the device.",
  }),
  driver: displayName({ most: 100, example: "KX DRIVER for Universal Printing" }).optional().meta({
    description:
      "Driver of the queue, by the name its INF file gives it: one of the vendors' universal drivers, or any with inf. Default the universal driver of the model's brand; Windows' own IPP driver for other brands.",
  }),
  inf: infPath().optional().meta({
    description:
      "Path of the driver's INF file in the folder of drivers that the technician takes along. With a driver of your own.",
  }),
  port: z.int().min(1).max(65_535).optional().meta({
    description: "TCP port for raw printing. Default 9100; none with Windows' IPP driver.",
  }),
  paper: z.enum(["A4", "A3"]).default("A4").meta({
    description: "Paper that lies in it. Default A4.",
  }),
  mac: hardwareAddress().optional().meta({
    description:
      "Hardware address, for a reservation. Default none: the address is set on the printer.",
  }),
});

export const printers = z
  .array(printer)
  .max(50)
  .default([])
  .meta({
    description: "Printers of the office. Default none.",
    examples: ["[{ name: accueil, address: 192.168.10.20, model: Kyocera ECOSYS M5526cdw }]"],
  });
