import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const text = readFileSync(join(process.cwd(), "public", "site.js"), "utf8");

/** The address of the one script of readers' pages. It changes with the script, so it may be kept for ever. */
export const siteScript = `/site.js?v=${createHash("sha256").update(text).digest("hex").slice(0, 12)}`;
