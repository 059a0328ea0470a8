import { and, asc, eq, ne } from "drizzle-orm";
import { database } from "@/db/client";
import { revisions } from "@/db/schema/stories";
import type { Words } from "@/domain/words";
import { expect, type Page } from "../newsroom";

/** What stood on the screen at a moment when the page said that it was saved. */
export type Said = { readonly revision: number; readonly headline: string; readonly text: string };

/** Has the page report each time that it says `Saved`, with the words that stand on it then. To be called before the
 * story is opened; the list grows from then on, over reloads too. */
export async function listenForSaved(page: Page): Promise<Said[]> {
  const said: Said[] = [];
  await page.exposeFunction("savedWasSaid", (each: Said) => said.push(each));
  await page.addInitScript(() => {
    let before = "";
    const look = () => {
      const lines = [...document.querySelectorAll("[role=status]")].map((each) => each.textContent ?? "");
      const line = lines.find((each) => /^✓?\s*Saved/.test(each)) ?? "";
      if (line === before) return;
      const revision = /^✓?\s*Saved.*revision (\d+)/.exec(line)?.[1];
      const root = document.querySelector("[role=textbox][aria-label=Story]");
      const headline = document.querySelector<HTMLTextAreaElement>("textarea[aria-label=Headline]");
      if (revision && !root) return;
      before = line;
      if (!revision || !root) return;
      const text = [...root.children].map((each) => each.textContent ?? "").join("\n");
      const tell = (window as unknown as { savedWasSaid: (said: object) => void }).savedWasSaid;
      tell({ revision: Number(revision), headline: headline?.value ?? "", text });
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return said;
}

/** The paragraphs of a text, a line each. */
export const plain = ({ body }: Words): string => (body.content ?? []).map(lettersOf).join("\n");

type Node = { readonly text?: string; readonly content?: readonly Node[] };
const lettersOf = (node: Node): string => node.text ?? (node.content ?? []).map(lettersOf).join("");

/** All that is stored of a story, oldest first, the texts that lost a race too. */
export const stored = (storyId: string) =>
  database().select().from(revisions).where(eq(revisions.storyId, storyId)).orderBy(asc(revisions.at));

/** Whether each text that was shown as saved is, letter for letter, the revision that was named. */
export async function expectAllTrue(said: readonly Said[], storyId: string): Promise<void> {
  expect(said.length).toBeGreaterThan(0);
  const rows = await database()
    .select()
    .from(revisions)
    .where(and(eq(revisions.storyId, storyId), ne(revisions.kind, "branch")));
  const kept = new Map(rows.map(({ number, words }) => [number, words]));
  for (const each of said) {
    const words = kept.get(each.revision);
    expect({ ...each, text: words && plain(words), headline: words?.headline }).toEqual(each);
  }
}

/** Waits until the newest text in the database is this one. */
export async function expectStored(storyId: string, text: string): Promise<void> {
  await expect
    .poll(async () => {
      const newest = (await stored(storyId)).filter(({ kind }) => kind !== "branch").at(-1);
      return newest ? plain(newest.words) : "";
    })
    .toBe(text);
}
