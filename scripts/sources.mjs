import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./folders.mjs";

const folders = ["app", "components", "db", "domain", "public", "server"];
const notBuilt = /\.test\.tsx?$|^db\/testing\/|\.md$/;

function filesUnder(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

/**
 * A hash of all that the build is made of, in base64url: what lies at the top of the clone and in the folders
 * that are built, the lock, and the version of Node. Equal sources have equal hashes on every machine.
 */
export function hashOfSources() {
  const top = readdirSync(root, { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() && /\.(ts|tsx|mjs|css)$|^package-lock\.json$|^tsconfig\.json$/.test(entry.name),
    )
    .map((entry) => entry.name)
    .filter((name) => !/^(next-env\.d|vitest\.config|playwright\.config|drizzle\.config)\.ts$/.test(name));
  const hash = createHash("sha256").update(process.versions.node.split(".")[0] ?? "");
  for (const path of [
    ...top,
    ...folders.flatMap(filesUnder),
    "scripts/build.mjs",
    "scripts/card-fonts.mjs",
    "scripts/site-files.mjs",
  ].sort()) {
    if (!notBuilt.test(path)) hash.update(`\0${path}\0`).update(readFileSync(join(root, path)));
  }
  return hash.digest("base64url");
}
