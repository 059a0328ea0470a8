// Keeps the stories that a reader read last, for when there is no network. The network is always asked first: a story that
// was corrected is read as it is now, and one that was withdrawn is forgotten here too. The desk is none of its business.

// The names of what is kept: stories, the files they are shown with, and the page for readers without a network.
const stories = "stories";
const files = "files";
const waiting = "waiting";
const most = { stories: 20, files: 24 };
const dayMs = 864e5;
const offlinePage = "/offline";

const mayBeStory = (address) => /^\/[^/]+\/[^/]+$/.test(address);
const isDesk = (address) => /^\/(desk|api)(\/|$)/.test(address);
const escaped = (text) =>
  text.replace(/[<>"]/g, (sign) => ({ "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);
const momentOf = (response) => new Date(response.headers.get("date") ?? 0);

/** The oldest go when there are too many, and what is older than a month. */
async function trim(name) {
  const cache = await caches.open(name);
  const kept = await cache.keys();
  for (const [at, request] of kept.entries()) {
    const isLate = Date.now() - momentOf(await cache.match(request)) > 30 * dayMs;
    if (at < kept.length - most[name] || (name === stories && isLate)) await cache.delete(request);
  }
}

/** Puts it behind all others, so that the first of a cache is always the one that was wanted least lately. */
async function put(cache, address, response) {
  await cache.delete(address);
  await cache.put(address, response);
}

/** The style sheets and the script that a page names. They have a version in their address and never change. */
async function keepFilesOf(html) {
  const cache = await caches.open(files);
  const named = html.matchAll(/(?:href|src)="(\/site\/[^"]+)"/g);
  for (const [, address] of named) {
    const file = (await cache.match(address)) ?? (await fetch(address));
    if (file.ok) await put(cache, address, file);
  }
  await trim(files);
}

/** Keeps a story as it was just read, and forgets one that readers are not to have any more. */
async function note(address, response) {
  const cache = await caches.open(stories);
  if ([404, 410].includes(response.status) || response.type === "opaqueredirect") await cache.delete(address);
  if (response.status !== 200 || !response.headers.get("content-type")?.startsWith("text/html")) return;
  const html = await response.clone().text();
  if (!html.includes(' data-read="')) return;
  await put(cache, address, response);
  await trim(stories);
  await keepFilesOf(html);
  const page = await pageKept();
  if (!page || Date.now() - momentOf(page) > dayMs) await keepOfflinePage();
}

const pageKept = async () => (await caches.open(waiting)).match(offlinePage);

async function keepOfflinePage() {
  const page = await fetch(offlinePage);
  if (!page.ok) throw new Error("there is no page for readers without a network");
  const html = await page.clone().text();
  await (await caches.open(waiting)).put(offlinePage, page);
  await keepFilesOf(html);
}

/** A page like this one, with other words in it. */
async function rewritten(page, change) {
  const headers = new Headers(page.headers);
  headers.delete("content-encoding");
  headers.delete("content-length");
  return new Response(change(await page.text()), { headers });
}

/** The stories that are kept, the one read last first, as a list of links. */
async function listed() {
  const cache = await caches.open(stories);
  const lines = [];
  for (const request of await cache.keys()) {
    const html = await (await cache.match(request)).text();
    // What stands between these marks is escaped as it came.
    const headline = /<h1[^>]*>([^<]+)<\/h1>/.exec(html)?.[1] ?? "";
    const address = escaped(new URL(request.url).pathname);
    lines.unshift(`<li><a href="${address}"><bdi>${headline || address}</bdi></a></li>`);
  }
  return lines;
}

/** The page for readers without a network, with what is kept and a way to have it forgotten. */
async function withKept(page, change = (html) => html) {
  const lines = await listed();
  const forget =
    '<form action="/offline"><button type="submit" name="forget" value="all">Forget these stories</button></form>';
  const list = `<ul>${lines.join("")}</ul>${forget}`;
  return rewritten(page, (html) =>
    change(lines.length ? html.replace(/<p data-none[\s\S]*?<\/p>/, () => list) : html),
  );
}

async function withoutNetwork(address) {
  const story = await (await caches.open(stories)).match(address);
  if (!story) {
    const page = await pageKept();
    const says = (html) => html.replace(/(<h1>)[^<]*/, "$1You are offline");
    return page ? withKept(page, says) : Response.error();
  }
  const read = momentOf(story).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" });
  const words = `You are offline. This is the story as you read it on ${read}; it may have been corrected since.`;
  return rewritten(story, (html) =>
    html.replace(
      /<main [^>]*>/,
      // In the dress of the appeal at the foot: every story names its sheet.
      (main) => `${main}<div class="appeal-end" lang="en"><p><b>${words}</b></p></div>`,
    ),
  );
}

async function answer(event, address) {
  if (address === offlinePage && new URL(event.request.url).searchParams.has("forget"))
    await caches.delete(stories);
  try {
    const response = (await event.preloadResponse) ?? (await fetch(event.request));
    if (address === offlinePage && response.ok) return await withKept(response);
    if (mayBeStory(address)) event.waitUntil(note(address, response.clone()));
    return response;
  } catch {
    return withoutNetwork(address);
  }
}

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(keepOfflinePage());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      await self.registration.navigationPreload?.enable();
      await self.clients.claim();
      // The page that brought this worker was read before there was one.
      for (const { url } of await self.clients.matchAll({ type: "window" })) {
        const address = new URL(url).pathname;
        if (!isDesk(address) && mayBeStory(address)) await note(address, await fetch(address));
      }
    })(),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin || isDesk(pathname)) return;
  if (request.mode === "navigate") event.respondWith(answer(event, pathname));
  else if (pathname.startsWith("/site/"))
    event.respondWith(
      fetch(request).catch(async () => (await caches.match(pathname + search)) ?? Response.error()),
    );
});
