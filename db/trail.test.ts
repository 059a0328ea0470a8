import { describe, expect, it } from "vitest";
import type { TrailFilter } from "@/domain/trail";
import { database } from "./client";
import { trailEntries } from "./queries/desk/trail";
import { deskEvents } from "./schema/people";
import { useOwnDatabase } from "./testing/database";
import { person } from "./testing/people";
import { createStory, setEmbargo } from "./write-story";

useOwnDatabase();

const all: TrailFilter = { of: "stories", text: "", person: "", story: "", from: "", to: "" };

describe("the trail of the desk", () => {
  it("is read by editors, over its pages, each entry once, and narrowed by words, person, story and days", async () => {
    const [reporter, editor] = [await person("reporter"), await person("editor")];
    const ids: string[] = [];
    for (let number = 0; number < 7; number += 1) ids.push((await createStory(reporter)).id);
    await setEmbargo(editor, ids[3] ?? "", new Date("2031-02-03T04:05:06Z"));
    const read = async (given: Partial<TrailFilter>, before: number | null = null, length = 100) =>
      (await trailEntries(editor, { ...all, ...given }, "UTC", before, length)) ?? [];
    const whole = await read({});
    const paged: number[] = [];
    for (let before: number | null = null; ; ) {
      const page = await read({}, before, 3);
      paged.push(...page.slice(0, 3).map((entry) => entry.id));
      if (page.length <= 3) break;
      before = paged.at(-1) ?? null;
    }
    expect(paged).toEqual(whole.map((entry) => entry.id));
    expect(whole.length).toBe(8);
    expect((await read({ text: "2031-02" })).map((entry) => entry.kind)).toEqual(["embargo"]);
    expect((await read({ text: "%" })).length).toBe(0);
    expect((await read({ person: editor.id })).length).toBe(1);
    expect((await read({ story: ids[3] ?? "" })).map((entry) => entry.kind)).toEqual(["embargo", "created"]);
    const today = new Date().toISOString().slice(0, 10);
    expect((await read({ from: today })).length).toBe(8);
    expect((await read({ to: "2001-01-01" })).length).toBe(0);
    expect(await trailEntries(reporter, all, "UTC", null)).toBeNull();
  });

  it("of people and settings is for admins, and holds nothing about sources", async () => {
    const [editor, admin] = [await person("editor"), await person("admin")];
    await database()
      .insert(deskEvents)
      .values([
        { actorId: admin.id, kind: "role_changed", subject: editor.id, note: "reporter to editor" },
        { actorId: admin.id, kind: "name_revealed", subject: "a source", note: "the mole in the ministry" },
      ]);
    const staff = { ...all, of: "staff" } as const;
    expect(await trailEntries(editor, staff, "UTC", null)).toBeNull();
    const entries = await trailEntries(admin, staff, "UTC", null);
    expect(entries).toMatchObject([{ kind: "role_changed", headline: editor.name, by: admin.name }]);
  });
});
