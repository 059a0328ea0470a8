import { and, asc, eq, exists, notExists } from "drizzle-orm";
import { database } from "@/db/client";
import { publications } from "@/db/schema/publications";
import { evidence, evidenceFiles, quotes, sealedIdentities, sources } from "@/db/schema/sources";
import { stories } from "@/db/schema/stories";
import type { Stage } from "@/domain/workflow";
import { expect, expectAccessibleInBoth, type Page, test } from "../newsroom";

const wide = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };

/** `isOut`: readers have it, and what stands at that stage is a change to it. */
async function firstAt(stage: Stage, isOut?: boolean): Promise<string> {
  const copies = database().select().from(publications).where(eq(publications.storyId, stories.id));
  const given = isOut === undefined ? undefined : isOut ? exists(copies) : notExists(copies);
  const [found] = await database()
    .select({ id: stories.id })
    .from(stories)
    .where(and(eq(stories.stage, stage), given))
    .orderBy(asc(stories.id))
    .limit(1);
  if (!found) throw new Error(`the demonstration newsroom has no story that is ${stage}`);
  return found.id;
}

/** One address of each kind of page, taken from the demonstration newsroom. */
async function pages(): Promise<Record<string, string>> {
  const [draft, review, change, published] = [
    await firstAt("drafting"),
    await firstAt("in_review", false),
    await firstAt("in_review", true),
    await firstAt("published"),
  ];
  const [quote] = await database().select({ id: quotes.id }).from(quotes).orderBy(asc(quotes.id)).limit(1);
  const [source] = await database()
    .select({ id: sources.id })
    .from(sources)
    .where(eq(sources.kind, "person"))
    .orderBy(asc(sources.id))
    .limit(1);
  const [sealed] = await database().select({ id: sealedIdentities.sourceId }).from(sealedIdentities).limit(1);
  const [withFile] = await database()
    .select({ id: evidence.quoteId })
    .from(evidence)
    .innerJoin(evidenceFiles, eq(evidenceFiles.id, evidence.fileId))
    .where(eq(evidenceFiles.kind, "document"))
    .orderBy(asc(evidence.id))
    .limit(1);
  if (!sealed || !withFile) throw new Error("the demonstration newsroom has no sealed name, or no document");
  if (!quote || !source) throw new Error("the demonstration newsroom has no quote, or nobody who said it");
  return {
    board: "/desk",
    "my stories": "/desk?mine=1",
    list: "/desk?view=list",
    calendar: "/desk?view=calendar",
    writing: `/desk/stories/${draft}`,
    review: `/desk/stories/${review}/review`,
    "what changed": `/desk/stories/${review}/review?view=since`,
    sourcing: `/desk/stories/${review}/review?view=sourcing`,
    "review of a change under embargo": `/desk/stories/${change}/review`,
    "review of what is live": `/desk/stories/${published}/review`,
    history: `/desk/stories/${review}/history`,
    preview: `/desk/stories/${review}/preview`,
    "quote by quote": `/desk/stories/${review}/check`,
    trail: "/desk/trail",
    pictures: "/desk/pictures",
    notifications: "/desk/notifications",
    quotes: "/desk/quotes",
    "one quote": `/desk/quotes/${quote.id}`,
    sources: "/desk/sources",
    "one source": `/desk/sources/${source.id}`,
    "a sealed source": `/desk/sources/${sealed.id}`,
    "a quote with a document": `/desk/quotes/${withFile.id}`,
    front: "/desk/front",
    replies: "/desk/replies",
    reads: "/desk/reads",
    newsletter: "/desk/newsletter",
    account: "/desk/account",
    people: "/desk/people",
    settings: "/desk/settings",
  };
}

/** All that the page complains of in the console, from now on. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (said) => {
    if (said.type() === "error") complaints.push(`${page.url()}: ${said.text()} ${said.location().url}`);
  });
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  return complaints;
}

/** Fails where a page is wider than its window, or shuts somebody out: on a phone or on a wide screen, in light or in
 * dark. */
async function expectOpen(page: Page, address: string): Promise<void> {
  await page.goto(address);
  for (const size of [phone, wide]) {
    await page.setViewportSize(size);
    // What a page asks for as it comes to life has been answered: a picture that is not there would be said by now.
    await page.waitForLoadState("networkidle");
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, `at ${size.width}`).toBeLessThanOrEqual(size.width);
    await test.step(`at ${size.width}`, () => expectAccessibleInBoth(page));
  }
}

test("the way in shuts nobody out", async ({ newsroom }) => {
  const page = await newsroom.visitor({ viewport: wide });
  const complaints = complaintsOf(page);
  await expectOpen(page, "/desk/sign-in");
  expect(complaints).toEqual([]);
});

const parts = [0, 1, 2];

for (const part of parts) {
  // The admin's pages are everybody's, and more.
  test(`no page of the desk shuts anybody out, ${part + 1} of ${parts.length}`, async ({ newsroom }) => {
    test.setTimeout(300_000);
    const page = await newsroom.visitor({ viewport: wide });
    const complaints = complaintsOf(page);
    await page.goto("/desk/sign-in");
    await page.getByRole("button", { name: "Try it as admin" }).click();
    await page.waitForURL(/\/desk\/?$/);
    const mine = Object.entries(await pages()).filter((_, index) => index % parts.length === part);
    for (const [name, address] of mine) await test.step(name, () => expectOpen(page, address));
    expect(complaints).toEqual([]);
  });
}
