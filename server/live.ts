import postgres from "postgres";
import { liveChannel } from "@/db/live";
import { type News, newsFrom } from "@/domain/live";
import { environment } from "@/environment";
import { logUnexpected } from "./unexpected";

/** `missed`: the connection was lost for a while, so anything may have changed. `over`: this process is ending. */
type Heard = News | "missed" | "over";
type Listener = (heard: Heard) => void;

/** Hears over one connection of its own what changes on the desk, and passes it on to everybody who listens in this
 * process. The connection is made when the first one listens and is kept from then on. */
class LiveHub {
  readonly #listeners = new Set<Listener>();
  #sql: postgres.Sql | null = null;
  #listening: Promise<unknown> | null = null;
  #ended = false;

  /** Listens until the answered function is called. Rejects when the database cannot be listened to. */
  async listen(listener: Listener): Promise<() => void> {
    if (this.#ended) throw new Error("the process is ending");
    await this.#begin();
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  #begin(): Promise<unknown> {
    this.#listening ??= this.#connect().catch(async (error: unknown) => {
      this.#listening = null;
      await this.#sql?.end({ timeout: 1 }).catch(() => {});
      throw error;
    });
    return this.#listening;
  }

  async #connect(): Promise<void> {
    let heardBefore = false;
    this.#sql = postgres(environment().directUrl, {
      max: 1,
      connect_timeout: 3,
      backoff: () => 0.5,
      onnotice: () => {},
      connection: { application_name: "verbatim live" },
    });
    await this.#sql.listen(
      liveChannel,
      (payload) => {
        const news = newsFrom(payload);
        if (news) this.#tell(news);
      },
      () => {
        if (heardBefore) this.#tell("missed");
        heardBefore = true;
      },
    );
  }

  #tell(heard: Heard): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(heard);
      } catch (error) {
        logUnexpected(error, "passing on what changed on the desk");
      }
    }
  }

  /** Ends every stream and the connection, so that a process that is asked to stop can. */
  async stop(): Promise<void> {
    this.#ended = true;
    this.#tell("over");
    this.#listeners.clear();
    await this.#sql?.end({ timeout: 2 });
  }
}

// One per process, though the bundler may load this file more than once.
const kept = globalThis as typeof globalThis & { verbatimLive?: LiveHub };

/** The hub of this process. */
export function liveHub(): LiveHub {
  kept.verbatimLive ??= new LiveHub();
  return kept.verbatimLive;
}
