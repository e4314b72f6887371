/** Windows' name of the time in France. */
export const timeZone = "Romance Standard Time";
