import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { sessions } from "@/db/schema/people";
import { stories } from "@/db/schema/stories";
import { createStory } from "@/db/write-story";
import { openThread } from "@/db/write-talk";
import { callDirectly, refusalIn } from "../harm/direct-calls";
import { confirmFactor, expect, expectAccessible, expectSaved, test } from "../newsroom";
import { type } from "../writing";

const signIn = { name: "Sign in", exact: true } as const;

test("somebody is told of a comment while they look, sets a second factor up, and signs in with it", async ({
  newsroom,
}) => {
  test.setTimeout(120_000);
  const [reporter, editor] = [await newsroom.person("reporter"), await newsroom.person("editor")];
  const { id } = await createStory(reporter);
  await database().update(stories).set({ headline: "The pilots’ markers" }).where(eq(stories.id, id));
  const page = await newsroom.signedIn(reporter);
  await page.goto("/desk");
  const bell = page.getByRole("link", { name: /^Notifications/ }).first();
  await expect(bell).toHaveAccessibleName("Notifications");
  await openThread(editor, id, { passage: "", text: "Who placed them?", mustResolve: false });
  await expect(bell).toHaveAccessibleName("Notifications, 1 new");
  await bell.click();
  await expect(page.getByText("Who placed them?")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Mark as read: Comment/ }).click();
  await expect(bell).toHaveAccessibleName("Notifications");

  await page.goto("/desk/account");
  await page.getByLabel("Comment, in the app").uncheck();
  await page.getByRole("button", { name: "Save what I am told of" }).click();
  await expect(page.getByText("Your choice is kept.")).toBeAttached();
  // Whoever finds the desk open changes nothing about how its owner gets in.
  await page.getByLabel("Your password, once more").fill("found at the desk");
  await page.getByRole("button", { name: "Set up a second factor" }).click();
  await expect(page.getByText("That is not your password. Nothing was changed.")).toBeVisible();
  await page.getByLabel("Your password, once more").fill(reporter.password);
  await page.getByRole("button", { name: "Set up a second factor" }).click();
  await confirmFactor(page);
  const codes = page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  const [recovery, another, third] = await codes.allTextContents();
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByText("10 recovery codes are left.")).toBeVisible();
  await expectAccessible(page);

  const other = await newsroom.visitor();
  await other.goto("/desk/sign-in");
  await other.getByLabel("Email").fill(reporter.email);
  await other.getByLabel("Password").fill(reporter.password);
  await other.getByRole("button", signIn).click();
  await other.getByLabel("Code").fill("000000");
  await other.getByRole("button", signIn).click();
  await expect(other.getByText(/That code is not right/)).toBeVisible();
  await other.getByLabel("Code").fill(recovery ?? "");
  await other.getByRole("button", signIn).click();
  await other.waitForURL(/\/desk\/?$/);

  // Over a text that is being written, it is asked for too, and the text waits.
  await page.goto(`/desk/stories/${id}`);
  await expectSaved(page);
  await database()
    .update(sessions)
    .set({ endedAt: sql`now()` })
    .where(and(eq(sessions.userId, reporter.id), isNull(sessions.endedAt)));
  await type(page, "The pilots were asked.");
  const overlay = page.getByRole("dialog", { name: "You are signed out" });
  await overlay.getByLabel("Email").fill(reporter.email);
  await overlay.getByLabel("Password").fill(reporter.password);
  await overlay.getByRole("button", signIn).click();
  await overlay.getByLabel("Code").fill(another ?? "");
  await expectAccessible(page);
  await overlay.getByRole("button", signIn).click();
  await expectSaved(page);
  await expect(page.getByRole("textbox", { name: "Story" })).toHaveText("The pilots were asked.");

  // It is taken away by its owner alone: with the password, and a code.
  await page.goto("/desk/account");
  await expect(page.getByText("8 recovery codes are left.")).toBeVisible();
  await page.getByRole("button", { name: "Take the second factor away" }).click();
  const dialog = page.getByRole("dialog", { name: "Take the second factor away" });
  const takeAway = async (password: string, code: string) => {
    await dialog.getByLabel("Your password, once more").fill(password);
    await dialog.getByLabel("Code").fill(code);
    await dialog.getByRole("button", { name: "Take the second factor away" }).click();
  };
  await takeAway("found at the desk", third ?? "");
  await expect(dialog.getByText("That is not your password. Nothing was changed.")).toBeVisible();
  await takeAway(reporter.password, "000000");
  await expect(dialog.getByText(/That code is not right/)).toBeVisible();
  await expectAccessible(page);
  await takeAway(reporter.password, third ?? "");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: "Set up a second factor" })).toBeVisible();
});

