import { join } from "node:path";
import { findChromium } from "./chromium.mjs";
import { checkNode, installDependencies } from "./dependencies.mjs";
import { removeEmbeddedPostgres } from "./embedded-postgres.mjs";
import { root } from "./folders.mjs";
import { startNewsroom } from "./newsroom.mjs";
import { freePort } from "./ports.mjs";
import { endPrograms, program, run } from "./run.mjs";
import { runCommand, say } from "./say.mjs";

// A newsroom of its own, fresh each time, on the production build: what the person's own settings name is not used.
for (const name of [
  "DATABASE_URL",
  "DATABASE_URL_OWNER",
  "DATABASE_URL_DIRECT",
  "ORIGIN",
  "HOST",
  "TRUST_PROXY",
]) {
  delete process.env[name];
}
const folder = join(root, ".data/journeys");
process.env.VERBATIM_DATA = folder;
process.env.PORT = String(await freePort());

await runCommand(async () => {
  const asked = new AbortController();
  const stop = () => {
    asked.abort();
    endPrograms();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
  checkNode();
  await installDependencies();
  const chromium = await findChromium();
  await removeEmbeddedPostgres(folder);
  const newsroom = await startNewsroom({ signal: asked.signal });
  try {
    say(`Browser journeys on ${newsroom.configuration.origin}, with ${chromium}`);
    const env = {
      ...newsroom.env,
      BASE_URL: newsroom.configuration.origin,
      CHROMIUM_PATH: chromium,
      NODE_ENV: "test",
    };
    const cli = program("@playwright/test/cli.js");
    const { code } = await run(process.execPath, [cli, "test", ...process.argv.slice(2)], { env });
    return code;
  } finally {
    await newsroom.stop();
    await removeEmbeddedPostgres(folder);
  }
});
