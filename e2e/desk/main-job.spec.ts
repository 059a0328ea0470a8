import { approvedStory, putOut, rewrite } from "../live-story";
import { expect, expectAccessible, expectSaved, test, unique } from "../newsroom";
import { attachQuote, fillIn, newStory, type, writeAndSend } from "../writing";

test("a story goes from an empty page to its readers, by a reporter and an editor", async ({ newsroom }) => {
  test.setTimeout(120_000);
  const [reporter, editor, section] = [
    await newsroom.person("reporter"),
    await newsroom.person("editor"),
    await newsroom.section(),
  ];
  const headline = unique("Harbour wall waits for a date");
  const speaker = unique("Marta Lindqvist");

  const writing = await newsroom.signedIn(reporter);
  const id = await newStory(writing);
  await fillIn(writing, {
    headline,
    standfirst: "Twenty-five councils will meet on Saturday.",
    section: section.name,
  });
  await type(
    writing,
    "The mayor has lost patience.",
    "She said: “If the ministry comes to the table, we will be ready.”",
    "Nothing else was said.",
  );
  await writing.getByRole("tab", { name: /^Quotes/ }).click();
  await expect(writing.getByText(/Unattributed/).first()).toBeVisible();
  await attachQuote(writing, { words: "“If the ministry comes to the table, we will be ready.”", speaker });
  await expect(writing.getByText(/Unattributed/)).toHaveCount(0);
  await expectSaved(writing);
  await expectAccessible(writing);
  await writing.getByRole("button", { name: "Send for review" }).click();
  await expect(writing.getByText(/In review/).first()).toBeVisible();
  await expect(writing.getByRole("button", { name: "Approve" })).toHaveCount(0);
  await expect(writing.getByRole("button", { name: "Publish" })).toHaveCount(0);

  const desk = await newsroom.signedIn(editor);
  await desk.goto("/desk");
  await expect(desk.getByRole("region", { name: /In review/ }).getByText(headline)).toBeVisible();
  await desk.goto(`/desk/stories/${id}/review`);
  await expect(desk.getByText("1 of 1 quotes attributed")).toBeVisible();
  await expectAccessible(desk);
  await desk.getByRole("button", { name: "Send back" }).click();
  await desk.getByRole("dialog").getByRole("textbox").fill("Get the ministry’s line, please.");
  await desk.getByRole("dialog").getByRole("button", { name: "Send back" }).click();
  await expect(desk.getByRole("dialog")).toBeHidden();

  await writing.goto(`/desk/stories/${id}`);
  await expect(writing.getByText("Get the ministry’s line, please.").first()).toBeVisible();
  await type(writing, " The ministry declined to comment.");
  await expectSaved(writing);
  await writing.getByRole("button", { name: "Send for review" }).click();
  await expect(writing.getByText(/In review/).first()).toBeVisible();

  await desk.goto(`/desk/stories/${id}/review`);
  await desk.getByRole("button", { name: "Approve" }).click();
  await expect(desk.getByText("Approved").first()).toBeVisible();
  await desk.getByRole("button", { name: "Publish" }).click();
  await expect(desk.getByRole("link", { name: new RegExp(`/${section.slug}/`) }).first()).toBeVisible();

  const reader = await newsroom.visitor({ javaScriptEnabled: false });
  await reader.goto("/");
  await reader.getByRole("link", { name: headline }).first().click();
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText(headline);
  await expect(reader.getByText("The ministry declined to comment.")).toBeVisible();
  await expect(reader.getByRole("heading", { name: "How this story was sourced" })).toBeVisible();
  await expect(
    reader.getByText(/Interview with .*Quay Lane, 20 Nov 2026, by phone\./).first(),
  ).toBeAttached();
  await reader.goto(`/${section.slug}`);
  await expect(reader.getByRole("link", { name: headline })).toBeVisible();
});

