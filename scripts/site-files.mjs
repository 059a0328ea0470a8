import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./folders.mjs";

const folder = join(root, ".build/site");
let watching = null;
const files = ["story.css", "page.css", "more-letters.css", "site.js", "offline-worker.js"];

/** Whether the files of readers' pages have been made. */
export const areSiteFilesMade = () => files.every((name) => existsSync(join(folder, name)));

/**
 * Makes the files of readers' pages: two style sheets, one script and the worker that keeps stories for readers without a
 * network, each whole and small. Next is not asked: it
 * would part the styles over many files and write each colour twice for browsers from before 2024. In development
 * they are made anew with each change.
 */
export async function makeSiteFiles({ dev = false } = {}) {
  const { build, context } = await import("esbuild");
  const asked = {
    absWorkingDir: root,
    entryPoints: {
      story: "app/styles/readers-story.css",
      page: "app/styles/readers-page.css",
      "more-letters": "app/styles/more-letters.css",
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
