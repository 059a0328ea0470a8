import { existsSync } from "node:fs";
import { join } from "node:path";
import { readConfiguration } from "./configuration.mjs";
import { checkNode, installDependencies } from "./dependencies.mjs";
import { startEmbeddedPostgres } from "./embedded-postgres.mjs";
import { dataFolder } from "./folders.mjs";
import { program, run } from "./run.mjs";
import { CannotStart, runCommand } from "./say.mjs";
import { keepSecrets } from "./secrets.mjs";

// Puts a newer key-encryption key in force, and every sealed identity under it. The newsroom may run meanwhile.
await runCommand(async () => {
  const { ownDatabase } = readConfiguration();
  checkNode();
  const folder = dataFolder();
  if (ownDatabase && !existsSync(join(folder, "database.json")))
    throw new CannotStart(`There is no newsroom in ${folder}: start it once first.`);
  await installDependencies();
  const secrets = keepSecrets(folder);
  const database = ownDatabase ? await startEmbeddedPostgres(folder) : null;
  try {
    const env = {
      ...process.env,
      ...secrets,
      VERBATIM_DATA: folder,
      VERBATIM_SECRETS: process.env.SOURCE_KEYS ? "" : join(folder, "secrets.json"),
      DATABASE_URL: database ? database.appUrl : process.env.DATABASE_URL,
    };
    const { code } = await run(process.execPath, [program("tsx/dist/cli.mjs"), "scripts/keys-rotate.ts"], {
      env,
    });
    return code;
  } finally {
    await database?.stop();
  }
});