test("a story that is live is corrected, withdrawn and put back, and readers see each at once", async ({
  newsroom,
  request,
}) => {
  test.setTimeout(120_000);
  const [reporter, editor, section] = [
    await newsroom.person("reporter"),
    await newsroom.person("editor"),
    await newsroom.section(),
  ];
  const headline = unique("Ferry trial extended");
  const writing = await newsroom.signedIn(reporter);
  const id = await writeAndSend(writing, {
    headline,
    standfirst: "Until the spring.",
    section: section.name,
    spoken: { words: "“We will sail until the spring at least,”", speaker: unique("Lena Hoyt") },
  });
  const desk = await newsroom.signedIn(editor);
  await desk.goto(`/desk/stories/${id}/review`);
  await desk.getByRole("button", { name: "Approve" }).click();
  await desk.getByRole("button", { name: "Publish" }).click();
  const link = desk.getByRole("link", { name: new RegExp(`/${section.slug}/`) }).first();
  await expect(link).toBeVisible();
  const address = new URL((await link.getAttribute("href")) ?? "", desk.url()).pathname;
  expect(await (await request.get(address)).text()).toContain(headline);

  await desk.getByRole("button", { name: "Correct" }).click();
  await desk
    .getByRole("dialog")
    .getByRole("textbox", { name: "What readers are told" })
    .fill("An earlier version said autumn. It is spring.");
  await desk
    .getByRole("dialog")
    .getByRole("button", { name: /Correct|Publish/ })
    .click();
  await expect(desk.getByRole("dialog")).toBeHidden();
  expect(await (await request.get(address)).text()).toContain(
    "An earlier version said autumn. It is spring.",
  );
  expect(await (await request.get("/corrections")).text()).toContain(
    "An earlier version said autumn. It is spring.",
  );

  await desk.getByRole("button", { name: "Withdraw" }).click();
  for (const label of ["Why, on file", "Note for readers"])
    await desk.getByLabel(label).fill("The skipper was misnamed.");
  await desk.getByRole("dialog").getByRole("button", { name: "Withdraw" }).click();
  await expect(desk.getByRole("dialog")).toBeHidden();
  const gone = await request.get(address);
  expect(gone.status()).toBe(410);
  expect(gone.headers()["cache-control"]).toContain("no-store");
  expect(await gone.text()).not.toContain("We will sail");
  for (const page of ["/", `/${section.slug}`, "/feed.xml", `/search?q=${encodeURIComponent(headline)}`]) {
    expect(await (await request.get(page)).text()).not.toContain(address);
  }
  await desk.getByRole("button", { name: /Put back/ }).click();
  await desk.getByRole("dialog").getByRole("button", { name: "Put back" }).click();
  await expect(desk.getByRole("button", { name: "Withdraw" })).toBeVisible();
  expect((await request.get(address)).status()).toBe(200);
});

test("a correction is tied to its sentence, amended in sight of readers, and never taken away", async ({
  newsroom,
  request,
}) => {
  test.setTimeout(120_000);
  const first = await approvedStory(newsroom);
  const address = await putOut(first);
  const story = await rewrite(first, { words: `${first.words} until May` });
  const desk = await newsroom.signedIn(story.editor);
  await desk.goto(`/desk/stories/${story.id}/review`);
  await desk.getByRole("button", { name: "Correct", exact: true }).click();
  const form = desk.getByRole("dialog", { name: "Correct" });
  await form.getByLabel(/^Clarification/).check();
  await expect(form.getByLabel("It said", { exact: true })).toHaveValue(`${first.words}.`);
  await expect(form.getByLabel("It says now")).toHaveValue(`${story.words}.`);
  await form.getByLabel("What readers are told").fill("We had left out the month.");
  await form.getByRole("button", { name: "Correct" }).click();
  await expect(form).toBeHidden();
  const told = async (words: string) => {
    const places = [address, "/corrections", `/${story.section.slug}/feed.xml`];
    const texts = await Promise.all(places.map(async (place) => (await request.get(place)).text()));
    return places.filter((_, at) => texts[at]?.includes(words));
  };
  expect(await told("We had left out the month.")).toHaveLength(3);

  const onFile = desk.getByRole("complementary", { name: "About this story" });
  await expect(onFile.getByText(`It said: “${first.words}.”`)).toBeVisible();
  await expect(onFile.getByRole("button", { name: /delete|remove|take away/i })).toHaveCount(0);
  await onFile.getByRole("button", { name: "Amend" }).click();
  const amending = desk.getByRole("dialog", { name: /^Amend the clarification/ });
  await amending.getByLabel("What readers are told").fill("We had left out the month, which is May.");
  await amending.getByLabel(/why/i).fill("It was not plain.");
  await amending.getByRole("button", { name: "Amend" }).click();
  await expect(amending).toBeHidden();
  expect(await told("We had left out the month, which is May.")).toHaveLength(3);
  expect(await (await request.get("/corrections")).text()).toMatch(/amended/i);
  await onFile.getByText("How it read before").click();
  await expect(onFile.getByText(/^Until .*We had left out the month\.$/)).toBeVisible();
  await expectAccessible(desk);
});

test("an editor's own story needs another editor, and the page says so", async ({ newsroom }) => {
  const [editor, section] = [await newsroom.person("editor"), await newsroom.section()];
  const page = await newsroom.signedIn(editor);
  const id = await writeAndSend(page, {
    headline: unique("An editor writes"),
    standfirst: "And waits.",
    section: section.name,
    spoken: { words: "“I may not pass my own work,”", speaker: unique("Ola Brandt") },
  });
  await page.goto(`/desk/stories/${id}/review`);
  const approve = page.getByRole("button", { name: "Approve" });
  await expect(approve).toBeDisabled();
  await expect(page.getByText(/author of this story/i).first()).toBeVisible();
});
