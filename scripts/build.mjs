import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { areCardFontsMade, makeCardFonts } from "./card-fonts.mjs";
import { checkNode, installDependencies } from "./dependencies.mjs";
import { dataFolder, root } from "./folders.mjs";
import { program, run } from "./run.mjs";
import { CannotStart, runCommand, say } from "./say.mjs";
import { keepSecrets } from "./secrets.mjs";
import { areSiteFilesMade, makeSiteFiles } from "./site-files.mjs";
import { hashOfSources } from "./sources.mjs";
import { inTurn } from "./turn.mjs";

const folder = join(root, ".build");
const stamp = join(folder, "sources");

/** The short name of a build, which pages carry so that an old tab can tell it is old. */
export const releaseOf = (sources) => sources.replaceAll(/[^A-Za-z0-9]/g, "").slice(0, 12);

function isBuilt(sources) {
  const parts = [".next/BUILD_ID", ".build/server.mjs", ".build/picture-worker.mjs"];
  if (!parts.every((path) => existsSync(join(root, path))) || !areSiteFilesMade()) return false;
  if (!areCardFontsMade()) return false;
  if (!existsSync(stamp)) return false;
  return readFileSync(stamp, "utf8") === sources;
}

const bundled = {
  absWorkingDir: root,
  outdir: folder,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  logLevel: "warning",
};

/** Bundles the program that works on pictures, and unpacks the fonts it draws with. The server starts it when there is
 * something to do, and ends it afterwards. */
export async function bundlePictureWorker() {
  await makeCardFonts();
  const { build } = await import("esbuild");
  await build({ ...bundled, entryPoints: { "picture-worker": "server/pictures/worker.ts" } });
}

/**
 * Bundles the server that runs Next, the page cache and the worker into one file of plain JavaScript, so that
 * running it needs no compiler.
 */
async function bundleServer({ dev = false } = {}) {
  const { build, stop } = await import("esbuild");
  const name = dev ? "server-dev" : "server";
  await bundlePictureWorker();
  await build({
    ...bundled,
    entryPoints: { [name]: "server/main.ts" },
    // What is loaded only at times (the demonstration) is a file of its own.
    splitting: true,
    chunkNames: `${name}-[name]-[hash]`,
    // `server-only` guards what Next bundles for browsers; here there is no browser to guard.
    alias: { "server-only": "./db/testing/server-only.ts" },
  });
  // The compiler's own process would stay as long as the newsroom runs.
  await stop();
}

/** Makes what development runs, beside what Next compiles when it is asked for. Returns the release's name. */
export async function buildForDevelopment() {
  await bundleServer({ dev: true });
  await makeSiteFiles({ dev: true });
  return "development";
}

/** Builds what production runs when it is missing or older than the sources. Returns the release's name. */
export async function buildIfStale() {
  const sources = hashOfSources();
  if (isBuilt(sources)) return releaseOf(sources);
  await inTurn(
    join(root, ".data/build.turn"),
    async () => {
      if (isBuilt(sources)) return;
      say("Building the app (next build); this takes up to a minute");
      rmSync(stamp, { force: true });
      mkdirSync(folder, { recursive: true });
      await makeSiteFiles();
      const env = {
        ...process.env,
        ...keepSecrets(dataFolder()),
        NODE_ENV: "production",
        NEXT_DEPLOYMENT_ID: releaseOf(sources),
        NEXT_TELEMETRY_DISABLED: "1",
      };
      const { code, output } = await run(process.execPath, [program("next/dist/bin/next"), "build"], {
        env,
        quiet: true,
      });
      if (code !== 0) {
        process.stderr.write(output);
        throw new CannotStart(
          `The app could not be built: next build ended with code ${code}; its words are above.`,
        );
      }
      await bundleServer();
      writeFileSync(stamp, sources);
    },
    { onWait: (owner) => say(`Waiting for another command (process ${owner}) to build the app`) },
  );
  return releaseOf(sources);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await runCommand(async () => {
    checkNode();
    await installDependencies();
    mkdirSync(dataFolder(), { recursive: true });
    say(`Built release ${await buildIfStale()}`);
    return 0;
  });
}
