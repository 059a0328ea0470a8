import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { program, run } from "./run.mjs";
import { CannotStart, say } from "./say.mjs";

// The shell without a window comes first: it draws the same pages with a fifth less work.
const names = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
];

function runs(path) {
  const flags = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return spawnSync(path, [...flags, "--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}

async function playwrightsOwn() {
  const { chromium } = await import("playwright");
  const path = chromium.executablePath();
  return existsSync(path) && runs(path) ? path : null;
}

function systems() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const paths = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  const applications = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
  return [...paths, ...applications].find((path) => existsSync(path) && runs(path)) ?? null;
}

async function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return null;
  say("Installing Chromium with apt; this takes about a minute");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update", "-q"], { env, quiet: true });
  // Older releases of Debian have the whole browser only.
  for (const name of ["chromium-headless-shell", "chromium"]) {
    await run("apt-get", ["install", "-y", "-q", "--no-install-recommends", name], { env, quiet: true });
    const path = systems();
    if (path) return path;
  }
  return null;
}

async function fromPlaywright() {
  say("Downloading Chromium for the browser tests");
  await run(process.execPath, [program("playwright/cli.js"), "install", "chromium"], { quiet: true });
  return playwrightsOwn();
}

/** The path of a Chromium that runs here, got if there is none. Stops with one line when there is no way to one. */
export async function findChromium() {
  const told = process.env.CHROMIUM_PATH;
  if (told) {
    if (existsSync(told) && runs(told)) return told;
    throw new CannotStart(`CHROMIUM_PATH names ${told}, which does not run.`);
  }
  const path = (await playwrightsOwn()) ?? systems() ?? (await fromDebian()) ?? (await fromPlaywright());
  if (path) return path;
  throw new CannotStart(
    "The browser tests need Chromium and none could be got: install it, or set CHROMIUM_PATH to one that is there.",
  );
}
