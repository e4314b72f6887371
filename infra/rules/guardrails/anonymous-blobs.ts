import { mustBe } from "../inputs";
import { eachOf, type Guardrail } from "../model";

export const anonymousBlobs: Guardrail = {
  id: "anonymous-blobs",
  what: "nobody reads blobs without signing in, and none is copied into another tenant",
  why: "an open container is how client files have ended up in search engines",
  severity: "error",
  source: "Azure review checklists, storage: 659ae558; Checkov CKV_AZURE_59",
  remedy:
    "set allowBlobPublicAccess and allowCrossTenantReplication to false, publicAccess to None",
  check: eachOf(["storage:StorageAccount", "storage:BlobContainer"], (resource) =>
    resource.type.endsWith(":BlobContainer")
      ? mustBe(resource, "publicAccess", "None")
      : [
          ...mustBe(resource, "allowBlobPublicAccess", false),
          ...mustBe(resource, "allowCrossTenantReplication", false),
        ],
  ),
};
