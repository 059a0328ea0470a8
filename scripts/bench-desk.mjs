import { randomUUID } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, platform } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { chromium } from "playwright";
import { report } from "./bench-desk-report.mjs";
import { findChromium } from "./chromium.mjs";
import { removeEmbeddedPostgres } from "./embedded-postgres.mjs";
import { root } from "./folders.mjs";
import { startNewsroom } from "./newsroom.mjs";
import { asOwnNewsroom } from "./own-newsroom.mjs";
import { endPrograms, run } from "./run.mjs";
import { runCommand, say } from "./say.mjs";

const folder = await asOwnNewsroom("bench-desk");
process.env.LOG_LEVEL = "error";

const editors = Number(process.env.BENCH_EDITORS || 200);
const revisions = Number(process.env.BENCH_REVISIONS || 10_000);
const keys = Number(process.env.BENCH_KEYS || 300);
const saves = Number(process.env.BENCH_SAVES || 500);
const opens = 5;

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
const quantiles = (times) => {
  const sorted = [...times].sort((one, other) => one - other);
  return {
    count: sorted.length,
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    p99: quantile(sorted, 0.99),
    most: sorted.at(-1),
  };
};

async function filled(env) {
  const command = ["--conditions=react-server", "--import", "tsx", "scripts/bench-desk-stories.ts"];
  const { code, output } = await run(process.execPath, [...command, String(editors), String(revisions)], {
    env,
    quiet: true,
  });
  if (code !== 0) throw new Error(output);
  return JSON.parse(output.trim().split("\n").at(-1));
}

/** Measures in the page: how long until the editor stands ready, and from each key to the paint after it. */
function measureInPage() {
  window.bench = { ready: null, keys: [], events: [], long: [] };
  const look = () => {
    const text = document.querySelector("[role=textbox][aria-label=Story][contenteditable=true]");
    if (text?.childElementCount > 0 && text.textContent) {
      // After the frame that shows it.
      requestAnimationFrame(() => setTimeout(() => (window.bench.ready = performance.now())));
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  document.addEventListener(
    "keydown",
    (event) => {
      const pressed = event.timeStamp;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => window.bench.keys.push(performance.now() - pressed);
        port2.postMessage(0);
      });
    },
    { capture: true },
  );
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.name === "keydown") window.bench.events.push(entry.duration);
    }
  }).observe({ type: "event", durationThreshold: 16 });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.bench.long.push(entry.duration);
  }).observe({ type: "longtask" });
}

/** Opens a story so many times and answers the milliseconds from the going there to the frame that shows it. */
async function opening(context, address) {
  const took = [];
  for (let time = 0; time < opens + 1; time += 1) {
    const page = await context.newPage();
    await page.addInitScript(measureInPage);
    await page.goto(address, { waitUntil: "commit" });
    await page.waitForFunction(() => window.bench.ready !== null, undefined, { timeout: 60_000 });
    // The first fills the browser's cache.
    if (time > 0) took.push(await page.evaluate(() => window.bench.ready));
    await page.close();
  }
  return quantiles(took);
}

const pace = 90;
const line = "the boats came in one after another and were made fast, ";

/** Types in the middle of a story, as fast as a quick typist, with saving and reading of quotations going on beside. */
async function typing(context, address) {
  const page = await context.newPage();
  await page.addInitScript(measureInPage);
  await page.goto(address);
  await page.waitForFunction(() => window.bench.ready !== null, undefined, { timeout: 60_000 });
  const paragraphs = page.locator("[role=textbox][aria-label=Story] > p");
  await paragraphs.nth(Math.floor((await paragraphs.count()) / 2)).click();
  await page.keyboard.press("End");
  await wait(2_000);
  await page.evaluate(() => Object.assign(window.bench, { keys: [], events: [], long: [] }));
  for (let at = 0; at < keys; at += 1) {
    const key = line[at % line.length];
    await page.keyboard.press(key === " " ? "Space" : key);
    await wait(pace);
  }
  await page.waitForFunction((count) => window.bench.keys.length >= count, keys, { timeout: 60_000 });
  const { keys: painted, events, long } = await page.evaluate(() => window.bench);
  const saved = page.getByRole("status").filter({ hasText: /^✓?\s*Saved/ });
  await saved.waitFor({ timeout: 60_000 });
  const sizes = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter((each) => each.name.endsWith("/text"))
      .map((each) => each.duration),
  );
  await page.close();
  return {
    painted: quantiles(painted),
    // Shorter ones are not told by the browser: they count as the threshold.
    events: quantiles([...events, ...Array(Math.max(0, painted.length - events.length)).fill(16)]),
    long: { count: long.length, most: Math.max(0, ...long) },
    saves: quantiles(sizes),
  };
}

