import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./folders.mjs";

const folder = join(root, ".build/site");
let watching = null;
/** The style sheets of readers, each with the file in app/styles that it begins with. */
const sheets = JSON.parse(readFileSync(join(root, "app/styles/sheets.json"), "utf8"));
const files = [...Object.keys(sheets).map((name) => `${name}.css`), "site.js", "offline-worker.js"];

/** Whether the files of readers' pages have been made. */
export const areSiteFilesMade = () => files.every((name) => existsSync(join(folder, name)));

/**
 * Makes the files of readers' pages: two style sheets and those that few pages add, one script and the worker that keeps
 * stories for readers without a network, each whole and small. Next is not asked: it would part the styles over many files
 * and write each colour twice for browsers from before 2024. In development they are made anew with each change.
 */
export async function makeSiteFiles({ dev = false } = {}) {
  const { build, context } = await import("esbuild");
  const asked = {
    absWorkingDir: root,
    entryPoints: {
      ...Object.fromEntries(Object.entries(sheets).map(([name, file]) => [name, `app/styles/${file}.css`])),
      site: "app/(site)/site.js",
      "offline-worker": "app/(site)/offline-worker.js",
    },
    outdir: folder,
    bundle: true,
    minify: true,
    target: ["chrome123", "firefox120", "safari17.5"],
    // The server has the fonts under this address: see server/static-files.ts.
    external: ["/fonts/*"],
    logLevel: "warning",
  };
  await build(asked);
  if (!dev) return;
  watching = await context(asked);
  await watching.watch();
}

/** Ends the watching of development, which would keep the command running. */
export const endSiteFiles = () => watching?.dispose();
