import { eq } from "drizzle-orm";
import { database } from "@/db/client";
import { linkToken } from "@/db/link-tokens";
import { askForNewsletter, confirmSubscriber } from "@/db/readers/subscribers";
import { subscribers } from "@/db/schema/readers";
import { expect, expectAccessibleInBoth, test, unique } from "../newsroom";

const origin = process.env.BASE_URL ?? "";

const rowOf = async (email: string) => {
  const [row] = await database().select().from(subscribers).where(eq(subscribers.email, email));
  if (!row) throw new Error("nobody asked with this email");
  return row;
};

/** Somebody who takes the newsletter, with the address by which they leave it. */
async function subscriber() {
  const email = `${unique("reader").replace(" ", "-")}@readers.example`;
  await askForNewsletter(email);
  const { id } = await rowOf(email);
  expect(await confirmSubscriber(linkToken("confirm", id))).toBe(true);
  return { email, leave: `/newsletter/leave/${linkToken("leave", id)}` };
}

/** What a mail program sends for its reader: from nowhere, with no cookie, following nothing. */
const oneClick = (path: string) =>
  fetch(new URL(path, origin), {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "List-Unsubscribe=One-Click",
  });

test("a mail program leaves for its reader with one request, and no other address takes one from nowhere", async () => {
  const { email, leave } = await subscriber();
  expect((await fetch(new URL(leave, origin))).status).toBe(200);
  expect((await rowOf(email)).state).toBe("confirmed");
  const stranger = await oneClick(`/newsletter/leave/${"x".repeat(43)}`);
  const known = await oneClick(leave);
  expect([known.status, stranger.status]).toEqual([200, 200]);
  expect(await known.text()).toBe(await stranger.text());
  expect(known.headers.get("cache-control")).toContain("no-store");
  expect((await rowOf(email)).state).toBe("left");
  const { id } = await rowOf(email);
  for (const path of ["/newsletter/ask", `/newsletter/confirm/${linkToken("confirm", id)}`, "/replies"]) {
    expect(`${path} ${(await oneClick(path)).status}`).toBe(`${path} 403`);
  }
});

test("a reader leaves by the link in a letter and one press", async ({ newsroom }) => {
  const { email, leave } = await subscriber();
  const page = await newsroom.visitor({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
  await page.goto(leave);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Leave the newsletter");
  await page.getByRole("button", { name: "Leave the newsletter" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You have left the newsletter");
  expect((await rowOf(email)).state).toBe("left");
});

test("the pages of the newsletter are open to everybody, in light and in dark", async ({ newsroom }) => {
  const { leave } = await subscriber();
  const page = await newsroom.visitor();
  for (const path of ["/newsletter", leave, `/newsletter/confirm/${"x".repeat(43)}`]) {
    await page.goto(path);
    await test.step(path, () => expectAccessibleInBoth(page));
  }
});
