import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import made from "@/app/styles/sheets.json";
import { furtherSheets } from "@/domain/further-sheets";

/** The style sheets of readers' pages: those that are made, and all that they take in. */
const sheets = Object.values(made).flatMap((name) => {
  const file = `app/styles/${name}.css`;
  const taken = [...readFileSync(file, "utf8").matchAll(/@import "([^"]+)"/g)];
  return [file, ...taken.map(([, path = ""]) => join("app/styles", path))];
});

// A size in pixels stays as it is when a reader asks their browser or their system for larger texts.
it.each([...new Set(sheets)])("%s sets its texts in sizes that follow the reader's own", (sheet) => {
  const text = readFileSync(sheet, "utf8");
  expect(text.match(/font(?:-size)?:[^;]*\dpx[^;]*;/g) ?? []).toEqual([]);
  expect(text.match(/@media[^{]*\(width [<>=]+ \d+px\)/g) ?? []).toEqual([]);
});

it("knows the style sheets of readers' pages", () => {
  expect(sheets).toContain("components/story-body/story-body.css");
  expect(sheets).toContain("app/styles/lists.css");
  expect(sheets).toContain("app/styles/embeds.css");
});

it("makes every style sheet that a page may name", () => {
  expect(Object.keys(made).map((name) => `${name}.css`)).toEqual(["story.css", "page.css", ...furtherSheets]);
});
