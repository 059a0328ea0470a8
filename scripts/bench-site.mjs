import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, platform } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { brotliCompressSync } from "node:zlib";
import { report } from "./bench-report.mjs";
import { removeEmbeddedPostgres } from "./embedded-postgres.mjs";
import { root } from "./folders.mjs";
import { lighthouseOf } from "./lighthouse.mjs";
import { startNewsroom } from "./newsroom.mjs";
import { asOwnNewsroom } from "./own-newsroom.mjs";
import { freePort } from "./ports.mjs";
import { endPrograms, run } from "./run.mjs";
import { CannotStart, runCommand, say } from "./say.mjs";

const folder = await asOwnNewsroom("bench");
process.env.LOG_LEVEL = "error";

const seconds = Number(process.env.BENCH_SECONDS || 3);
const sizes = (process.env.BENCH_STORIES || "100,100000").split(",").map(Number);
const connections = [1, 16, 64];
const many = cpus().length > 1;
const [serverCore, otherCore] = ["0", "1"];

const has = (name, argument) => {
  try {
    execFileSync(name, [argument], { stdio: "ignore" });
    return true;
  } catch (error) {
    return error.code !== "ENOENT";
  }
};

/** On the core that does not serve, where there are two. */
const onOther = (name, args) => (many ? ["taskset", ["-c", otherCore, name, ...args]] : [name, args]);

/** Keeps a process with all its threads, and all below it, on the core that serves. */
function pin(pid) {
  if (many) execFileSync("taskset", ["-acp", serverCore, String(pid)], { stdio: "ignore" });
}

/** The server itself, below the start command. */
function serverPid() {
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, "utf8").trim().split(" ");
  const found = children.find((pid) =>
    readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(".build/server"),
  );
  if (!found) throw new Error("the server's process was not found");
  return Number(found);
}

async function stories(env, ...args) {
  const command = [
    "--conditions=react-server",
    "--import",
    "tsx",
    "scripts/bench-stories.ts",
    ...args.map(String),
  ];
  const { code, output } = await run(process.execPath, command, { env, quiet: true });
  if (code !== 0) throw new Error(output);
  return JSON.parse(output.trim().split("\n").at(-1));
}

const inMilliseconds = (text) => {
  const [, number, unit] = /([\d.]+)(us|ms|s|m)/.exec(text) ?? [];
  return Number(number) * { us: 0.001, ms: 1, s: 1_000, m: 60_000 }[unit];
};

/** Requests per second and latencies of one address, as wrk finds them. */
async function load(url, count, length = seconds) {
  const args = ["-t1", `-c${count}`, `-d${length}s`, "--latency", "-H", "Accept-Encoding: br", url];
  const { code, output } = await run(...onOther("wrk", args), { quiet: true });
  if (code !== 0) throw new Error(output);
  const at = (pattern) => pattern.exec(output)?.[1] ?? "";
  const bad = /Non-2xx|Socket errors/.test(output);
  if (bad) throw new Error(`${url} did not answer well:\n${output}`);
  return {
    perSecond: Number(at(/Requests\/sec:\s+([\d.]+)/)),
    p50: inMilliseconds(at(/\s50%\s+(\S+)/)),
    p99: inMilliseconds(at(/\s99%\s+(\S+)/)),
  };
}

async function loads(origin, addresses) {
  const found = {};
  for (const address of Object.values(addresses)) await (await fetch(origin + address)).text();
  // What is kept is made smaller once it has stood for a second (server/page-cache.ts). That is done once, not for each
  // reader, and would be measured as if it were.
  await wait(2_000);
  for (const [name, address] of Object.entries(addresses)) {
    await (await fetch(origin + address)).text();
    found[name] = {};
    for (const count of connections) found[name][count] = await load(origin + address, count);
  }
  return found;
}

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
const quantiles = (times) => {
  const sorted = [...times].sort((one, other) => one - other);
  return { p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) };
};

/** The times of a command for each thing that it timed, without those of warming up. */
const withoutFirst = (found, warmUp) =>
  Object.fromEntries(Object.entries(found).map(([name, took]) => [name, quantiles(took.slice(warmUp))]));

/** nginx with one worker, sending the same story from a file that is compressed already. */
async function nginxOf(html) {
  if (!has("nginx", "-v")) return null;
  const place = join(folder, "nginx");
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, "story.html.br"), brotliCompressSync(html));
  const port = await freePort();
  const user = process.getuid?.() === 0 ? "user root;" : "";
  writeFileSync(
    join(place, "nginx.conf"),
    `${user} daemon off; worker_processes 1; pid ${place}/pid; error_log ${place}/error.log;
     events { worker_connections 1024; }
     http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; open_file_cache max=10;
       client_body_temp_path ${place}/body; proxy_temp_path ${place}/proxy; fastcgi_temp_path ${place}/fastcgi;
       uwsgi_temp_path ${place}/uwsgi; scgi_temp_path ${place}/scgi;
       server { listen 127.0.0.1:${port}; root ${place};
         location = /story.html.br { types {} default_type "text/html; charset=utf-8"; add_header Content-Encoding br; add_header Vary Accept-Encoding; } } }`,
  );
  const [name, args] = many ? ["taskset", ["-c", serverCore, "nginx"]] : ["nginx", []];
  const child = spawn(name, [...args, "-p", place, "-c", join(place, "nginx.conf")], { stdio: "ignore" });
  const url = `http://127.0.0.1:${port}/story.html.br`;
  for (let tries = 0; !(await fetch(url).catch(() => null)); tries += 1) {
    if (tries > 100) throw new Error("nginx did not start");
    await wait(20);
  }
  return { url, stop: () => child.kill("SIGTERM") };
}

