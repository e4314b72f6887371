import { recordPlatform, type PlatformRecorder } from "../stacks/program";

/** Platforms that say the same tell the same. */
export function rememberPlatforms(): PlatformRecorder {
  const known = new Map<string, ReturnType<PlatformRecorder>>();
  return (platform) => {
    const key = JSON.stringify(platform);
    const outputs = known.get(key) ?? recordPlatform(platform);
    known.set(key, outputs);
    return outputs;
  };
}