test("somebody sees where they are signed in and ends it from elsewhere, and nobody ends another's", async ({
  newsroom,
}) => {
  const [reporter, stranger] = [await newsroom.person("reporter"), await newsroom.person("admin")];
  const [here, there] = [await newsroom.signedIn(reporter), await newsroom.signedIn(reporter)];
  const isIn = async () => {
    await there.goto("/desk/quotes");
    return new URL(there.url()).pathname === "/desk/quotes";
  };
  await here.goto("/desk/account");
  const list = here.getByRole("region", { name: "Where you are signed in" });
  await expect(list.getByRole("listitem")).toHaveCount(2);
  await expect(list.getByText("This browser")).toHaveCount(1);
  // Whoever learns the session's id cannot end it, be they an admin.
  const [session] = await database()
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.userId, reporter.id), isNull(sessions.endedAt)))
    .orderBy(desc(sessions.createdAt))
    .limit(1);
  const other = await newsroom.signedIn(stranger);
  const given = [{}, { id: session?.id }];
  expect(refusalIn(await callDirectly(other.request, "endSessions", given, { story: "" }))).toBe("not_found");
  expect(await isIn()).toBe(true);
  await list.getByRole("button", { name: /^End the session in / }).click();
  await expect(list.getByRole("listitem")).toHaveCount(1);
  expect(await isIn()).toBe(false);
  await there.getByLabel("Email").fill(reporter.email);
  await there.getByLabel("Password").fill(reporter.password);
  await there.getByRole("button", signIn).click();
  await there.waitForURL("/desk/quotes");
  await here.reload();
  await list.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(list.getByText("You are signed in nowhere else.")).toBeVisible();
  expect(await isIn()).toBe(false);
  await here.goto("/desk/quotes");
  expect(new URL(here.url()).pathname).toBe("/desk/quotes");
});

test("an admin makes a link for a new password, deactivates a colleague and hands their stories over", async ({
  newsroom,
}) => {
  const [admin, reporter, next] = [
    await newsroom.person("admin"),
    await newsroom.person("reporter"),
    await newsroom.person("reporter"),
  ];
  await createStory(reporter);
  const page = await newsroom.signedIn(admin);
  await page.goto("/desk/people");
  const choose = async (entry: string) => {
    await page.getByRole("button", { name: `Change ${reporter.name}` }).click();
    await page.getByRole("menuitem", { name: entry }).click();
  };
  await choose("Link for a new password");
  await page.getByRole("button", { name: "Make the link" }).click();
  const link = await page.getByLabel("Link", { exact: true }).inputValue();
  await page.getByRole("button", { name: "Done" }).click();
  const visitor = await newsroom.visitor();
  await visitor.goto(link);
  await visitor.getByLabel("New password").fill("quite other words here");
  await visitor.getByRole("button", { name: "Set the password" }).click();
  await visitor.getByLabel("Email").fill(reporter.email);
  await visitor.getByLabel("Password").fill("quite other words here");
  await visitor.getByRole("button", signIn).click();
  await visitor.waitForURL(/\/desk\/?$/);
  await choose("Deactivate");
  await page.getByRole("button", { name: "Deactivate", exact: true }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await visitor.goto("/desk");
  expect(new URL(visitor.url()).pathname).toBe("/desk/sign-in");
  await choose("Hand over 1 story");
  await page.getByRole("combobox", { name: "To" }).selectOption({ label: next.name });
  await page.getByRole("button", { name: "Hand over", exact: true }).click();
  await expect(page.getByText("1 story is handed over.")).toBeAttached();
});
