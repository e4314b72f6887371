import { backups } from "./backups";
import type { Behaviour } from "./behaviour";
import { desktopBehaviours } from "./desktops";
import { endpoints } from "./endpoints";
import { names } from "./names";
import { networks } from "./networks";
import { quotas } from "./quotas";
import { rights } from "./rights";

/** All that breaks real deployments: each deployed, changed, refused and mended by tests/engine/refusals.test.ts. */
export const behaviours: readonly Behaviour[] = [
  ...names,
  ...backups,
  ...networks,
  ...endpoints,
  ...rights,
  ...desktopBehaviours,
  ...quotas,
];
