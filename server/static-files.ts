import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { bytesOf, type ReadyPage, readyPage } from "./ready-page";
import { siteFilesFolder } from "./site-files";

const types: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".gif": "image/gif",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

const fontPackages = ["newsreader", "source-serif-4", "libre-franklin"];

/** The files of the build and of `public/`, those of readers' pages, and the fonts: read and compressed when first asked
 * for, then kept. Only what was there when the server started is ever opened, so no path leads out of their folders. */
export class StaticFiles {
  readonly #files = new Map<string, { path: string; forEver: boolean }>();
  readonly #ready = new Map<string, Promise<ReadyPage>>();
  readonly #headers: readonly string[];
  readonly #dev: boolean;

  constructor(root: string, headers: readonly string[], { dev = false } = {}) {
    this.#headers = headers;
    this.#dev = dev;
    // In development Next has the files of its own, and styles change while one looks at them.
    if (!dev) {
      this.#offer(join(root, ".next/static"), "/_next/static", true);
      this.#offer(join(root, "public"), "", false);
    }
    this.#offer(siteFilesFolder, "/site", false);
    // A browser lets a worker answer only for what lies below its own address.
    this.#files.set("/offline-worker.js", {
      path: join(siteFilesFolder, "offline-worker.js"),
      forEver: false,
    });
    for (const name of fontPackages) {
      this.#offer(join(root, "node_modules/@fontsource-variable", name, "files"), "/fonts", false);
    }
  }

  #offer(folder: string, address: string, forEver: boolean): void {
    for (const file of filesIn(folder)) {
      this.#files.set(`${address}/${file}`, { path: join(folder, file), forEver });
    }
  }

  /** The file that a url names, or null. One asked for with a version (`?v=`) may be kept by browsers for ever. */
  find(url: string): Promise<ReadyPage> | null {
    const [path = "", query = ""] = url.split("?", 2);
    const file = this.#files.get(path) ?? this.#files.get(decoded(path));
    if (!file) return null;
    const forEver = file.forEver || /^v=/.test(query);
    if (this.#dev) return this.#read(file.path, false);
    const key = `${forEver}${file.path}`;
    const kept = this.#ready.get(key) ?? this.#read(file.path, forEver);
    this.#ready.set(key, kept);
    return kept;
  }

  async #read(path: string, forEver: boolean): Promise<ReadyPage> {
    const caching = forEver ? "public, max-age=31536000, immutable" : "public, max-age=0, must-revalidate";
    const type = types[extname(path)] ?? "application/octet-stream";
    const page = await readyPage({
      status: 200,
      headers: this.#headers,
      body: bytesOf(await readFile(path)),
      type,
      caching,
    });
    return page.polish ? page.polish() : page;
  }
}

function decoded(path: string): string {
  return path.includes("%") ? decodeURIComponent(path) : path;
}

function filesIn(folder: string, under = ""): string[] {
  if (!existsSync(join(folder, under))) return [];
  return readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    const path = under ? `${under}/${entry.name}` : entry.name;
    return entry.isDirectory() ? filesIn(folder, path) : [path];
  });
}
