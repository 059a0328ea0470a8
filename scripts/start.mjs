import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { dataFolder } from "./folders.mjs";
import { startNewsroom } from "./newsroom.mjs";
import { runCommand, say } from "./say.mjs";

const dev = process.argv.includes("--dev");

/** The processes above us up to npm: it does not pass on the signal that ends it, so its end is watched for. */
function parentsToWatch() {
  if (!process.env.npm_lifecycle_event) return [];
  const parents = [process.ppid];
  try {
    // Between npm and us there may be a shell.
    const [, , above] = readFileSync(`/proc/${process.ppid}/stat`, "utf8")
      .replace(/^.*\) /, "x ")
      .split(" ");
    const line = readFileSync(`/proc/${process.ppid}/cmdline`, "utf8");
    if (!line.includes("npm") || line.startsWith("sh\0")) parents.push(Number(above));
  } catch {
    // No /proc here: our own parent is all that is watched.
  }
  return parents.filter((pid) => pid > 1);
}

function whenParentsEnd(end) {
  const parents = parentsToWatch();
  if (parents.length === 0) return;
  const timer = setInterval(() => {
    const gone = process.ppid !== parents[0] || parents.some((pid) => !isAlive(pid));
    if (!gone) return;
    clearInterval(timer);
    end();
  }, 500);
  timer.unref();
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** The demonstration has no mail server. Its letters are put into a folder, so that whatever goes by mail can be tried. */
function keepLettersOfDemonstration() {
  const { DATABASE_URL, SMTP_URL, MAIL_FROM } = process.env;
  if (DATABASE_URL || SMTP_URL || MAIL_FROM) return;
  process.env.SMTP_URL = pathToFileURL(join(dataFolder(), "mail")).href;
  process.env.MAIL_FROM = "desk@tidewater.example";
}

const lettersFolder = () =>
  process.env.SMTP_URL?.startsWith("file:") ? fileURLToPath(process.env.SMTP_URL) : null;

function tell({ configuration, folder, database, ready }) {
  const lines = [
    ["Address", configuration.origin],
    ["Desk", `${configuration.origin}/desk`],
    ["Data", database && !database.folder.startsWith(folder) ? `${folder} and ${database.folder}` : folder],
    ...(database ? [] : [["Database", "the one that DATABASE_URL names"]]),
    ...(lettersFolder() ? [["Mail", `goes into ${lettersFolder()} and no further`]] : []),
    ...ready.signIn.map((text, index) => [index === 0 ? "Sign in" : "", text]),
    ["Stop", "Ctrl-C"],
  ];
  const text = lines.map(([name, value]) => `  ${name.padEnd(10)}${value}`).join("\n");
  process.stdout.write(`\nVerbatim is running${dev ? ", in development" : ""}.\n\n${text}\n\n`);
}

await runCommand(async () => {
  const asked = new AbortController();
  let newsroom;
  const stop = () => {
    if (!asked.signal.aborted) say("Stopping");
    asked.abort();
    newsroom?.stop();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
  whenParentsEnd(stop);
  keepLettersOfDemonstration();
  try {
    newsroom = await startNewsroom({ dev, signal: asked.signal });
  } catch (error) {
    if (asked.signal.aborted) return 130;
    throw error;
  }
  tell(newsroom);
  const code = await newsroom.ended;
  say("Stopped");
  return code;
});
