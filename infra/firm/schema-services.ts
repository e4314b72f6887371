import { z } from "zod";
import { serviceNames } from "./services";
import { windowsPath } from "./session-texts";

export const services = z
  .array(z.enum(serviceNames))
  .default([])
  .meta({
    description:
      "Services for the firm's clients: quadraConnect publishes a program to a group of clients; quadraBox, suiviCaisse and devisFact are the vendor's own, which hosts then reach and a group of people uses. Default none: each is somebody's wish, and a way out of the firm.",
    examples: ["[quadraConnect, quadraBox]"],
  });

export const quadraConnect = z
  .strictObject({
    path: windowsPath().meta({ description: "Program on the host that clients start." }),
  })
  .optional()
  .meta({ description: "Quadra Connect, with services [quadraConnect]." });
