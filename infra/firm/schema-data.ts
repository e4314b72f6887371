import { z } from "zod";
import { archivePresetNames } from "./archive-presets";
import { storageSize } from "./units";

export const data = z
  .strictObject({
    store: z.enum(["azureFiles", "fileServer"]).default("azureFiles").meta({
      description:
        "Where client files are: Azure Files, or a Windows file server of the firm's own for software whose databases Azure Files does not suit. Default azureFiles: three data centres and no machine to look after.",
    }),
    dossiers: storageSize({ least: 100, most: 102_400, example: "400 GiB" })
      .prefault("100 GiB")
      .meta({
        description:
          "Provisioned size of the share for client files. Default 100 GiB: the least that Azure Files premium sells; growing it later interrupts nobody.",
      }),
    profile: storageSize({ least: 5, most: 100, example: "30 GiB" }).prefault("30 GiB").meta({
      description:
        "Size limit of one user's profile. Default 30 GiB: Microsoft's figure for profile containers.",
    }),
    drive: z
      .string()
      .regex(/^[F-Z]$/)
      .default("Q")
      .meta({
        allowed: "one letter from F to Z",
        examples: ["Q"],
        description:
          "Letter of the drive that shows client files in a session. Default Q: write the one people had before, so that links in their files go on working.",
      }),
    redundancy: z.enum(["local", "zone", "geo"]).default("zone").meta({
      description:
        "Copies in one data centre; in three; or in three, with archives and backups in the paired region as well. Local only in regions without zones. Default zone: a firm can work on when a data centre fails.",
    }),
    archive: z
      .array(z.enum(archivePresetNames))
      .default([])
      .meta({
        description:
          "Legal archives, each a container that nobody can change before its time: books for 10 years, tax documents for 6, pay for 5, electronic payslips for 50. Default none: each is a duty to keep and to pay.",
        examples: ["[comptable10, paie5]"],
      }),
  })
  .prefault({})
  .meta({
    description: "What the firm keeps.",
    refused: {
      region:
        "remove it: client files are in the firm's region, for databases opened from another one are slow and break",
    },
  });