/** One save over HTTP, as the page sends it. Answers its revision. */
async function save(origin, { cookie, story }, words, base) {
  const body = JSON.stringify({
    base,
    key: randomUUID(),
    words: { ...words, body: JSON.stringify(words.body) },
  });
  const response = await fetch(`${origin}/desk/stories/${story}/text`, {
    method: "PUT",
    headers: { cookie, "content-type": "application/json", origin, "sec-fetch-site": "same-origin" },
    body,
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()).revision;
}

async function saving(origin, desk, words) {
  const took = [];
  let base = 2;
  for (let time = 0; time < saves + 20; time += 1) {
    const start = performance.now();
    base = await save(origin, desk, { ...words, standfirst: `Save ${time}` }, base);
    if (time >= 20) took.push(performance.now() - start);
  }
  return quantiles(took);
}

/** Everybody saves at the same moment, several times over. */
async function savingTogether(origin, desks, words, rounds = 5) {
  const took = [];
  const errors = [];
  const bases = desks.map(() => 2);
  for (let round = 0; round < rounds; round += 1) {
    const all = desks.map(async (desk, at) => {
      const start = performance.now();
      try {
        bases[at] = await save(origin, desk, { ...words, standfirst: `Round ${round} of ${at}` }, bases[at]);
        took.push(performance.now() - start);
      } catch (error) {
        errors.push(error.message);
      }
    });
    await Promise.all(all);
  }
  return { ...quantiles(took), rounds, errors };
}

/** Goes through the history page by page, as a person would, to its end. */
async function paging(origin, cookie, story) {
  const took = [];
  let address = `/desk/stories/${story}/history`;
  for (let page = 0; address && page < 1_000; page += 1) {
    const start = performance.now();
    const response = await fetch(origin + address, { headers: { cookie } });
    const html = await response.text();
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    took.push(performance.now() - start);
    const older = /href="([^"]+[?&](?:amp;)?before=[^"]+)"/.exec(html)?.[1];
    address = older?.replaceAll("&amp;", "&");
  }
  return { pages: took.length, ...quantiles(took) };
}

async function measure(newsroom) {
  const { origin } = newsroom.configuration;
  say(`Filling a newsroom: ${editors} editors, ${revisions} revisions of one story`);
  const made = await filled(newsroom.env);
  const desk = (story) => `${origin}/desk/stories/${story}`;
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  const found = {};
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const [name, ...value] = made.cookie.split("=");
    await context.addCookies([{ name, value: value.join("="), url: origin }]);
    for (const [size, story] of Object.entries({ large: made.large, huge: made.huge })) {
      say(`Opening and typing: ${size}`);
      const opened = await opening(context, desk(story));
      found[size] = { opened, ...(await typing(context, desk(story))) };
    }
  } finally {
    await browser.close();
  }
  say("Saving alone, and all together");
  found.saving = await saving(origin, { cookie: made.cookie, story: made.small }, made.words);
  found.together = await savingTogether(origin, made.desks, made.words);
  say("Paging through the history");
  found.paging = await paging(origin, made.cookie, made.old);
  return found;
}

await runCommand(async () => {
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
  const newsroom = await startNewsroom({ signal });
  try {
    const found = await measure(newsroom);
    const conditions = {
      processor: cpus()[0]?.model ?? "unknown",
      cores: cpus().length,
      system: platform(),
      node: process.version,
      loadBefore,
      loadAfter: loadavg()[0],
      editors,
      revisions,
      pace,
    };
    const text = report({ ...found, conditions, day: new Date().toISOString().slice(0, 10) });
    writeFileSync(join(root, "docs/bench-desk.md"), text);
    process.stdout.write(`\n${text}\n`);
  } finally {
    await newsroom.stop();
    await removeEmbeddedPostgres(folder);
  }
});
