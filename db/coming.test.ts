import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { BoardFilter } from "@/domain/board";
import { listLength } from "@/domain/coming";
import { database } from "./client";
import { comingMoments, storiesListed } from "./queries/desk/coming";
import { stories } from "./schema/stories";
import { useOwnDatabase } from "./testing/database";
import { person } from "./testing/people";
import { createStory } from "./write-story";

useOwnDatabase();

const everything: BoardFilter = { text: "", section: "", person: "", mine: false, due: "", more: null };
const planned = (id: string, set: Partial<typeof stories.$inferInsert>) =>
  database().update(stories).set(set).where(eq(stories.id, id));

describe("the days ahead", () => {
  it("lie in the newsroom's days, each moment on its own, and only for who may see the story", async () => {
    const [ines, tom, editor] = [await person("reporter"), await person("reporter"), await person("editor")];
    const { id } = await createStory(ines);
    // Half past midnight on the 29th in Amsterdam is still the 28th in London.
    const due = new Date("2026-11-28T23:30:00Z");
    const embargoUntil = new Date("2026-11-30T05:00:00Z");
    await planned(id, { dueAt: due, embargoUntil });
    const on = async (actor: typeof ines, zone: string, from: string, count: number) =>
      (await comingMoments(actor, everything, zone, from, count)).map((moment) => [moment.kind, moment.at]);
    expect(await on(ines, "Europe/Amsterdam", "2026-11-29", 1)).toEqual([["due", due]]);
    expect(await on(ines, "Europe/London", "2026-11-29", 1)).toEqual([]);
    expect(await on(editor, "Europe/London", "2026-11-28", 3)).toEqual([
      ["due", due],
      ["embargo", embargoUntil],
    ]);
    expect(await on(tom, "Europe/London", "2026-11-28", 3)).toEqual([]);
    expect(await comingMoments(editor, { ...everything, person: tom.id }, "UTC", "2026-11-28", 3)).toEqual(
      [],
    );
  });
});

describe("the list", () => {
  it("has every story in hand once over its pages, those that need something first at the top", async () => {
    const reporter = await person("reporter");
    const made: string[] = [];
    for (let number = 0; number < listLength + 7; number += 1) made.push((await createStory(reporter)).id);
    const [soon, later] = [made[40] ?? "", made[5] ?? ""];
    await planned(soon, { dueAt: new Date("2030-01-01T10:00:00.123Z") });
    await planned(later, { embargoUntil: new Date("2030-01-02T10:00:00Z") });
    const first = await storiesListed(reporter, everything, "UTC", null);
    expect(first.stories.slice(0, 2).map((story) => story.id)).toEqual([soon, later]);
    const second = await storiesListed(reporter, everything, "UTC", first.after);
    expect(second.after).toBeNull();
    expect([...first.stories, ...second.stories].map((story) => story.id).sort()).toEqual(made.sort());
    expect((await storiesListed(reporter, everything, "UTC", "nonsense_x' or 1=1")).stories.length).toBe(
      listLength,
    );
  });

  it("and the board are narrowed by what is due", async () => {
    const reporter = await person("reporter");
    const [late, today, none] = [
      await createStory(reporter),
      await createStory(reporter),
      await createStory(reporter),
    ];
    await planned(late.id, { dueAt: sql`now() - interval '2 days'` as never });
    await planned(today.id, { dueAt: sql`now()` as never });
    const ids = async (due: BoardFilter["due"]) =>
      (await storiesListed(reporter, { ...everything, due }, "UTC", null)).stories.map((story) => story.id);
    expect(await ids("late")).toEqual([late.id, today.id]);
    expect(await ids("today")).toEqual([today.id]);
    expect(await ids("week")).toEqual([today.id]);
    expect(await ids("none")).toEqual([none.id]);
  });
});
