import { z } from "zod";
import { digest, downloadUrl, switches } from "./session-texts";
import { programVersion, windowsFolder } from "./site-texts";

const pinned = {
  version: programVersion().meta({ description: "Least version that passes the check of desks." }),
  url: downloadUrl().meta({ description: "Where the technician fetches the installer from." }),
  sha256: digest().meta({ description: "SHA-256 of that file." }),
};

export const desks = z
  .strictObject({
    memory: z.int().min(4).max(64).default(8).meta({
      description:
        "GiB of memory a desk must have. Default 8: many windows at once take memory; processor and disk work in Azure and never decide.",
    }),
    screens: z.int().min(1).max(4).default(2).meta({
      description: "Screens a session spans. Default 2.",
    }),
    client: z.strictObject(pinned).optional().meta({
      description:
        "Windows App, or Citrix Workspace with broker citrix, as one exact file. Default none: installer.ps1 takes what is there and installs nothing, for no hash says which file is right.",
    }),
    thinprint: z
      .strictObject({
        ...pinned,
        switches: switches().meta({
          description: "Switches that make the installer ask nothing, from its manual.",
        }),
      })
      .optional()
      .meta({
        description: "ThinPrint Client. With printing thinprint. Default none, as for client.",
      }),
    scanFolder: windowsFolder(String.raw`C:\Numerisations`)
      .prefault(String.raw`C:\Numerisations`)
      .meta({
        description: String.raw`Folder on the desk that its scanner writes into, with scanning folder. Default C:\Numerisations.`,
      }),
  })
  .prefault({})
  .meta({ description: "Workplaces, in an office or at home." });
