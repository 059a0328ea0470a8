import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { purgeChannel } from "@/db/purge";
import { logUnexpected } from "./unexpected";

const beat = 500;
/** Shorter than the three seconds after which writers stop waiting for an instance: see `confirmPurge`. */
const leaseFor = 2_000;

type Hooks = { purge: (addresses: readonly string[]) => void };

/**
 * Hears of every purge and carries it out, and holds the lease that says so: while `holdsLease` is true this instance
 * has carried out every purge that was confirmed to a writer. Two connections of its own, neither through a pooler.
 */
export class PurgeWatch {
  readonly #url: string;
  readonly #hooks: Hooks;
  readonly #id = randomUUID();
  #sql: postgres.Sql;
  #applied = 0;
  #provenAt = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;
  #underWay: Promise<void> | null = null;
  #again = false;
  #failing = false;
  #ended = false;

  constructor(url: string, hooks: Hooks) {
    this.#url = url;
    this.#hooks = hooks;
    this.#sql = this.#connect();
  }

  #connect(): postgres.Sql {
    return postgres(this.#url, {
      max: 1,
      connect_timeout: 3,
      backoff: () => 0.5,
      onnotice: () => {},
      connection: { application_name: "verbatim purges" },
    });
  }

  get holdsLease(): boolean {
    return performance.now() - this.#provenAt < leaseFor;
  }

  /** Registers this instance and begins to listen; the promise is kept when the first heartbeat is through. */
  async start(): Promise<void> {
    await this.#register();
    await this.#sql.listen(
      purgeChannel,
      () => void this.#tick(),
      () => void this.#tick(),
    );
    await this.#tick();
    this.#timer = setInterval(() => void this.#tick(), beat);
    this.#timer.unref();
  }

  // Purges from before this process began concern nothing it has in memory.
  async #register(): Promise<void> {
    const [row] = await this.#sql<{ last: string }[]>`select coalesce(max(id), 0) as last from purges`;
    this.#applied = Number(row?.last ?? 0);
    await this.#sql`delete from instances where heartbeat_at < clock_timestamp() - interval '1 hour'`;
    await this.#sql`delete from purges where created_at < now() - interval '7 days'`;
  }

  /** Reads what is new, carries it out and says so. One at a time: a notice that comes meanwhile asks for another. */
  #tick(): Promise<void> {
    if (this.#underWay) {
      this.#again = true;
      return this.#underWay;
    }
    this.#underWay = this.#beatInTime().finally(() => {
      this.#underWay = null;
      if (this.#again && !this.#ended) {
        this.#again = false;
        void this.#tick();
      }
    });
    return this.#underWay;
  }

  async #beatInTime(): Promise<void> {
    let late: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      late = setTimeout(() => reject(new Error("the database did not answer a heartbeat")), 3_000);
    });
    try {
      const doing = this.#beat();
      doing.catch(() => {});
      await Promise.race([doing, tooLate]);
      this.#failing = false;
    } catch (error) {
      if (!this.#ended && !this.#failing) logUnexpected(error, "hearing of purges");
      this.#failing = true;
    } finally {
      clearTimeout(late);
    }
  }

  async #beat(): Promise<void> {
    const sentAt = performance.now();
    const rows = await this.#sql<{ id: string; addresses: string[] }[]>`
      select id, addresses from purges where id > ${this.#applied} order by id`;
    for (const { id, addresses } of rows) {
      this.#hooks.purge(addresses);
      this.#applied = Number(id);
    }
    if (this.#ended) return;
    await this.#sql`
      insert into instances (id, started_at, heartbeat_at, applied_purge)
      values (${this.#id}, clock_timestamp(), clock_timestamp(), ${this.#applied})
      on conflict (id) do update set heartbeat_at = excluded.heartbeat_at, applied_purge = excluded.applied_purge`;
    this.#provenAt = sentAt;
  }

  /** Gives up the lease and takes this instance off the list, so that no writer waits for it. */
  async stop(): Promise<void> {
    this.#ended = true;
    clearInterval(this.#timer);
    await this.#underWay;
    this.#provenAt = Number.NEGATIVE_INFINITY;
    await this.#sql`delete from instances where id = ${this.#id}`.catch(() => {});
    await this.#sql.end({ timeout: 2 });
  }
}
