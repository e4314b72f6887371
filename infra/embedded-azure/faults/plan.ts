import { z } from "zod";

import { operations } from "../store/events";

const seconds = z.number().min(0).max(86_400);

const where = {
  /** Calls it is about. */
  on: z.array(z.enum(operations)).min(1).optional(),
  /** Class of the SDK, e.g. `compute:VirtualMachine`, or a module, `compute`. */
  type: z.string().min(1).optional(),
  /** Name of the resource in the program. */
  name: z.string().min(1).optional(),
  /** Of all calls that fit, the share that meets it. */
  chance: z.number().min(0).max(1).default(1),
};
/** How often one resource meets it with one kind of call, over all runs on the same store. */
const times = z.int().min(1).default(1);

const rule = z.discriminatedUnion("fault", [
  z.strictObject({
    fault: z.literal("latency"),
    ...where,
    /** How long the call takes; of two, something between. */
    seconds: z.union([seconds, z.tuple([seconds, seconds])]),
  }),
  z.strictObject({
    fault: z.literal("throttled"),
    ...where,
    times,
    retryAfterSeconds: seconds.default(5),
  }),
  z.strictObject({
    fault: z.literal("unavailable"),
    ...where,
    times,
    status: z.union([z.literal(500), z.literal(502), z.literal(503), z.literal(504)]).default(503),
    retryAfterSeconds: seconds.default(1),
  }),
  z.strictObject({ fault: z.literal("conflict"), ...where, times }),
  z.strictObject({ fault: z.literal("halfMade"), ...where, on: z.undefined().optional(), times }),
  z.strictObject({
    fault: z.literal("lag"),
    ...where,
    /** For how long after a change a read still answers what was there before. */
    seconds,
  }),
  z.strictObject({
    fault: z.literal("death"),
    ...where,
    times,
    /** Before or after the call has done its work. */
    moment: z.enum(["before", "after"]).default("before"),
  }),
]);

/** What is to go wrong, and where. */
export type FaultRule = z.infer<typeof rule>;

/** The form of a plan's file. */
export const faultPlan = z.strictObject({
  /** Another seed, other victims where chance decides. */
  seed: z.int().default(1),
  /** How long a provider tries one call again that Azure puts off, before it gives up. */
  retryBudgetSeconds: seconds.default(60),
  rules: z.array(rule).min(1),
});

/** Everything that is to go wrong, repeatable: whoever runs the same on the same store meets the same. */
export type FaultPlan = z.infer<typeof faultPlan>;
