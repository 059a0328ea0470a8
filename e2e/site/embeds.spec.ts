import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { expect, ofDemonstration, test } from "../newsroom";

test("an embed is a link, and a player only once a reader presses", async ({ newsroom }) => {
  const [story] = await database().execute<{ address: string }>(
    sql`select address from publications where withdrawn_at is null and ${ofDemonstration}
        and document->'body' @> '[{"kind": "embed"}]' limit 1`,
  );
  if (!story) throw new Error("the demonstration has no embed");
  const link = { name: "Video on YouTube" };

  const plain = await newsroom.visitor({ javaScriptEnabled: false });
  await plain.goto(story.address);
  await expect(plain.getByRole("link", link)).toHaveAttribute("href", /^https:\/\/www\.youtube\.com\/watch/);
  await expect(plain.getByRole("button", { name: "Show it here" })).toBeHidden();

  const reader = await newsroom.visitor();
  const elsewhere: string[] = [];
  // No other site is asked in the tests either: a page of our own stands in for the player.
  await reader.route(/^https:\/\//, (route) => {
    elsewhere.push(new URL(route.request().url()).hostname);
    return route.fulfill({ contentType: "text/html", body: "<p>The player</p>" });
  });
  const answer = await reader.goto(story.address);
  expect(answer?.headers()["content-security-policy"]).toContain(
    "frame-src https://www.youtube-nocookie.com;",
  );
  expect((await reader.request.get("/")).headers()["content-security-policy"]).not.toContain("frame-src");
  const show = reader.getByRole("button", { name: "Show it here" });
  await expect(show).toBeVisible();
  expect(elsewhere).toEqual([]);
  await show.click();
  await expect(reader.frameLocator("iframe").getByText("The player")).toBeVisible();
  expect(elsewhere).toEqual(["www.youtube-nocookie.com"]);
  await expect(reader.getByRole("link", link)).toBeVisible();
});
