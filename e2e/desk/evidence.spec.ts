import { openSync, truncateSync, writeSync } from "node:fs";
import { asc, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { evidence, evidenceFiles, quotes } from "@/db/schema/sources";
import { pdfOf } from "@/db/seed/pdf";
import { expect, expectAccessible, expectSaved, type Page, test, unique } from "../newsroom";
import { fillIn, newStory, select, type } from "../writing";

const rate = 8_000;

/** A tone of so many seconds, as a WAV file: 8 bits, one channel. */
function tone(seconds: number): Uint8Array {
  const sound = new Uint8Array(rate * seconds).map((_, at) => 128 + Math.round(30 * Math.sin(at / 6)));
  const head = Buffer.alloc(44);
  head.write("RIFF", 0, "latin1");
  head.writeUInt32LE(36 + sound.length, 4);
  head.write("WAVEfmt ", 8, "latin1");
  head.writeUInt32LE(16, 16);
  head.writeUInt32LE(0x0001_0001, 20);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt32LE(0x0008_0001, 32);
  head.write("data", 36, "latin1");
  head.writeUInt32LE(sound.length, 40);
  return new Uint8Array([...head, ...sound]);
}

/** Drops a file on a part of the page, as it comes from a folder. */
async function drop(page: Page, label: string, file: { name: string; bytes: Uint8Array }): Promise<void> {
  const dropped = await page.evaluateHandle(
    ({ name, base64 }) => {
      const data = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
      data.items.add(new File([bytes], name));
      return data;
    },
    { name: file.name, base64: Buffer.from(file.bytes).toString("base64") },
  );
  const place = page.getByRole("dialog").getByLabel(label, { exact: true });
  await place.dispatchEvent("dragover", { dataTransfer: dropped });
  await place.dispatchEvent("drop", { dataTransfer: dropped });
}

/** A recording that begins like one and is longer than any that is taken; nothing of it but its length is on the disk. */
function tooLong(path: string): string {
  writeSync(openSync(path, "w"), tone(1).subarray(0, 44));
  truncateSync(path, 201 * 1024 * 1024);
  return path;
}

async function openForm(page: Page, words: string) {
  await select(page, words);
  await page.keyboard.press("Control+Shift+KeyQ");
  const form = page.getByRole("dialog", { name: "Attach quote" });
  await expect(form).toBeVisible();
  return form;
}

test("a quote is put down with its recording, a document, a link and a note, and the recording serves a second", async ({
  newsroom,
}, info) => {
  test.setTimeout(120_000);
  const [reporter, section] = [await newsroom.person("reporter"), await newsroom.section()];
  const tail = unique("x").slice(2).replace(/[0-9]/g, "a");
  const speaker = `Marta Ek${tail}`;
  const page = await newsroom.signedIn(reporter);
  await newStory(page);
  await fillIn(page, { headline: `Gates ${tail}`, standfirst: "What was said.", section: section.name });
  await type(
    page,
    `“We will not wait for another spring tide,” said ${speaker}.`,
    `“The gates are ready and the money is there,” she said.`,
  );

  const form = await openForm(page, "“We will not wait for another spring tide,”");
  await form.getByLabel("Speaker", { exact: true }).fill(speaker);
  await form.getByRole("option", { name: `New source “${speaker}”` }).click();
  await form.getByLabel("Said", { exact: true }).selectOption({ label: "Interview by phone" });

  // What is no recording and what is too long a one is refused in words, and nothing that was typed goes.
  const notes = "She said it twice.";
  await form.getByLabel("Evidence", { exact: true }).fill(notes);
  await drop(page, "Evidence", {
    name: "letter.txt",
    bytes: new TextEncoder().encode("Dear desk, this is no recording."),
  });
  await expect(form.getByRole("alert")).toContainText("MP3");
  await form.getByLabel("File", { exact: true }).setInputFiles(tooLong(info.outputPath("long.wav")));
  await expect(form.getByRole("alert")).toContainText("a recording may have 200 MB");
  await expect(form.getByLabel("Evidence", { exact: true })).toHaveValue(notes);

  // While the recording is on its way the form says so, takes more words, and is not saved without it.
  let arrive = () => {};
  const held = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route("**/desk/evidence?*", async (route) => {
    await held;
    await route.continue();
  });
  await drop(page, "Evidence", { name: "Call with Ek.wav", bytes: tone(8) });
  await expect(form.getByRole("progressbar", { name: "Sending the file" })).toBeVisible();
  await form.getByRole("button", { name: "Save quote" }).click();
  await expect(form.getByText("A file is still on its way.")).toBeVisible();
  await form.getByLabel("Evidence", { exact: true }).fill(`${notes} The second time slower.`);
  arrive();
  const player = form.getByRole("group", { name: "Recording: Call with Ek" });
  await expect(player).toBeVisible();
  await expect(form.getByLabel("Kept as", { exact: true })).toHaveValue("recording");
  await expect(form.getByLabel("Evidence", { exact: true })).toHaveValue(`${notes} The second time slower.`);

  // Marked by keys while it plays, as slowly as can be: it is in the same second however late a key comes.
  const audio = player.locator("audio");
  const playFrom = (seconds: number, rate: number) =>
    audio.evaluate(
      (element: HTMLAudioElement, given) => {
        element.playbackRate = given.rate;
        element.currentTime = given.seconds;
      },
      { seconds, rate },
    );
  const isPaused = () => audio.evaluate((element: HTMLAudioElement) => element.paused);
  const secondsPlayed = () => audio.evaluate((element: HTMLAudioElement) => element.currentTime);
  await playFrom(1.1, 1 / 16);
  await player.focus();
  await page.keyboard.press("k");
  await expect.poll(secondsPlayed).toBeGreaterThan(1.1);
  await page.keyboard.press("i");
  await expect(form.getByText("The words begin at 00:01.")).toBeVisible();
  await playFrom(3.1, 1 / 16);
  await page.keyboard.press("o");
  await page.keyboard.press("k");
  expect(await isPaused()).toBe(true);
  await expect(form.getByLabel("Time code", { exact: true })).toHaveValue("00:01");
  await expect(form.getByLabel("Until", { exact: true })).toHaveValue("00:04");
  // The words alone are played.
  await playFrom(6, 4);
  await page.keyboard.press("p");
  await expect.poll(async () => [await isPaused(), await secondsPlayed()]).toEqual([true, 4]);

  // A document at its page; a browser without a viewer for it gets it in a tab of its own.
  await form.getByRole("button", { name: "Add another piece" }).click();
  const survey = pdfOf([["The survey"], ["Table 2", "27 cm"]]);
  await drop(page, "Evidence 2", { name: "Survey.pdf", bytes: survey });
  await form.getByLabel("Page 2", { exact: true }).fill("2");
  const inTab = form.getByRole("link", { name: /^Open the document at page 2/ });
  await expect(inTab).toHaveAttribute("href", /\/desk\/evidence\/[0-9a-f]{32}\.pdf#page=2$/);
  await expect(form.getByRole("link", { name: "Download" })).toBeVisible();

  // A link with an archive's copy, and a note.
  await form.getByRole("button", { name: "Add another piece" }).click();
  await form.getByLabel("Kept as 3", { exact: true }).selectOption("link");
  await form.getByLabel("Evidence 3", { exact: true }).fill("https://council.example/minutes");
  await form.getByLabel("Archived at 3", { exact: true }).fill("https://archive.example/2026/minutes");
  await form.getByText("Language, translation and note").click();
  await form.getByLabel("Note", { exact: true }).fill("Ring her before print.");
  await expectAccessible(page);
  // On a phone each piece takes the whole width, with a way to take it away beside its words.
  const wide = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  expect((await player.boundingBox())?.width).toBeGreaterThan(320);
  await expectAccessible(page);
  if (wide) await page.setViewportSize(wide);
  await form.getByRole("button", { name: "Save quote" }).click();
  await expect(form).toBeHidden();
  await page.unroute("**/desk/evidence?*");

  // The second quote of the same call uses the same file, and sends nothing.
  const second = await openForm(page, "“The gates are ready and the money is there,”");
  // The text says who "she" is, and the library has her by now, with the call.
  await expect(second.getByLabel("Speaker", { exact: true })).toHaveValue(speaker);
  await second.getByRole("radio", { name: /^Interview, day not noted, by phone/ }).check();
  await second.getByLabel("File on hand", { exact: true }).selectOption({ label: "Call with Ek" });
  await expect(second.getByRole("group", { name: "Recording: Call with Ek" })).toBeVisible();
  await second.getByLabel("Time code", { exact: true }).fill("00:05");
  await second.getByRole("button", { name: "Save quote" }).click();
  await expect(second).toBeHidden();
  await expectSaved(page);

  const files = await database()
    .select({ id: evidenceFiles.id, kind: evidenceFiles.kind, title: evidenceFiles.title })
    .from(evidenceFiles)
    .where(eq(evidenceFiles.createdBy, reporter.id))
    .orderBy(asc(evidenceFiles.createdAt));
  expect(files.map(({ kind, title }) => [kind, title])).toEqual([
    ["recording", "Call with Ek"],
    ["document", "Survey"],
  ]);
  const kept = await database()
    .select({ verbatim: quotes.verbatim, note: quotes.note, piece: evidence })
    .from(evidence)
    .innerJoin(quotes, eq(quotes.id, evidence.quoteId))
    .where(eq(quotes.recordedBy, reporter.id))
    .orderBy(asc(quotes.createdAt), asc(evidence.id));
  const first = "We will not wait for another spring tide";
  expect(kept.map(({ verbatim, note, piece }) => ({ verbatim, note, ...piece }))).toMatchObject([
    {
      verbatim: first,
      note: "Ring her before print.",
      kind: "recording",
      text: `${notes} The second time slower.`,
      startsAt: 1,
      endsAt: 4,
      fileId: files[0]?.id,
    },
    { verbatim: first, kind: "document", page: "2", fileId: files[1]?.id },
    {
      verbatim: first,
      kind: "link",
      href: "https://council.example/minutes",
      archiveHref: "https://archive.example/2026/minutes",
    },
    {
      verbatim: "The gates are ready and the money is there",
      kind: "recording",
      startsAt: 5,
      endsAt: null,
      fileId: files[0]?.id,
    },
  ]);
});
