import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { migrate } from "../migrate";

const template = `verbatim_template_${process.pid}`;

/** Makes one migrated database from which every test file clones its own. TEST_DATABASE_URL names a role that may create databases. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env.TEST_DATABASE_URL;
  if (!url)
    throw new Error(
      "TEST_DATABASE_URL is not set: run these tests with npm test, or name a Postgres to test on",
    );
  const admin = postgres(url, { max: 1, onnotice: () => {} });
  await admin`create database ${admin(template)}`;
  const templateUrl = new URL(url);
  templateUrl.pathname = `/${template}`;
  await migrate(templateUrl.href);
  project.provide("adminUrl", url);
  project.provide("template", template);
  return async () => {
    await admin`drop database if exists ${admin(template)} with (force)`;
    await admin.end();
  };
}

declare module "vitest" {
  export interface ProvidedContext {
    adminUrl: string;
    template: string;
  }
}