async function besideNginx(html) {
  const nginx = await nginxOf(html);
  if (!nginx) return null;
  const found = {};
  for (const count of connections) found[count] = await load(nginx.url, count);
  nginx.stop();
  return found;
}

/** What a first visit fetches beside fonts and pictures, in bytes of the bodies as they travel. */
async function coldPage(origin, address) {
  const html = await (await fetch(origin + address)).text();
  // It is made smaller when it has stood for a second.
  await wait(3_000);
  const parts = [...html.matchAll(/<link[^>]+rel="stylesheet"[^>]*>|<script[^>]+src="[^"]+"[^>]*>/g)].map(
    ([tag]) => /(?:href|src)="([^"]+)"/.exec(tag)?.[1] ?? "",
  );
  const sizes = {};
  for (const path of [address, ...parts.map((part) => part.replaceAll("&amp;", "&"))]) {
    const { output } = await run(
      "curl",
      ["-s", "-o", "/dev/null", "-w", "%{size_download}", "-H", "Accept-Encoding: br", origin + path],
      { quiet: true },
    );
    sizes[path.replace(/\?.*$/, "")] = Number(output);
  }
  return sizes;
}

const memory = (pid) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;

async function measureSize(newsroom, count) {
  const { origin } = newsroom.configuration;
  const env = { ...newsroom.env, BENCH_ORIGIN: origin };
  say(`Loading ${count} stories`);
  const start = performance.now();
  const at = await stories(env, "fill", count);
  say(`Loaded in ${((performance.now() - start) / 1000).toFixed(1)} s; measuring`);
  const addresses = { story: at.story, front: "/", section: at.section, search: "/search?q=estuary" };
  const anew = await stories({ ...env, BENCH_ADDRESSES: JSON.stringify(addresses) }, "anew", 70);
  const cached = await loads(origin, addresses);
  const nginx = await besideNginx(await (await fetch(origin + at.story)).text());
  const search = await stories(env, "search", 25);
  return {
    count,
    cached,
    nginx,
    uncached: withoutFirst(anew.found, 10),
    search: withoutFirst(search.found, 5),
    addresses,
    load: loadavg()[0],
  };
}

async function measureChanges(newsroom, addresses) {
  const { origin } = newsroom.configuration;
  const env = { ...newsroom.env, BENCH_ORIGIN: origin };
  say("Publishing under load");
  const changing = stories(env, "republish", seconds * 2 + 2);
  await wait(1_500);
  const republished = await load(origin + addresses.story, 16, seconds * 2);
  await changing;
  say("Publishing and looking at once");
  const { stale, looks, ...took } = await stories(env, "publish", 60);
  return { republished, figures: withoutFirst(took, 5), stale, looks };
}

await runCommand(async () => {
  if (platform() !== "linux" || !has("wrk", "-v")) {
    throw new CannotStart(
      "The benchmark needs Linux with wrk (Debian: apt install wrk), and nginx to compare with.",
    );
  }
  const asked = new AbortController();
  const { signal } = asked;
  const stop = () => {
    asked.abort();
    endPrograms();
  };
  for (const name of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(name, stop);
  await removeEmbeddedPostgres(folder);
  rmSync(folder, { recursive: true, force: true });
  const loadBefore = loadavg()[0];
  let newsroom = await startNewsroom({ signal });
  try {
    pin(serverPid());
    const measured = [];
    for (const count of sizes) measured.push(await measureSize(newsroom, count));
    const { addresses } = measured[0];
    const changes = await measureChanges(newsroom, addresses);
    say("Asking Lighthouse");
    const { origin } = newsroom.configuration;
    const seen = await lighthouseOf({ story: origin + addresses.story, front: `${origin}/` });
    const cold = await coldPage(newsroom.configuration.origin, addresses.story);
    const resident = memory(serverPid());
    await newsroom.stop();
    say("Starting again");
    const begun = performance.now();
    newsroom = await startNewsroom({ signal });
    await (await fetch(newsroom.configuration.origin)).text();
    const warm = performance.now() - begun;
    const conditions = {
      processor: cpus()[0]?.model ?? "unknown",
      cores: cpus().length,
      system: platform(),
      node: process.version,
      pinned: many,
      seconds,
      loadBefore,
      loadAfter: loadavg()[0],
    };
    const text = report({
      measured,
      changes,
      cold,
      seen,
      resident,
      warm,
      conditions,
      day: new Date().toISOString().slice(0, 10),
    });
    writeFileSync(join(root, "docs/bench-site.md"), text);
    process.stdout.write(`\n${text}\n`);
  } finally {
    await newsroom.stop();
    await removeEmbeddedPostgres(folder);
  }
});
