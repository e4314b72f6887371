import { credentials } from "@grpc/grpc-js";
import type { ServiceError } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { PluginAttach, type PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import type {
  CheckResponse,
  ConfigureResponse,
  CreateResponse,
  DiffResponse,
  GetMappingResponse,
  GetMappingsResponse,
  GetSchemaResponse,
  InvokeResponse,
  ProviderHandshakeResponse,
  ReadResponse,
  UpdateResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import {
  CallRequest,
  CheckRequest,
  ConfigureRequest,
  ConstructRequest,
  CreateRequest,
  DeleteRequest,
  DiffRequest,
  GetMappingRequest,
  GetMappingsRequest,
  GetSchemaRequest,
  InvokeRequest,
  ParameterizeRequest,
  ProviderHandshakeRequest,
  ReadRequest,
  UpdateRequest,
} from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

import { decode, encode } from "../../../infra/embedded-azure/provider/codec";
import type { PropertyObject } from "../../../infra/embedded-azure/values/property";

/** Asks a provider as an engine does: one connection is one provider instance. */
export class Driver {
  private readonly client: ResourceProviderClient;

  constructor(port: number) {
    this.client = new ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure(), {
      // Without this, all clients of a process would share one connection.
      "grpc.use_local_subchannel_pool": 1,
    });
  }

  /** A driver whose provider is configured with a subscription. */
  static async configured(port: number, subscriptionId: string): Promise<Driver> {
    const driver = new Driver(port);
    await driver.handshake();
    await driver.configure({ subscriptionId });
    return driver;
  }

  handshake() {
    const request = new ProviderHandshakeRequest().setEngineAddress("127.0.0.1:1");
    return answered<ProviderHandshakeResponse>((done) => this.client.handshake(request, done));
  }

  configure(settings: PropertyObject) {
    const request = new ConfigureRequest().setArgs(encode(settings)).setAcceptsecrets(true);
    return answered<ConfigureResponse>((done) => this.client.configure(request, done));
  }

  info(): Promise<PluginInfo> {
    return answered((done) => this.client.getPluginInfo(new Empty(), done));
  }

  cancel(): Promise<Empty> {
    return answered((done) => this.client.cancel(new Empty(), done));
  }

  attach(address: string): Promise<Empty> {
    const request = new PluginAttach().setAddress(address);
    return answered((done) => this.client.attach(request, done));
  }

  async schema(): Promise<string> {
    const request = new GetSchemaRequest();
    const response = await answered<GetSchemaResponse>((done) =>
      this.client.getSchema(request, done),
    );
    return response.getSchema();
  }

  /** What it knows of converting other tools' programs. */
  async mappings(): Promise<readonly string[]> {
    const request = new GetMappingsRequest().setKey("terraform");
    const response = await answered<GetMappingsResponse>((done) =>
      this.client.getMappings(request, done),
    );
    const mapping = await answered<GetMappingResponse>((done) =>
      this.client.getMapping(new GetMappingRequest().setKey("terraform"), done),
    );
    return [...response.getProvidersList(), mapping.getProvider()].filter((name) => name !== "");
  }

  /** Calls that providers of components and of other packages answer. */
  readonly others = {
    parameterize: () =>
      answered((done) => this.client.parameterize(new ParameterizeRequest(), done)),
    construct: () => answered((done) => this.client.construct(new ConstructRequest(), done)),
    call: () => answered((done) => this.client.call(new CallRequest(), done)),
  };

  async checkConfig(news: PropertyObject): Promise<PropertyObject> {
    const request = new CheckRequest().setNews(encode(news));
    const response = await answered<CheckResponse>((done) =>
      this.client.checkConfig(request, done),
    );
    return decode(response.getInputs());
  }

  async diffConfig(olds: PropertyObject, news: PropertyObject) {
    const request = new DiffRequest().setOlds(encode(olds)).setNews(encode(news));
    const response = await answered<DiffResponse>((done) => this.client.diffConfig(request, done));
    return response.toObject();
  }

  async check(token: string, news: PropertyObject) {
    const request = new CheckRequest()
      .setUrn(urnOf(token))
      .setNews(encode(news))
      .setRandomseed(new Uint8Array(32));
    const response = await answered<CheckResponse>((done) => this.client.check(request, done));
    return {
      inputs: decode(response.getInputs()),
      failures: response.getFailuresList().map((failure) => failure.getReason()),
    };
  }

  async diff(token: string, oldInputs: PropertyObject, news: PropertyObject) {
    const request = new DiffRequest()
      .setUrn(urnOf(token))
      .setOldInputs(encode(oldInputs))
      .setNews(encode(news));
    const response = await answered<DiffResponse>((done) => this.client.diff(request, done));
    return {
      replaces: response.getReplacesList(),
      deleteBeforeReplace: response.getDeletebeforereplace(),
      detailed: Object.fromEntries(
        response
          .getDetaileddiffMap()
          .toArray()
          .map(([path]) => [path, response.getDetaileddiffMap().get(path)?.getKind()]),
      ),
    };
  }

  async create(token: string, inputs: PropertyObject, preview = false) {
    const request = new CreateRequest()
      .setUrn(urnOf(token))
      .setProperties(encode(inputs))
      .setPreview(preview);
    const response = await answered<CreateResponse>((done) => this.client.create(request, done));
    return { id: response.getId(), outputs: decode(response.getProperties()) };
  }

  async read(token: string, id: string, oldInputs: PropertyObject = {}, olds: PropertyObject = {}) {
    const request = new ReadRequest()
      .setUrn(urnOf(token))
      .setId(id)
      .setInputs(encode(oldInputs))
      .setProperties(encode(olds));
    const response = await answered<ReadResponse>((done) => this.client.read(request, done));
    return {
      id: response.getId(),
      outputs: decode(response.getProperties()),
      inputs: decode(response.getInputs()),
    };
  }

  async update(token: string, id: string, olds: PropertyObject, news: PropertyObject) {
    const request = new UpdateRequest()
      .setUrn(urnOf(token))
      .setId(id)
      .setOlds(encode(olds))
      .setNews(encode(news));
    const response = await answered<UpdateResponse>((done) => this.client.update(request, done));
    return decode(response.getProperties());
  }

  async delete(token: string, id: string): Promise<void> {
    const request = new DeleteRequest().setUrn(urnOf(token)).setId(id);
    await answered<Empty>((done) => this.client.delete(request, done));
  }

  async invoke(token: string, given: PropertyObject): Promise<PropertyObject> {
    const request = new InvokeRequest().setTok(token).setArgs(encode(given));
    const response = await answered<InvokeResponse>((done) => this.client.invoke(request, done));
    return decode(response.getReturn());
  }

  close(): void {
    this.client.close();
  }
}

export function urnOf(token: string): string {
  return `urn:pulumi:stack::project::component:a:B$${token}::thing`;
}

function answered<T>(
  call: (done: (error: ServiceError | null, response: T) => void) => unknown,
): Promise<T> {
  return new Promise((resolve, reject) => {
    call((error, response) => {
      if (error === null) resolve(response);
      else reject(error);
    });
  });
}
