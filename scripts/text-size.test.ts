import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** The style sheets of readers' pages: all that app/styles/readers-*.css take in. */
const sheets = readdirSync("app/styles")
  .filter((name) => name.startsWith("readers-"))
  .flatMap((name) => [
    ...readFileSync(`app/styles/${name}`, "utf8").matchAll(/@import "\.\/(?:\.\.\/\.\.\/)?([^"]+)"/g),
    ...readFileSync(`app/styles/${name}`, "utf8").matchAll(/@import "\.\.\/\.\.\/([^"]+)"/g),
  ])
  .map(([, path = ""]) => (path.includes("/") ? path : `app/styles/${path}`));

// A size in pixels stays as it is when a reader asks their browser or their system for larger texts.
it.each([...new Set(sheets)])("%s sets its texts in sizes that follow the reader's own", (sheet) => {
  const text = readFileSync(sheet, "utf8");
  expect(text.match(/font(?:-size)?:[^;]*\dpx[^;]*;/g) ?? []).toEqual([]);
  expect(text.match(/@media[^{]*\(width [<>=]+ \d+px\)/g) ?? []).toEqual([]);
});

it("knows the style sheets of readers' pages", () => {
  expect(sheets).toContain("components/story-body/story-body.css");
  expect(sheets).toContain("app/styles/lists.css");
});
