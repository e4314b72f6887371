import type { Settings } from "../packages/provider";

/** One engine's connection to a provider: a provider instance of the program. */
export interface Session {
  /** Where the engine takes log messages, `host:port`; undefined until it has said so. */
  engine: string | undefined;
  settings: Settings | undefined;
}

const most = 512;

/**
 * The provider instances served, told apart by their connection. An engine starts one process for
 * each instance, but when it attaches to a running one, all its instances share that.
 */
export class Sessions {
  private readonly byPeer = new Map<string, Session>();

  /** The session of a connection, new when this is its first call. */
  of(peer: string): Session {
    const known = this.byPeer.get(peer);
    if (known !== undefined) return known;
    const oldest = this.byPeer.keys().next();
    if (this.byPeer.size >= most && oldest.done !== true) this.byPeer.delete(oldest.value);
    const session: Session = { engine: undefined, settings: undefined };
    this.byPeer.set(peer, session);
    return session;
  }

  /**
   * The settings a call is to be answered with. A connection may break and come back under another
   * name; then the settings are only certain when all instances agree.
   *
   * @throws {Error} when nobody can tell which instance is calling.
   */
  settingsOf(peer: string): Settings {
    const { settings } = this.of(peer);
    if (settings !== undefined) return settings;
    const configured = [...this.byPeer.values()].flatMap((session) => session.settings ?? []);
    const [first, ...others] = configured;
    if (first === undefined) throw new Error("the provider was called before it was configured");
    if (others.every((other) => JSON.stringify(other) === JSON.stringify(first))) return first;
    throw new Error("the connection to the engine was lost; run the operation again");
  }
}
