import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, inject } from "vitest";
import { closeDatabase } from "../client";

/** Gives the test file a database of its own, cloned from the migrated template, and drops it afterwards. */
export function useOwnDatabase(): void {
  const name = `verbatim_test_${randomBytes(6).toString("hex")}`;
  beforeAll(async () => {
    const admin = postgres(inject("adminUrl"), { max: 1, onnotice: () => {} });
    await admin`create database ${admin(name)} template ${admin(inject("template"))}`;
    await admin.end();
    const url = new URL(inject("adminUrl"));
    url.pathname = `/${name}`;
    process.env.DATABASE_URL = url.href;
  });
  afterAll(async () => {
    await closeDatabase();
    const admin = postgres(inject("adminUrl"), { max: 1, onnotice: () => {} });
    await admin`drop database if exists ${admin(name)} with (force)`;
    await admin.end();
  });
}
