import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { checkNode, installDependencies } from "./dependencies.mjs";
import { removeEmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres.mjs";
import { root } from "./folders.mjs";
import { endPrograms, program, run } from "./run.mjs";
import { CannotStart, runCommand, say } from "./say.mjs";

const folder = join(root, ".data/tests");
const databaseFolder = join(folder, "database");
const ours =
  /^(DATABASE_URL|PORT$|HOST$|ORIGIN$|TRUST_PROXY$|NODE_ENV$|VERBATIM_|NEXTAUTH_|NEXT_|SOURCE_KEYS$|TEST_DATABASE_URL$)/;

// What a person's own settings name (their newsroom's database above all) is never tested on.
function environmentOfTests(more = {}) {
  const rest = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
  return { ...rest, ...more };
}

/** A check that is either right or wrong counts as one. */
function check(name, script, ...args) {
  return {
    name,
    judge: async () => {
      const { code } = await run(process.execPath, [program(script), ...args], { env: environmentOfTests() });
      return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
    },
  };
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** Counts never say that all is well where the program itself says that it is not. */
function counted(code, passed, failed) {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

async function vitest(project, env) {
  const report = join(folder, `${project}.json`);
  const args = [
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  const { code } = await run(process.execPath, [program("vitest/vitest.mjs"), ...args], {
    env: environmentOfTests(env),
  });
  const { numPassedTests = 0, numFailedTests = 0 } = readReport(report) ?? {};
  return counted(code, numPassedTests, numFailedTests);
}

async function onDatabase() {
  await removeEmbeddedPostgres(databaseFolder);
  const database = await startEmbeddedPostgres(databaseFolder, { throwaway: true });
  try {
    return await vitest("database", { TEST_DATABASE_URL: database.superuserUrl });
  } finally {
    await database.stop();
    await removeEmbeddedPostgres(databaseFolder);
  }
}

async function build() {
  const { code } = await run(process.execPath, ["scripts/build.mjs"], { env: environmentOfTests() });
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function journeys() {
  const report = join(folder, "journeys.json");
  const env = environmentOfTests({ PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  const { code } = await run(process.execPath, ["scripts/journeys.mjs", "--reporter=list,json"], { env });
  const { expected = 0, flaky = 0, unexpected = 0 } = readReport(report)?.stats ?? {};
  return counted(code, expected + flaky, unexpected);
}

const parts = [
  check("Format and lint", "@biomejs/biome/bin/biome", "check", "."),
  check("Types", "typescript/bin/tsc", "--noEmit"),
  check("Unused code", "knip/bin/knip.js"),
  { name: "Rules", judge: () => vitest("rules", {}) },
  { name: "Writers and queries, on Postgres", judge: onDatabase },
  { name: "Build", judge: build },
  { name: "Journeys, in a browser", judge: journeys },
];

/** A part that cannot even be run has failed; the parts after it are run all the same. */
async function judged({ name, judge }) {
  say(name);
  const began = performance.now();
  let result = { passed: 0, failed: 1 };
  try {
    result = await judge();
  } catch (error) {
    process.stderr.write(error instanceof CannotStart ? `${error.message}\n` : `${error?.stack ?? error}\n`);
  }
  return { name, ...result, seconds: (performance.now() - began) / 1000 };
}

await runCommand(async () => {
  let asked = false;
  const stop = () => {
    asked = true;
    endPrograms();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
  checkNode();
  await installDependencies();
  rmSync(join(folder, "journeys.json"), { force: true });
  mkdirSync(folder, { recursive: true });
  const results = [];
  for (const part of parts) if (!asked) results.push(await judged(part));
  process.stdout.write("\n");
  for (const { name, passed, failed, seconds } of results) {
    const verdict = failed ? `${passed} passed, ${failed} FAILED` : `${passed} passed`;
    process.stdout.write(`  ${name.padEnd(34)}${verdict.padEnd(26)}${seconds.toFixed(1)} s\n`);
  }
  const sum = (of) => results.reduce((total, result) => total + result[of], 0);
  process.stdout.write(`\n${sum("passed")} passed, ${sum("failed")} failed\n`);
  return asked ? 130 : sum("failed") > 0 ? 1 : 0;
});
