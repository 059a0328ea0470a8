import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import { sql } from "drizzle-orm";
import next from "next";
import { closeDatabase, database } from "@/db/client";
import { migrate } from "@/db/migrate";
import { frontTurnedSince } from "@/db/queries/site/front";
import { paperWithSections } from "@/db/queries/site/paper";
import { makeSetUpCode } from "@/db/write-people";
import { EnvironmentError, environment } from "@/environment";
import { prepareDemonstration } from "./demonstration";
import { checkDatabase, NotFit } from "./durability";
import { replayErasures } from "./erasures";
import { watchFronts } from "./front-turns";
import { liveHub } from "./live";
import { log } from "./log";
import { watchForMidnight } from "./midnight";
import { outerServer } from "./outer-server";
import { PageCache } from "./page-cache";
import { commonHeaders } from "./policies";
import { Probes } from "./probes";
import { PurgeWatch } from "./purge-watch";
import { fitSourceKeys } from "./source-keys";
import { StaticFiles } from "./static-files";
import { Tally } from "./tally";
import { turnSourceKeys } from "./tasks/turn-source-keys";
import { logUnexpected } from "./unexpected";
import { startWorker } from "./worker";

const dev = process.argv.includes("--dev");
const cacheLimit = 64 * 1024 * 1024;
const longestDrain = 30_000;

type Told = { progress: string } | { cannotStart: string } | { ready: { signIn: string[] } };

/** Tells the start command, or the log where there is none. */
function tell(message: Told): void {
  if (process.connected) process.send?.(message);
  else log.info(message);
}

/** What has to be ended, in the order in which it was begun; it is ended the other way round. */
const endings: (() => unknown)[] = [];

async function start(): Promise<void> {
  const settings = environment();
  const prepared = prepareDatabase();
  if (!dev) settleNext();
  const app = next({ dev, dir: process.cwd(), hostname: settings.host, port: settings.port });
  const [signIn] = await Promise.all([prepared, app.prepare()]);
  endings.push(() => app.close(), closeDatabase);

  const [{ cache, watch }, worker] = await Promise.all([startCache(), startWorker(settings.ownerUrl)]);
  const probes = new Probes({
    cache,
    token: settings.supervisorToken,
    notReady: async () => {
      if (!(await canReadDatabase())) return "the database does not answer";
      return watch.holdsLease ? null : "it may not have heard of every change";
    },
  });
  const tally = new Tally();
  endings.push(() => tally.stop());
  const server = outerServer({
    standing: { origin: settings.origin, trustsProxy: settings.trustsProxy },
    dev,
    inside: { handle: app.getRequestHandler(), upgrade: app.getUpgradeHandler() },
    cache,
    files: new StaticFiles(process.cwd(), commonHeaders(settings.origin), { dev }),
    probes,
    tally,
    canReadDatabase,
  });
  endings.push(() => worker.stop());
  void turnSourceKeys();
  await listen(server, settings.port, settings.host);
  // Ended the other way round: streams that never end by themselves go first, or nothing would be drained.
  endings.push(
    () => drain(server),
    () => liveHub().stop(),
  );
  tell({ ready: { signIn } });
}

/** Gives Next the settings that it was built with, as the server that Next writes for `output: "standalone"` does.
 * Otherwise it compiles next.config.ts once more, and the compiler takes 28 MiB for as long as we run. */
function settleNext(): void {
  const built = JSON.parse(readFileSync(".next/required-server-files.json", "utf8"));
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(built.config);
}

/** Looks at the database, brings it to this release, and answers the lines that tell how to sign in. */
async function prepareDatabase(): Promise<string[]> {
  const { databaseUrl, ownerUrl, origin, isEmbedded } = environment();
  await checkDatabase("DATABASE_URL", databaseUrl);
  const isSplit = ownerUrl !== databaseUrl;
  if (isSplit) await checkDatabase("DATABASE_URL_OWNER", ownerUrl);
  const appRole = isSplit ? decodeURIComponent(new URL(databaseUrl).username) : undefined;
  await migrate(ownerUrl, appRole);
  await replayErasures();
  await fitSourceKeys();
  if (isEmbedded) await prepareDemonstration({ ownerUrl, appRole }, (progress) => tell({ progress }));
  const code = await makeSetUpCode();
  if (code) return [`${origin}/desk/set-up`, `with the code ${code}, which works once`];
  const demonstration = isEmbedded ? [`with “Try it as reporter”, “… editor” or “… admin”`] : [];
  return [`${origin}/desk/sign-in`, ...demonstration];
}

async function startCache(): Promise<{ cache: PageCache; watch: PurgeWatch }> {
  let holdsLease = (): boolean => false;
  const cache = new PageCache({ limit: cacheLimit, holdsLease: () => holdsLease() });
  const watch = new PurgeWatch(environment().directUrl, {
    purge: (addresses) => cache.purge(addresses),
  });
  holdsLease = () => watch.holdsLease;
  await watch.start();
  endings.push(
    () => watch.stop(),
    watchForMidnight(
      async () => (await paperWithSections()).paper.zone,
      () => cache.purge(["*"]),
    ),
    watchFronts(frontTurnedSince, () => cache.purge(["*"])),
  );
  return { cache, watch };
}

/** Whether the database answers within a second. */
async function canReadDatabase(): Promise<boolean> {
  let late: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    late = setTimeout(() => resolve(false), 1_000);
  });
  const answer = database()
    .execute(sql`select 1`)
    .then(
      () => true,
      () => false,
    );
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(late));
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      reject(
        new NotFit(taken ? `PORT ${port} is in use by another program.` : `HOST ${host}: ${error.code}.`),
      );
    });
    server.listen(port, host, resolve);
  });
}

/** Takes no more requests and lets those under way be finished, for half a minute at most. */
function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), longestDrain);
    server.close(() => {
      clearTimeout(late);
      resolve();
    });
    server.closeIdleConnections();
  });
}

let ending: Promise<void> | null = null;

function stop(code: number): Promise<void> {
  ending ??= (async () => {
    for (const end of endings.reverse()) {
      try {
        await end();
      } catch (error) {
        logUnexpected(error, "stopping");
      }
    }
    process.exit(code);
  })();
  return ending;
}

process.on("SIGTERM", () => void stop(0));
process.on("SIGINT", () => void stop(0));
// The start command was killed: nobody would stop us later, and the next start needs the port.
process.on("disconnect", () => {
  setTimeout(() => process.exit(1), 3_000).unref();
  void stop(0);
});
process.on("unhandledRejection", (error) => void logUnexpected(error, "something nobody waited for"));
process.on("uncaughtException", (error) => {
  logUnexpected(error, "running");
  void stop(1);
});

start().catch(async (error: unknown) => {
  const known = error instanceof EnvironmentError || error instanceof NotFit;
  tell({
    cannotStart: known ? error.message : `The server could not start (${logUnexpected(error, "starting")}).`,
  });
  await stop(1);
});
