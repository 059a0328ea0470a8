import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { expect, expectAccessible, type Page, test, unique } from "../newsroom";
import { fillIn, newStory } from "../writing";

/** A moment some hours from now, as a field for a local time of the newsroom takes it. */
async function localInHours(hours: number): Promise<string> {
  const [row] = await database().execute<{ local: string }>(
    sql`select to_char((now() + ${hours} * interval '1 hour') at time zone (select paper->>'zone' from settings),
          'YYYY-MM-DD"T"HH24:MI') as local`,
  );
  return row?.local ?? "";
}

async function assign(page: Page, given: { to: string; due: string; note: string }): Promise<void> {
  const form = page.getByRole("dialog", { name: "Assign" });
  await expect(form).toBeVisible();
  for (const box of await form.getByRole("checkbox", { checked: true }).all()) await box.uncheck();
  await form.getByRole("checkbox", { name: given.to }).check();
  await form.getByLabel("Due").fill(given.due);
  await form.getByLabel("What is wanted").fill(given.note);
  await form.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(form).toBeHidden();
}

test("an editor gives a story to a reporter, whose own list says what is wanted and by when", async ({
  newsroom,
}) => {
  test.setTimeout(120_000);
  const [reporter, editor, section] = [
    await newsroom.person("reporter"),
    await newsroom.person("editor"),
    await newsroom.section(),
  ];
  const headline = unique("Slipway opens again");
  const note = unique("Four hundred words, and somebody who rows there");
  const desk = await newsroom.signedIn(editor);
  const id = await newStory(desk);
  await fillIn(desk, { headline, standfirst: "After two winters.", section: section.name });
  await desk.getByRole("tab", { name: "Details" }).click();
  await desk.getByRole("button", { name: "Assign" }).click();
  await assign(desk, { to: reporter.name, due: await localInHours(2), note });
  await expect(desk.getByRole("note").filter({ hasText: note })).toContainText("Due");

  // The reporter finds it among their own, and on the page where they write it: the editor's pen goes as they leave.
  await desk.goto(`/desk?section=${section.slug}`);
  const writing = await newsroom.signedIn(reporter);
  await writing.goto("/desk?mine=1&view=list");
  const line = writing.getByRole("row").filter({ has: writing.getByRole("link", { name: headline }) });
  await expect(line).toContainText(note);
  await expect(line).not.toContainText("late");
  await expectAccessible(writing);
  await line.getByRole("link", { name: headline }).click();
  await expect(writing.getByRole("note").filter({ hasText: note })).toContainText("Due");
  await expect(writing.getByRole("textbox", { name: "Story" })).toHaveAttribute("contenteditable", "true");
  await writing.getByRole("tab", { name: "Details" }).click();
  await expect(writing.getByRole("button", { name: "Assign" })).toBeHidden();

  // From the board, with a moment that is over: late for everybody, at a glance and as a filter.
  await desk.getByRole("button", { name: `What to do with “${headline}”` }).click();
  await desk.getByRole("menuitem", { name: "Assign …" }).click();
  await assign(desk, { to: reporter.name, due: await localInHours(-1), note });
  await desk.goto(`/desk?section=${section.slug}&due=late`);
  await expect(desk.locator("[data-card]").filter({ hasText: headline })).toContainText("late");
  await writing.goto("/desk?mine=1&view=list");
  await expect(line).toContainText("late");
  await expect(writing.getByRole("row").filter({ hasText: /^Late 1$/ })).toBeVisible();

  const kept = await database().execute<{ assignment: string; authors: string[] }>(
    sql`select s.assignment, array(select user_id::text from story_authors where story_id = s.id) as authors
        from stories s where s.id = ${id}`,
  );
  expect([...kept]).toEqual([{ assignment: note, authors: [reporter.id] }]);
});
