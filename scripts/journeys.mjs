import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { findChromium } from "./chromium.mjs";
import { checkNode, installDependencies } from "./dependencies.mjs";
import { removeEmbeddedPostgres } from "./embedded-postgres.mjs";
import { startNewsroom } from "./newsroom.mjs";
import { asOwnNewsroom } from "./own-newsroom.mjs";
import { endPrograms, program, run } from "./run.mjs";
import { runCommand, say } from "./say.mjs";

const folder = await asOwnNewsroom("journeys");
/** The newsroom as its first start left it: journeys that need one of their own begin with a copy of it. */
const made = `${folder}-made`;

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
  const first = await startNewsroom({ signal: asked.signal });
  await first.stop();
  rmSync(made, { recursive: true, force: true });
  execFileSync("cp", ["-a", folder, made]);
  const newsroom = await startNewsroom({ signal: asked.signal });
  try {
    say(`Browser journeys on ${newsroom.configuration.origin}, with ${chromium}`);
    const env = {
      ...newsroom.env,
      BASE_URL: newsroom.configuration.origin,
      CHROMIUM_PATH: chromium,
      NEWSROOM_MADE: made,
      NODE_ENV: "test",
    };
    const cli = program("@playwright/test/cli.js");
    const { code } = await run(process.execPath, [cli, "test", ...process.argv.slice(2)], { env });
    return code;
  } finally {
    await newsroom.stop();
    await removeEmbeddedPostgres(folder);
    rmSync(made, { recursive: true, force: true });
  }
});
