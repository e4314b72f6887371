import type * as pulumi from "@pulumi/pulumi";

// azure-native gives every resource 20 to 60 aliases of types that carried an API version in their
// name, for states written by its major versions 1 and 2. Each costs several promises and its place
// on the wire. `azure-native:network/v20240501:Subnet` is such a type; the project names none.
const generatedType = /^azure-native:[a-z]+\/v\d{8}[a-z]*:/;

/**
 * Stack transformation that drops the aliases azure-native generates and keeps the project's own.
 * Right for states that never held a resource of a versioned type: {@link isVersionedType} tells.
 */
export function dropGeneratedAliases(
  args: pulumi.ResourceTransformationArgs,
): pulumi.ResourceTransformationResult | undefined {
  if (!("aliases" in args.opts) || args.opts.aliases === undefined) return undefined;
  return {
    props: args.props,
    opts: { ...args.opts, aliases: args.opts.aliases.filter((alias) => !isGenerated(alias)) },
  };
}

/** Whether a state that holds a resource of this type still needs the generated aliases. */
export function isVersionedType(type: string): boolean {
  return generatedType.test(type);
}

function isGenerated(alias: pulumi.Input<pulumi.URN | pulumi.Alias>): boolean {
  return (
    typeof alias === "object" &&
    "type" in alias &&
    typeof alias.type === "string" &&
    isVersionedType(alias.type)
  );
}
