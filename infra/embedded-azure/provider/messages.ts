import {
  CheckFailure,
  CheckRequest as CheckMessage,
  CheckResponse,
  DiffResponse,
  PropertyDiff,
} from "@pulumi/pulumi/proto/provider_pb";

import type { Autonaming, Change, CheckAnswer, DiffAnswer } from "../packages/provider";
import { encode } from "./codec";

/** The engine's wish about names left out. */
export function autonamingOf(message: CheckMessage): Autonaming | undefined {
  const options = message.getAutonaming();
  if (options === undefined) return undefined;
  const { PROPOSE, ENFORCE, DISABLE } = CheckMessage.AutonamingOptions.Mode;
  switch (options.getMode()) {
    case PROPOSE:
      return { mode: "propose", name: options.getProposedName() };
    case ENFORCE:
      return { mode: "enforce", name: options.getProposedName() };
    case DISABLE:
      return { mode: "disable" };
  }
}

export function checkResponse(answer: CheckAnswer): CheckResponse {
  return new CheckResponse()
    .setInputs(encode(answer.inputs))
    .setFailuresList(
      answer.failures.map(({ property, reason }) =>
        new CheckFailure().setProperty(property).setReason(reason),
      ),
    );
}

export function diffResponse({ changes, deleteBeforeReplace }: DiffAnswer): DiffResponse {
  const { DIFF_NONE, DIFF_SOME } = DiffResponse.DiffChanges;
  const response = new DiffResponse()
    .setChanges(changes.size === 0 ? DIFF_NONE : DIFF_SOME)
    .setDiffsList([...changes.keys()])
    .setReplacesList([...changes].filter(([, { replaces }]) => replaces).map(([path]) => path))
    .setDeletebeforereplace(deleteBeforeReplace)
    .setHasdetaileddiff(true);
  const detailed = response.getDetaileddiffMap();
  for (const [path, change] of changes)
    detailed.set(path, new PropertyDiff().setKind(kindOf(change)).setInputdiff(true));
  return response;
}

function kindOf({ kind, replaces }: Change): PropertyDiff.Kind {
  const { ADD, ADD_REPLACE, DELETE, DELETE_REPLACE, UPDATE, UPDATE_REPLACE } = PropertyDiff.Kind;
  switch (kind) {
    case "add":
      return replaces ? ADD_REPLACE : ADD;
    case "delete":
      return replaces ? DELETE_REPLACE : DELETE;
    case "update":
      return replaces ? UPDATE_REPLACE : UPDATE;
  }
}
