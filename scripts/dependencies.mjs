import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dataFolder, root } from "./folders.mjs";
import { npmCommand, run } from "./run.mjs";
import { CannotStart, say } from "./say.mjs";
import { inTurn } from "./turn.mjs";

const oldestNode = [20, 9];

/** Stops with one line when this Node is older than the app can run on. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  throw new CannotStart(
    `Node ${oldestNode.join(".")} or newer is needed; this is Node ${version} (${process.execPath}).`,
  );
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
  } catch {
    return null;
  }
}

/**
 * Whether node_modules holds what the lock asks for on this platform. npm writes its own list
 * (`node_modules/.package-lock.json`) as the last step of an install, so a half-made install has none.
 */
export function areDependenciesInstalled(folder = root) {
  const wanted = packagesIn(join(folder, "package-lock.json"));
  const installed = packagesIn(join(folder, "node_modules/.package-lock.json"));
  if (!wanted || !installed) return false;
  return (
    Object.entries(wanted).every(([path, entry]) => {
      if (path === "") return true;
      const there = installed[path];
      if (!there) return Boolean(entry.optional || entry.devOptional || entry.peer);
      return (
        there.version === entry.version && (entry.link || existsSync(join(folder, path, "package.json")))
      );
    }) && hasBinariesOfThisPlatform(wanted, installed)
  );
}

// The same clone may be seen from two platforms: the optional packages that fit this one must be there. (Those
// that name a C library come in pairs, of which one is right.)
function hasBinariesOfThisPlatform(wanted, installed) {
  return Object.entries(wanted).every(([path, entry]) => {
    const fits = entry.os?.includes(process.platform) && entry.cpu?.includes(process.arch);
    return !fits || entry.libc || installed[path] !== undefined;
  });
}

/**
 * Installs what the lock names, development packages too, when it is not all there. npm's own NODE_ENV or
 * `omit` settings would leave out what the build needs, so neither is passed on.
 */
export async function installDependencies() {
  if (areDependenciesInstalled()) return;
  await inTurn(
    join(dataFolder(), "install.turn"),
    async () => {
      if (areDependenciesInstalled()) return;
      say("Installing dependencies (npm ci); this takes about half a minute");
      const env = Object.fromEntries(
        Object.entries(process.env).filter(
          ([name]) => !/^(NODE_ENV|npm_config_(omit|only|production|include))$/i.test(name),
        ),
      );
      const [command, ...args] = npmCommand();
      const flags = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
      const { code, output } = await run(command, [...args, ...flags], { env, quiet: true });
      if (code !== 0) {
        process.stderr.write(output);
        throw new CannotStart(
          `The dependencies could not be installed: npm ci ended with code ${code}; its words are above.`,
        );
      }
    },
    { onWait: (owner) => say(`Waiting for another command (process ${owner}) to install the dependencies`) },
  );
}
