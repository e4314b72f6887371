import * as resources from "@pulumi/pulumi/proto/resource_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { armId, armPathOf } from "../azure/arm-paths";
import { fromPlain, isRecord, toPlainRecord } from "./property-values";
import { SECRET, UNKNOWN, type RegisteredResource } from "./registered";

type Respond<T> = (error: null, response: T) => void;
export type PropertyBag = Readonly<Record<string, unknown>>;

export interface RecordingOptions {
  readonly stackName: string;
  readonly project: string;
  /** Subscription of resources whose provider names none. */
  readonly subscriptionId: string;
  /** Outputs of the stacks the program refers to, by stack name. */
  readonly references: Readonly<Record<string, PropertyBag>>;
  /** Told when the program asks for what cannot be; such a request is never answered. */
  readonly fail: (reason: Error) => void;
}

/**
 * Stands in the engine's place for one program, in this process: writes down what is registered and
 * answers as a preview would, with the difference that ids are known when the inputs tell them.
 * The methods are those of Pulumi's `ResourceMonitor` service that the SDK calls.
 */
export class RecordingMonitor {
  readonly recorded = new Map<string, RegisteredResource>();
  private readonly outputsByUrn = new Map<string, PropertyBag>();

  constructor(private readonly options: RecordingOptions) {}

  /** Outputs of the stack, as far as the program has come. */
  get stackOutputs(): PropertyBag {
    return this.outputsByUrn.get(this.stackUrn) ?? {};
  }

  private get stackUrn(): string {
    const { project, stackName } = this.options;
    return this.urnOf("pulumi:pulumi:Stack", `${project}-${stackName}`, undefined);
  }

  getDeploymentInfo(_: unknown, respond: Respond<resources.DeploymentInfo>): void {
    const features = resources.ResourceMonitorFeature;
    const info = new resources.DeploymentInfo();
    info.setSupportedfeaturesList([
      features.RESOURCE_MONITOR_FEATURE_SECRETS,
      features.RESOURCE_MONITOR_FEATURE_ALIAS_SPECS,
      features.RESOURCE_MONITOR_FEATURE_DELETED_WITH,
      features.RESOURCE_MONITOR_FEATURE_REPLACE_WITH,
      features.RESOURCE_MONITOR_FEATURE_INVOKE_DEPENDS_ON,
    ]);
    respond(null, info);
  }

  registerResource(
    request: resources.RegisterResourceRequest,
    respond: Respond<resources.RegisterResourceResponse>,
  ): void {
    const type = request.getType();
    const name = request.getName();
    const parent = request.getParent() || undefined;
    const urn = this.urnOf(type, name, parent);
    if (this.recorded.has(urn)) {
      this.options.fail(
        new Error(`two resources have the URN ${urn}: give one of them another name`),
      );
      return;
    }
    const inputs = toPlainRecord(request.getObject()?.toJavaScript() ?? {});
    const id = request.getCustom()
      ? this.idOf(type, name, inputs, request.getProvider())
      : undefined;
    this.recorded.set(urn, {
      urn,
      type,
      name,
      custom: request.getCustom(),
      parent,
      inputs,
      dependsOn: request.getDependenciesList().toSorted(),
      protect: request.getProtect() ?? false,
      ignoreChanges: request.getIgnorechangesList(),
      id,
    });
    const secrets = request.getAdditionalsecretoutputsList().map((key) => [key, secretUnknown]);
    const response = new resources.RegisterResourceResponse();
    response.setUrn(urn);
    response.setId(id ?? "");
    response.setObject(
      Struct.fromJavaScript({
        ...wireRecord(outputsOf(type, inputs, id)),
        ...Object.fromEntries(secrets),
      }),
    );
    respond(null, response);
  }

  readResource(
    request: resources.ReadResourceRequest,
    respond: Respond<resources.ReadResourceResponse>,
  ): void {
    const type = request.getType();
    if (type !== "pulumi:pulumi:StackReference") {
      this.options.fail(
        new Error(`cannot record a read of ${type}: only stack references can be answered`),
      );
      return;
    }
    // organization/project/stack
    const stack = request.getId().split("/").at(-1) ?? "";
    const outputs = this.options.references[stack];
    if (outputs === undefined) {
      this.options.fail(
        new Error(`no outputs of the stack "${stack}" are at hand: record it first`),
      );
      return;
    }
    const response = new resources.ReadResourceResponse();
    response.setUrn(this.urnOf(type, request.getName(), request.getParent() || undefined));
    // The outputs as they are: one that Pulumi took for unknown would make all of them so.
    response.setProperties(
      Struct.fromJavaScript({ name: request.getId(), secretOutputNames: [], outputs }),
    );
    respond(null, response);
  }

  /** Only a deployment can ask Azure or Entra, so every answer is unknown. */
  invoke(_: unknown, respond: Respond<resources.ResourceInvokeResponse>): void {
    const response = new resources.ResourceInvokeResponse();
    response.setUnknown(true);
    respond(null, response);
  }

  registerResourceOutputs(
    request: resources.RegisterResourceOutputsRequest,
    respond: Respond<object>,
  ): void {
    this.outputsByUrn.set(
      request.getUrn(),
      toPlainRecord(request.getOutputs()?.toJavaScript() ?? {}),
    );
    respond(null, {});
  }

  private urnOf(type: string, name: string, parent: string | undefined): string {
    // A URN holds the types of all ancestors but the stack, outermost first.
    const ancestors = parent?.split("::")[2];
    const qualified =
      ancestors === undefined || ancestors === "pulumi:pulumi:Stack"
        ? type
        : `${ancestors}$${type}`;
    return `urn:pulumi:${this.options.stackName}::${this.options.project}::${qualified}::${name}`;
  }

  private idOf(
    type: string,
    name: string,
    inputs: PropertyBag,
    provider: string,
  ): string | undefined {
    if (type.startsWith("pulumi:providers:")) return name;
    const path = armPathOf(type);
    if (path === undefined) return undefined;
    const known = Object.entries(inputs).filter(
      ([, value]) => value !== UNKNOWN && value !== SECRET,
    );
    return armId(path, Object.fromEntries(known), this.subscriptionOf(provider));
  }

  private subscriptionOf(provider: string): string {
    // `<urn>::<id>`; empty for a default provider
    const subscription = this.recorded.get(provider.slice(0, provider.lastIndexOf("::")))?.inputs[
      "subscriptionId"
    ];
    return typeof subscription === "string" ? subscription : this.options.subscriptionId;
  }
}

const secretUnknown = fromPlain("<secret>");

/** Inputs come back as outputs; what only Azure adds is left out, which makes it unknown. */
function outputsOf(type: string, inputs: PropertyBag, id: string | undefined): PropertyBag {
  const { identity, properties, ...others } = inputs;
  // A deployment's properties go in as a template and come out as what became of it.
  const isDeployment = type.startsWith("azure-native:resources:Deployment");
  return {
    ...others,
    ...(properties === undefined || isDeployment ? {} : { properties }),
    ...(id === undefined ? {} : { name: id.slice(id.lastIndexOf("/") + 1) }),
    ...(isRecord(identity)
      ? { identity: { ...identity, principalId: UNKNOWN, tenantId: UNKNOWN } }
      : {}),
  };
}

function wireRecord(values: PropertyBag): Record<string, string> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Struct.fromJavaScript takes any JSON, its type text alone
  return fromPlain(values) as Record<string, string>;
}
