import { Option, type Command } from "commander";
import type { EventOptions, ListOptions, LookOptions, RemoveOptions } from "./azure-command";
import type { RehearseOptions } from "./azure-rehearse-command";
import type { Terminal } from "./terminal";

const load = (): typeof import("./azure-command") => require("./azure-command");
const loadSettings = (): typeof import("./azure-settings-command") =>
  require("./azure-settings-command");

const loadRehearsal = (): typeof import("./azure-rehearse-command") =>
  require("./azure-rehearse-command");

const whatTargets =
  "An id may be written short: its end, or the name alone, as long as only one thing has it.";

/** The command `azure` with what belongs to it; what they do is loaded when they are called. */
export function addAzure(program: Command, terminal: Terminal, end: (code: number) => void): void {
  const azure = program
    .command("azure")
    .description("look into the embedded Azure, and change something in it by hand");

  looking(azure.command("ls"))
    .description("what exists")
    .option("--type <type>", "ARM type, its beginning or its end: Microsoft.Compute, hostPools")
    .option("--group <name>", "only in this resource group")
    .option("--subscription <id>", "only in this subscription")
    .addHelpText("after", examples("cabinet azure ls --embedded --type hostPools"))
    .action((options: ListOptions) => end(load().list(options, terminal)));

  looking(azure.command("show"))
    .description("one resource, as Azure Resource Manager answers it")
    .argument("<id>", "id, end of an id, or name")
    .addHelpText(
      "after",
      [examples("cabinet azure show vdpool-dupont --embedded"), "", whatTargets].join("\n"),
    )
    .action((id: string, options: LookOptions) => end(load().show(id, options, terminal)));

  looking(azure.command("set"))
    .description("change properties by hand: drift, for a refresh to find")
    .argument("<id>", "id, end of an id, or name")
    .argument("<changes...>", "path=value; null takes a property away")
    .addHelpText(
      "after",
      [
        examples(
          "cabinet azure set vdpool-dupont maxSessionLimit=3 tags.owner=nobody --embedded",
          "cabinet azure set vdpool-dupont/sessionHosts/host-1 status=Unavailable --embedded",
          "cabinet azure set nsg-hosts 'securityRules[0].access=Allow' --embedded",
        ),
        "",
        "Properties have the names they have in a program. What Azure refuses is refused.",
        whatTargets,
      ].join("\n"),
    )
    .action((id: string, changes: string[], options: LookOptions) =>
      end(load().set(id, changes, options, terminal)),
    );

  looking(azure.command("rm"))
    .description("take something away by hand, with all that goes with it")
    .argument("<id>", "id, end of an id, or name")
    .addHelpText(
      "after",
      [examples("cabinet azure rm nic-host-1 --embedded"), "", whatTargets].join("\n"),
    )
    .option(
      "--with-key",
      "a share, as whoever holds its account's key: no lock or backup stops him",
    )
    .option("--content", "what is on a backed-up machine's disks, as its administrator")
    .action((id: string, options: RemoveOptions) => end(load().remove(id, options, terminal)));

  looking(azure.command("recover"))
    .description("bring back a key vault or a backup that was deleted and is still kept")
    .argument("<id>", "id, end of an id, or name")
    .addHelpText(
      "after",
      [examples("cabinet azure recover kv-prod-dupont --embedded"), "", whatTargets].join("\n"),
    )
    .action((id: string, options: LookOptions) => end(load().recover(id, options, terminal)));

  looking(azure.command("configure"))
    .description("how this Azure is set: its clock, quotas and limits; without changes, show it")
    .argument("[changes...]", "name=value; null means as Azure is by itself")
    .addHelpText(
      "after",
      examples(
        "cabinet azure configure --embedded",
        "cabinet azure configure clock=+15d --embedded",
        "cabinet azure configure vcpus.francecentral.standardEASv5Family=16 --embedded",
      ),
    )
    .action((changes: string[], options: LookOptions) =>
      end(loadSettings().configure(changes, options, terminal)),
    );

  looking(azure.command("onboard"))
    .description("make a machine of Azure Arc, as azcmagent connect does on a server in an office")
    .argument("<id>", "id of the machine, in a resource group that is there")
    .addHelpText(
      "after",
      examples(
        "cabinet azure onboard /subscriptions/…/resourceGroups/rg-prod-moreau-voiron-arc/providers/Microsoft.HybridCompute/machines/VOIRON-SRV1 --embedded",
      ),
    )
    .action((id: string, options: LookOptions) => end(load().onboard(id, options, terminal)));

  looking(azure.command("rehearse"))
    .description("play a night of the job that restores a firm's copy for practice")
    .argument("<job>", "id, end of an id, or name")
    .option("--differing <number>", "how many files come back other than they are", "0")
    .addHelpText(
      "after",
      examples(
        "cabinet azure rehearse caj-prod-dupont-rehearsal --embedded",
        "cabinet azure rehearse caj-prod-dupont-rehearsal --differing 3 --embedded",
      ),
    )
    .action((job: string, options: RehearseOptions) =>
      end(loadRehearsal().rehearse(job, options, terminal)),
    );

  looking(azure.command("events"))
    .description("what was called when, the latest last")
    .option("--id <text>", "only of ids with this text in them")
    .addOption(
      new Option("--operation <name>", "only these").choices([
        "create",
        "read",
        "update",
        "delete",
        "invoke",
      ]),
    )
    .option("--failed", "only what was refused")
    .option("--last <number>", "how many", "50")
    .addHelpText("after", examples("cabinet azure events --embedded --failed --last 5"))
    .action((options: EventOptions) => end(load().events(options, terminal)));
}

function looking(command: Command): Command {
  return command
    .option("--embedded", "the embedded Azure: there is no other to look into here")
    .option("--json", "print one JSON document");
}

function examples(...lines: readonly string[]): string {
  return ["", "Examples:", ...lines.map((line) => `  ${line}`)].join("\n");
}
