import sharp from "sharp";
import { quoteOnRecord } from "@/db/testing/people";
import { approvedStory, correctHeadline, putOut, takeBack } from "../live-story";
import { type APIRequestContext, expect, test, unique } from "../newsroom";

/** What the head of a page says under a property or a name. */
async function headOf(request: APIRequestContext, address: string): Promise<Map<string, string>> {
  const html = await (await request.get(address)).text();
  const metas = [...html.matchAll(/<meta (?:property|name)="((?:og|twitter):[a-z:]+)" content="([^"]*)"/g)];
  return new Map(metas.map((match) => [match[1] ?? "", match[2] ?? ""]));
}

async function cardOf(request: APIRequestContext, address: string): Promise<string> {
  const head = await headOf(request, address);
  expect(head.get("twitter:card")).toBe("summary_large_image");
  expect([head.get("og:image:width"), head.get("og:image:height")]).toEqual(["1200", "630"]);
  return new URL(head.get("og:image") ?? "").pathname;
}

test("a story has a picture of its headline, another one once that is corrected, and none once it is withdrawn", async ({
  newsroom,
  request,
}) => {
  const story = await approvedStory(newsroom);
  const early = await request.get(`/cards/${story.id}/${"0".repeat(32)}.png`);
  expect([early.status(), early.headers()["cache-control"]]).toEqual([404, "no-store"]);
  const address = await putOut(story);
  const first = await cardOf(request, address);
  expect((await headOf(request, address)).get("og:image:alt")).toContain(story.headline);
  const drawn = await request.get(first);
  expect([drawn.status(), drawn.headers()["content-type"]]).toEqual([200, "image/png"]);
  const picture = await drawn.body();
  expect(await sharp(picture).metadata()).toMatchObject({ format: "png", width: 1200, height: 630 });

  await correctHeadline(story, "Ferry ran aground on the mole");
  const second = await cardOf(request, address);
  expect(second).not.toBe(first);
  const corrected = await request.get(second);
  expect(corrected.status()).toBe(200);
  expect((await corrected.body()).equals(new Uint8Array(picture))).toBe(false);
  // Whoever kept the address of the old one is led to the new one.
  const old = await request.get(first, { maxRedirects: 0 });
  expect([old.status(), new URL(old.headers().location ?? "").pathname]).toEqual([307, second]);

  await takeBack(story);
  for (const card of [first, second]) {
    const gone = await request.get(card);
    expect([gone.status(), gone.headers()["cache-control"]]).toEqual([410, "no-store"]);
  }
});

test("a headline in another script is drawn, and one in letters there is no font for is not", async ({
  newsroom,
  request,
}) => {
  const arabic = await approvedStory(newsroom, { headline: "الميناء مغلق هذا المساء", language: "ar" });
  const card = await request.get(await cardOf(request, await putOut(arabic)));
  expect([card.status(), card.headers()["content-type"]]).toEqual([200, "image/png"]);
  const runes = await approvedStory(newsroom, { headline: "ᚠᚢᚦᚨᚱᚲ ᚺᚨᚠᚾ" });
  const head = await headOf(request, await putOut(runes));
  expect([head.get("og:image"), head.get("twitter:card")]).toEqual([undefined, "summary"]);
  expect((await request.get(`/cards/${runes.id}/${"0".repeat(32)}.png`)).status()).toBe(404);
});

test("an editor puts somebody's words on the card in place of the headline; a reporter may not", async ({
  newsroom,
  request,
}) => {
  const reporter = await newsroom.person("reporter");
  const words = unique("The gates will hold");
  const { quoteId, name } = await quoteOnRecord(reporter, words);
  const story = await approvedStory(newsroom, { reporter, said: { words, quoteId } });
  const address = await putOut(story);
  const ofHeadline = await cardOf(request, address);

  const theirs = await newsroom.signedIn(reporter);
  await theirs.goto(`/desk/stories/${story.id}/review`);
  await expect(theirs.getByLabel("Picture beside shared links")).toBeDisabled();
  const page = await newsroom.signedIn(story.editor);
  await page.goto(`/desk/stories/${story.id}/review`);
  await page.getByLabel("Picture beside shared links").selectOption({ label: `${name}: “${words}”` });
  await expect.poll(() => cardOf(request, address)).not.toBe(ofHeadline);
  expect((await headOf(request, address)).get("og:image:alt")).toContain(`${words}” – ${name}`);
  const drawn = await request.get(await cardOf(request, address));
  expect([drawn.status(), drawn.headers()["content-type"]]).toEqual([200, "image/png"]);
  await page.getByLabel("Picture beside shared links").selectOption("The headline");
  await expect.poll(() => cardOf(request, address)).toBe(ofHeadline);
});
