import lighthouse from "lighthouse";
import { chromium } from "playwright";
import { findChromium } from "./chromium.mjs";
import { freePort } from "./ports.mjs";

const categories = ["performance", "accessibility", "best-practices", "seo"];

/** What Lighthouse finds of these pages, as on a phone with a slow line: for each name of `pages` its scores of a
 * hundred by category, and the titles of what cost it something. */
export async function lighthouseOf(pages) {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: [`--remote-debugging-port=${port}`, ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  });
  try {
    const found = {};
    for (const [name, url] of Object.entries(pages)) found[name] = await look(url, port);
    return found;
  } finally {
    await browser.close();
  }
}

async function look(url, port) {
  const { lhr } = await lighthouse(url, { port, onlyCategories: categories, logLevel: "error" });
  if (lhr.runtimeError) throw new Error(`Lighthouse could not look at ${url}: ${lhr.runtimeError.message}`);
  const scores = Object.fromEntries(
    categories.map((id) => [id, Math.round((lhr.categories[id].score ?? 0) * 100)]),
  );
  const weighed = categories.flatMap((id) => lhr.categories[id].auditRefs.filter((ref) => ref.weight > 0));
  const short = weighed
    .map((ref) => lhr.audits[ref.id])
    .filter((audit) => audit.score !== null && audit.score < 0.9);
  return { scores, short: [...new Set(short.map((audit) => audit.title))] };
}
