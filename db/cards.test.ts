import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, expect, it } from "vitest";
import { type Card, cardOfQuote, cardOfStory, cardSize } from "@/domain/publication/card";
import { inStudio } from "@/server/pictures/studio";

// Beside the database's tests for their set-up alone, which makes the program that draws and unpacks its fonts.
const folder = mkdtempSync(join(tmpdir(), "verbatim-cards-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const story = (headline: string, language = "en-GB") =>
  cardOfStory({ headline, language, notes: [] }, "The Record");
const long = "A headline that no editor should let through, though the form takes it, ".repeat(9);

const cards: [string, Card][] = [
  ["a short headline", story("Ferry sinks")],
  ["a headline far too long", story(long)],
  ["a word far too long", story("Donaudampfschifffahrt".repeat(30))],
  ["Arabic", story("الميناء مغلق: المرشدون يرفضون الإبحار (2026) ".repeat(6), "ar")],
  ["Japanese without spaces", story("港が閉鎖、水先案内人が出航を拒否".repeat(25), "ja")],
  [
    "a long quotation of somebody with a long office",
    cardOfQuote({ words: long, speakerName: "Ana Silva", speakerRole: long, language: "pt" }, "The Record"),
  ],
];

it.each(cards)("%s is drawn within its margins", async (name, card) => {
  const file = name.replaceAll(" ", "-");
  expect(await inStudio({ card, into: folder, name: file })).toMatchObject({ ok: true, value: cardSize });
  const picture = sharp(join(folder, `${file}.png`)).greyscale();
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  let [inked, outside] = [0, 0];
  for (let y = 20; y < info.height; y += 1) {
    for (let x = 0; x < info.width; x += 1) {
      if ((data[(y * info.width + x) * info.channels] ?? 0) > 128) continue;
      inked += 1;
      // A letter may lean a little over the edge of its line.
      if (x < 64 || x >= info.width - 64 || y >= info.height - 24) outside += 1;
    }
  }
  expect(outside).toBe(0);
  // The rule under the paper's name alone is 3168 pixels.
  expect(inked).toBeGreaterThan(6000);
});
