import type { Family } from "./family";

/** Each subscription has 180,000 vCPU seconds and 360,000 GiB seconds a month free: https://azure.microsoft.com/pricing/details/container-apps */
const freeHours = 180_000 / 3600;

/** Jobs in environments without dedicated machines pay by the second they run; their price was not found. */
export const containerJobs: Family = {
  name: "Container jobs",
  group: "other",
  types: ["app:Job"],
  usage: [],
  *findings() {
    yield {
      kind: "unpriced",
      slot: "run-time",
      name: "Seconds a container job runs",
      reason: `its price in this region was not found; ${freeHours} hours a month on one vCPU are free in each subscription, which a job of minutes does not reach`,
    };
  },
};
