import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type FurtherSheet, furtherSheets } from "@/domain/further-sheets";

/** The folder in which the build puts the files of readers' pages (scripts/site-files.mjs). */
export const siteFilesFolder = join(process.cwd(), ".build/site");

const addresses = new Map<string, string>();

/** The address of one of those files. It changes with what the file holds, so browsers may keep it for ever. */
export function siteFile(name: "story.css" | "page.css" | "site.js" | FurtherSheet): string {
  const known = addresses.get(name);
  if (known) return known;
  const hash = createHash("sha256")
    .update(readFileSync(join(siteFilesFolder, name), "utf8"))
    .digest("base64url");
  const address = `/site/${name}?v=${hash.slice(0, 8)}`;
  addresses.set(name, address);
  return address;
}

/** The style sheets of readers' pages: a story's own, and that of all other pages. */
export const siteSheets = () => ({ story: siteFile("story.css"), page: siteFile("page.css") });

/** The same for a preview, which is not looked through for what few pages need and so takes all of that. */
export const previewSheets = () => ({ ...siteSheets(), further: furtherSheets.map(siteFile) });
