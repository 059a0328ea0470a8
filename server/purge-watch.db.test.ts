import postgres from "postgres";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { inTransaction } from "@/db/client";
import { confirmPurge, purge } from "@/db/purge";
import { useOwnDatabase } from "@/db/testing/database";
import { PurgeWatch } from "./purge-watch";

useOwnDatabase();

const started: PurgeWatch[] = [];
let admin: postgres.Sql;
beforeEach(() => {
  admin = postgres(process.env.DATABASE_URL ?? "", { max: 1 });
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((watch) => watch.stop()));
  await admin.end();
});

async function instance() {
  const dropped: string[][] = [];
  const watch = new PurgeWatch(process.env.DATABASE_URL ?? "", { purge: (all) => dropped.push([...all]) });
  started.push(watch);
  await watch.start();
  return { watch, dropped };
}

it("has every instance drop what was named by the time that the writer is told", async () => {
  const [one, two] = [await instance(), await instance()];
  const id = await inTransaction((tx) => purge(tx, ["/", "/city/bridge"]));
  expect(await confirmPurge(id)).toEqual({ confirmed: true, waitingFor: 0 });
  expect([one.dropped, two.dropped]).toEqual([[["/", "/city/bridge"]], [["/", "/city/bridge"]]]);
});

it("carries out many purges of many writers, each once and in order", async () => {
  const { dropped } = await instance();
  const ids = await Promise.all(
    Array.from({ length: 20 }, (_, at) => inTransaction((tx) => purge(tx, [`/${at}`]))),
  );
  await confirmPurge(Math.max(...ids));
  const written = await admin<
    { addresses: string[] }[]
  >`select addresses from purges where id = any(${ids}) order by id`;
  expect(dropped).toEqual(written.map(({ addresses }) => addresses));
});

it("drops nothing of a writer that went back", async () => {
  const { dropped } = await instance();
  await inTransaction(async (tx) => {
    await purge(tx, ["/never"]);
    throw new Error("went back");
  }).catch(() => {});
  const id = await inTransaction((tx) => purge(tx, ["/after"]));
  await confirmPurge(id);
  expect(dropped).toEqual([["/after"]]);
});

it("hears of a purge from while its connections were cut", async () => {
  const { dropped, watch } = await instance();
  await admin`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'verbatim purges'`;
  const id = await inTransaction((tx) => purge(tx, ["/meanwhile"]));
  expect((await confirmPurge(id)).confirmed).toBe(true);
  expect(dropped).toEqual([["/meanwhile"]]);
  await vi.waitFor(() => expect(watch.holdsLease).toBe(true));
});

it("gives up the lease when it stops, and nobody waits for it", async () => {
  const { watch } = await instance();
  expect(watch.holdsLease).toBe(true);
  await watch.stop();
  expect(watch.holdsLease).toBe(false);
  const id = await inTransaction((tx) => purge(tx, ["/"]));
  expect((await confirmPurge(id)).confirmed).toBe(true);
});

it("loses the lease when the database is not heard of for two seconds", async () => {
  const { watch } = await instance();
  const now = performance.now();
  const later = vi.spyOn(performance, "now").mockReturnValue(now + 2_100);
  expect(watch.holdsLease).toBe(false);
  later.mockRestore();
});
