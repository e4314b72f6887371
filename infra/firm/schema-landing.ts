import { z } from "zod";
import { digest } from "./session-texts";

const amount = () => z.int().min(0).max(Number.MAX_SAFE_INTEGER);

/** What `cabinet verify` prints once everything has arrived. */
const arrived = z
  .strictObject({
    manifest: digest().meta({ description: "SHA-256 of the list made on the old server." }),
    files: amount().min(1).meta({ description: "How many files it lists." }),
    bytes: amount().meta({ description: "Their bytes together." }),
    proof: digest().meta({
      description:
        "Ties these to the firm; a record that was changed or is another firm's is refused.",
    }),
  })
  .meta({
    description:
      "Proof that what the old server's list names is in the firm's share, byte for byte: what `cabinet verify` prints. Stages verified and live demand it. Default none.",
  });

export const landing = z
  .strictObject({
    transport: z.enum(["technician", "importExport", "none"]).default("technician").meta({
      description:
        "Who brings the firm's data: a technician with a disk of his own, or Microsoft's Import/Export service, to which the disk is sent; or none, where the firm has nothing to take over. Default technician: a few hundred gigabytes are there in a night.",
    }),
    disk: z.enum(["usb", "sata"]).optional().meta({
      description:
        "What the disk is: with USB or in a case, or a bare SATA disk of 2.5 or 3.5 inches, the only kind that Import/Export reads. Default usb: every old server has the port.",
    }),
    arrived: arrived.optional(),
  })
  .prefault({})
  .meta({ description: "How the firm's data comes from its old server, and that it has come." });
