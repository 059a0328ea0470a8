import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp, { type OverlayOptions } from "sharp";
import { escaped } from "@/domain/escaped";
import { type Card, cardDirection, cardSize } from "@/domain/publication/card";
import { ok, type Result } from "@/domain/result";
import type { PictureMade } from "./work";

export type CardJob = { readonly card: Card; readonly into: string; readonly name: string };

/** The colours of app/styles/tokens.css by day, in which such pictures are shown everywhere. */
const colours = { paper: "#fdfcf9", ink: "#17171b", soft: "#4b4a52", accent: "#98182e" } as const;

/** Pixels. The words get what is left between the rule under the paper's name and the lower edge. */
const margin = 72;
const width = cardSize.width - 2 * margin;
const wordsFrom = 172;
const wordsHeight = { headline: 400, quote: 310 } as const;

/** Tried one after another until the words fit; the last one is for the few that have to be cut. */
const sizes = [112, 100, 88, 80, 72, 64, 56, 50, 44, 38] as const;

type Setting = {
  readonly family: "Newsreader" | "Libre Franklin";
  readonly size: number;
  readonly colour: string;
  readonly weight: number;
  readonly italic?: boolean;
};
type Drawn = { readonly data: Buffer; readonly width: number; readonly height: number };

/** Draws a card as a PNG. Lines are broken, letters are joined and both directions are written by the library that does so
 * for desktops, with the fonts of scripts/card-fonts.mjs: those the worker is started with and no others. */
export async function drawCard({ card, into, name }: CardJob): Promise<Result<PictureMade, never>> {
  const { width, height } = cardSize;
  const file = `${name}.png`;
  const png = await sharp({ create: { width, height, channels: 3, background: colours.paper } })
    .composite(await partsOf(card))
    .png({ palette: true, colours: 64, effort: 8 })
    .toBuffer();
  await writeFile(join(into, file), new Uint8Array(png));
  return ok({ width, height, widths: [width], files: [file] });
}

async function partsOf(card: Card): Promise<OverlayOptions[]> {
  const isRtl = cardDirection(card) === "rtl";
  const placed = (part: Drawn, top: number): OverlayOptions => ({
    input: part.data,
    top,
    left: isRtl ? cardSize.width - margin - part.width : margin,
  });
  const paper = await firstThatFits(card.paper, card, 60, [44, 36, 30, 26], {
    family: "Newsreader",
    colour: colours.ink,
    weight: 600,
  });
  const parts = [
    bar(0, 0, cardSize.width, 12, colours.accent),
    placed(paper, 124 - paper.height),
    bar(margin, 136, width, 3, colours.ink),
  ];
  const words = await wordsOf(card);
  parts.push(placed(words, wordsFrom));
  if (card.speaker) {
    const speaker = await firstThatFits(card.speaker, card, 76, [32, 28, 24], {
      family: "Libre Franklin",
      colour: colours.soft,
      weight: 500,
    });
    parts.push(placed(speaker, wordsFrom + words.height + 40));
  }
  return parts;
}

function wordsOf(card: Card): Promise<Drawn> {
  const setting = { family: "Newsreader", colour: colours.ink, weight: 500 } as const;
  return card.speaker
    ? firstThatFits(card.words, card, wordsHeight.quote, sizes.slice(4), {
        ...setting,
        weight: 450,
        italic: true,
      })
    : firstThatFits(card.words, card, wordsHeight.headline, sizes, setting);
}

/** The text in the largest of these sizes in which it is not higher than so many pixels; cut between words where it is too
 * long for all of them. */
async function firstThatFits(
  text: string,
  card: Card,
  height: number,
  sizes: readonly number[],
  setting: Omit<Setting, "size">,
): Promise<Drawn> {
  for (const size of sizes) {
    const drawn = await drawText(text, card, { ...setting, size });
    if (drawn.height <= height) return drawn;
  }
  const size = sizes.at(-1) ?? 38;
  const words = text.split(" ");
  const letters = [...text];
  // What has no spaces to cut at, as Chinese has none, is cut between letters.
  const [pieces, between] = words.length > 3 ? [words, " "] : [letters, ""];
  let [fits, tooLong] = [1, pieces.length];
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    const cut = `${pieces.slice(0, middle).join(between)} …`;
    if ((await drawText(cut, card, { ...setting, size })).height <= height) fits = middle;
    else tooLong = middle;
  }
  return drawText(`${pieces.slice(0, fits).join(between)} …`, card, { ...setting, size });
}

async function drawText(text: string, { language }: Card, setting: Setting): Promise<Drawn> {
  const attributes = {
    foreground: setting.colour,
    font_family: setting.family,
    font_weight: String(setting.weight),
    font_style: setting.italic ? "italic" : "normal",
    // In 1024ths of a pixel, since there are 72 to the inch here.
    size: String(setting.size * 1024),
    lang: language,
  };
  const markup = Object.entries(attributes)
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(" ");
  const { data, info } = await sharp({
    text: {
      text: `<span ${markup}>${escaped(text)}</span>`,
      width,
      dpi: 72,
      rgba: true,
      wrap: "word-char",
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

const bar = (
  left: number,
  top: number,
  width: number,
  height: number,
  background: string,
): OverlayOptions => ({
  input: { create: { width, height, channels: 3, background } },
  left,
  top,
});
