import { create as createResource, write } from "../../arm/write";
import { remove } from "../../arm/remove";
import { deletedUnder, restoredObject } from "../../arm/rules/deleted-secrets";
import type { Wish, World } from "../../arm/world";
import { worldIn } from "../../arm/world-in";
import type { Resource } from "../../store/resources";
import type { Store } from "../../store/store";
import type { PropertyObject } from "../../values/property";
import { hasUnknown, jsonObject } from "../../values/property";
import { difference, withoutIgnored } from "../difference";
import type {
  DiffAnswer,
  DiffRequest,
  Provider,
  ReadRequest,
  ReadAnswer,
  Settings,
} from "../provider";
import type { ArmClass } from "./arm-class";
import { armClassOf, idOf } from "./arm-class";
import { createBeforeDelete } from "./autoname";
import { check, refuseUnreadable } from "./check";
import { replaceKeys } from "./force-new";
import { refusedAhead } from "./foresight";
import { invoke } from "./invoke";
import { followed, inputProjection, pathInputsOf } from "./projection";
import { foreseenOutputs, outputsFrom, secretPathsIn } from "./state";
import { plainLocation } from "../../arm/rules/immutable";

/** Stand-in for the provider of `@pulumi/azure-native`. */
export function nativeProvider(store: Store): Provider {
  const worldOf = ({ subscriptionId }: Settings): World => worldIn(store, subscriptionId);
  return {
    check: (request, settings) => check(store.resources, request, settings),
    diff: (request) => diff(request),
    create({ token, inputs, preview }, settings) {
      const armClass = armClassOf(token);
      if (preview) return { id: "", outputs: foreseenOutputs(armClass, inputs) };
      const world = worldOf(settings);
      const id = idOf(armClass, jsonObject(inputs), settings.subscriptionId);
      const resource = made(world, readableWish(armClass, id, inputs));
      return { id: resource.id, outputs: outputsFrom(world, armClass, resource, inputs) };
    },
    read: (request, settings) => read(worldOf(settings), request),
    update({ token, id, news, oldOutputs, preview }, settings) {
      const armClass = armClassOf(token);
      if (preview) {
        const { name, location } = oldOutputs;
        return {
          ...foreseenOutputs(armClass, news),
          ...(name !== undefined && { name }),
          ...(location !== undefined && { location }),
        };
      }
      const world = worldOf(settings);
      const resource = write(world, readableWish(armClass, id, news));
      return outputsFrom(world, armClass, resource, news);
    },
    foresee({ token, id, news }, settings) {
      // Of what is not known yet nothing can be foreseen.
      if (hasUnknown(news)) return [];
      return refusedAhead(worldOf(settings), wishOf(armClassOf(token), id, news));
    },
    delete: ({ id }, settings) => {
      remove(worldOf(settings), id);
    },
    invoke: (token, given, settings) => invoke(worldOf(settings), token, jsonObject(given)),
  };
}

/**
 * A secret or a key that was deleted and is still kept is recovered first and then written:
 * https://github.com/pulumi/pulumi-azure-native/pull/4759
 */
function made(world: World, wish: Wish): Resource {
  const deleted = deletedUnder(world.resources, wish.id);
  if (deleted === undefined) return createResource(world, wish);
  restoredObject(world.resources, deleted);
  return write(world, wish);
}

function diff({ token, oldInputs, oldOutputs, news, ignoreChanges }: DiffRequest): DiffAnswer {
  // An imported resource has the version among its outputs only.
  const { azureApiVersion } = oldOutputs;
  const before = { ...(azureApiVersion !== undefined && { azureApiVersion }), ...oldInputs };
  const changes = withoutIgnored(
    difference(
      withPlainLocation(before),
      withPlainLocation(news),
      replaceKeys(armClassOf(token).path),
    ),
    ignoreChanges,
  );
  const replaced = [...changes.values()].some(({ replaces }) => replaces);
  return {
    changes,
    // A name made up by the provider differs in the replacement, so both can stand side by side.
    deleteBeforeReplace: replaced && oldInputs[createBeforeDelete] !== true,
  };
}

function withPlainLocation(inputs: PropertyObject): PropertyObject {
  const { location } = inputs;
  return typeof location === "string" ? { ...inputs, location: plainLocation(location) } : inputs;
}

/** @throws {ArmError} when ARM could not read the inputs. */
function readableWish(armClass: ArmClass, id: string, inputs: PropertyObject): Wish {
  refuseUnreadable(armClass, inputs);
  return wishOf(armClass, id, inputs);
}

function wishOf({ known, pathInputs }: ArmClass, id: string, inputs: PropertyObject): Wish {
  const notInBody = new Set([...pathInputs, createBeforeDelete, "azureApiVersion", "id"]);
  const body = Object.fromEntries(Object.entries(inputs).filter(([name]) => !notInBody.has(name)));
  return {
    id,
    token: known.token,
    body: jsonObject(body),
    secretPaths: new Set(secretPathsIn(body)),
  };
}

function read(
  world: World,
  { token, id, oldInputs, oldOutputs }: ReadRequest,
): ReadAnswer | undefined {
  const armClass = armClassOf(token);
  const resource = world.resources.get(id);
  if (resource === undefined) return undefined;
  const isImport = oldInputs === undefined || Object.keys(oldInputs).length === 0;
  if (isImport) {
    const outputs = outputsFrom(world, armClass, resource, {});
    const { name, ...projected } = inputProjection(armClass, outputs);
    const inputs = {
      ...projected,
      // Where a body has a name too, it is the resource's own, which the path says already.
      ...(name !== undefined && name !== resource.name && { name }),
      ...pathInputsOf(armClass.path.template, id),
    };
    return { id: resource.id, outputs, inputs };
  }
  const outputs = outputsFrom(world, armClass, resource, { ...oldInputs, ...oldOutputs });
  const inputs = followed(
    oldInputs,
    inputProjection(armClass, oldOutputs),
    inputProjection(armClass, outputs),
  );
  return { id, outputs, inputs };
}
