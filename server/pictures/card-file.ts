import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Card } from "@/domain/publication/card";
import { inOwnFolder } from "../storage/incoming";
import { storage } from "../storage/storage";
import { inStudio, picturesWaiting } from "./studio";

/** Raised when the drawing changes, so that each card has another address then. */
const drawing = 1;

/** What a card is kept under: a hash of all that is drawn on it. */
const nameOf = ({ paper, words, speaker, language }: Card): string =>
  createHash("sha256")
    .update(JSON.stringify([drawing, paper, words, speaker, language]))
    .digest("hex")
    .slice(0, 32);

/** The address of the card of a story or of a quotation, as it is to be drawn now: with other words it is another. */
export const cardAddress = (of: string, card: Card): string => `/cards/${of}/${nameOf(card)}.png`;

/** The cards that are being drawn, by name: whoever asks meanwhile waits for the same one. */
const underWay = new Map<string, Promise<void>>();

/** The bytes of a card. It is drawn when it is first asked for, and kept. Null while too many pictures wait. */
export async function cardFile(card: Card): Promise<ReadableStream<Uint8Array> | null> {
  const name = nameOf(card);
  const key = `cards/${name}.png`;
  const kept = await storage();
  const held = await kept.read(key);
  if (held) return held;
  if (!underWay.has(name) && picturesWaiting() > 12) return null;
  const drawn = underWay.get(name) ?? draw(card, name, key).finally(() => underWay.delete(name));
  underWay.set(name, drawn);
  await drawn;
  return kept.read(key);
}

const draw = (card: Card, name: string, key: string): Promise<void> =>
  inOwnFolder(async (folder) => {
    const made = await inStudio({ card, into: folder, name });
    if (!made.ok) throw new Error(`A card could not be drawn: ${made.why}`);
    await (await storage()).keep(key, join(folder, `${name}.png`), "image/png");
  });
