import { describe, expect, it } from "vitest";
import {
  type Arranged,
  type Breaking,
  clear,
  fillings,
  frontAsText,
  frontPlaces,
  inLocalTimes,
  isBreaking,
  type LiveStory,
  oneLine,
  type Placing,
  placesFilled,
  placesOf,
  put,
  without,
  wordsOfFront,
} from "./front-page";

const placed = (place: Placing["place"], storyId: string): Placing => ({
  place,
  storyId,
  headline: "",
  picture: null,
  pinnedUntil: null,
});
const live = (id: string): LiveStory => ({
  id,
  headline: id,
  section: "Harbour",
  address: `/harbour/${id}`,
  publishedAt: new Date(0),
});
const arranged = (placings: readonly Placing[], breaking: Breaking | null = null): Arranged => ({
  placings,
  quotes: [],
  breaking,
});
const shown = (placings: readonly Placing[]) => placings.map((each) => `${each.place}: ${each.storyId}`);

describe("placing stories on the front page", () => {
  it("puts a story into an empty place, in the order of the page", () => {
    expect(shown(put([placed("grid-1", "a")], "lead", "b"))).toEqual(["lead: b", "grid-1: a"]);
  });
  it("moves a story that stands elsewhere, and leaves its old place empty", () => {
    expect(shown(put([placed("lead", "a")], "opinion", "a"))).toEqual(["opinion: a"]);
  });
  it("lets two stories change places, with their headlines", () => {
    const before = [placed("lead", "a"), { ...placed("second-1", "b"), headline: "Short" }];
    const after = put(before, "lead", "b");
    expect(shown(after)).toEqual(["lead: b", "second-1: a"]);
    expect(after[0]?.headline).toBe("Short");
  });
  it("sends out what a newcomer replaces", () => {
    expect(shown(put([placed("lead", "a")], "lead", "b"))).toEqual(["lead: b"]);
  });
  it("clears one place", () => {
    expect(shown(clear([placed("lead", "a"), placed("grid-1", "b")], "lead"))).toEqual(["grid-1: b"]);
  });
  it("fills what is empty with the newest that stand nowhere yet", () => {
    const filled = fillings(frontPlaces, [placed("second-1", "b")], [live("a"), live("b"), live("c")]);
    expect([...filled].map(([place, story]) => `${place}: ${story.id}`)).toEqual(["lead: a", "second-2: c"]);
  });
  it("keeps the newest of the opinion section for its own place, unless an editor filled that", () => {
    const opinion = { ...live("o"), address: "/opinion/o" };
    const drawn = (placings: Placing[]) =>
      [...fillings(frontPlaces, placings, [opinion, live("a")])].map(
        ([place, story]) => `${place}: ${story.id}`,
      );
    expect(drawn([])).toEqual(["opinion: o", "lead: a"]);
    expect(drawn([placed("opinion", "x")])).toEqual(["lead: o", "second-1: a"]);
  });
  it("tells one page from another by its text, whatever order it came in", () => {
    const one = [placed("lead", "a"), placed("grid-1", "b")];
    expect(frontAsText(arranged(one))).toBe(frontAsText(arranged([...one].reverse())));
    const flood: Breaking = { text: "Flood", href: "", until: null };
    const picture = { id: "p", name: "", widths: [], width: 1, height: 1, alt: "", caption: "", credit: "" };
    const others: Arranged[] = [
      arranged(one, flood),
      arranged(one, { ...flood, until: "2026-11-25T10:00" }),
      arranged(put(one, "lead", "b")),
      { ...arranged(one), quotes: [{ storyId: "a", ref: "r" }] },
      arranged([{ ...placed("lead", "a"), picture: { ...picture, focal: [0, 0] } }, placed("grid-1", "b")]),
      arranged([{ ...placed("lead", "a"), pinnedUntil: "2026-11-25T10:00" }, placed("grid-1", "b")]),
    ];
    expect(new Set([arranged(one), ...others].map(frontAsText)).size).toBe(7);
  });
});

describe("a front", () => {
  it("has a place for opinion on the front page alone, and a section's is a plain list until something is placed", () => {
    expect(placesOf("front")).toContain("opinion");
    expect(placesOf("a-section")).not.toContain("opinion");
    expect(placesFilled("front", [])).toEqual(frontPlaces);
    expect(placesFilled("a-section", [])).toEqual([]);
    expect(placesFilled("a-section", ["second-2"])).toEqual(["lead", "second-1", "second-2", "second-3"]);
    expect(placesFilled("a-section", ["grid-1"])).toHaveLength(8);
  });
  it("loses a story with all that was put over it", () => {
    const whole = {
      placings: [{ ...placed("lead", "a"), headline: "Over a" }, placed("grid-1", "b")],
      quotes: [
        { storyId: "a", ref: "1" },
        { storyId: "b", ref: "2" },
      ],
      breaking: null,
    };
    const left = without(whole, "a");
    expect(shown(left.placings)).toEqual(["grid-1: b"]);
    expect(left.quotes).toEqual([{ storyId: "b", ref: "2" }]);
  });
  it("shows its moments in the newsroom's zone", () => {
    const breaking = { text: "Flood", href: "", until: "2026-07-01T10:00:00.000Z" };
    const pinned = { ...placed("lead", "a"), pinnedUntil: "2026-11-25T10:00:00.000Z" };
    const local = inLocalTimes(arranged([pinned], breaking), "Europe/London");
    expect(local.placings[0]?.pinnedUntil).toBe("2026-11-25T10:00");
    expect(local.breaking?.until).toBe("2026-07-01T11:00");
  });
  it("has a breaking bar until its moment", () => {
    const at = new Date("2026-07-01T10:00:00Z");
    const bar = (until: string | null, text = "Flood") => isBreaking({ text, href: "", until }, at);
    expect([bar(null), bar("2026-07-01T10:00:01Z"), bar("2026-07-01T10:00:00Z"), bar(null, "")]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
  it("takes from words what turns other text around, and leaves every letter", () => {
    expect(oneLine(" \u202eevil\u0007\nline\u2066 ")).toBe("evil line");
    expect(oneLine("می‌خواهم <b>& “quoted”")).toBe("می‌خواهم <b>& “quoted”");
  });
  it("brings to readers the words put over stories, of pictures and of the breaking bar", () => {
    const words = wordsOfFront(
      arranged([{ ...placed("lead", "a"), headline: "Over a" }], {
        text: "Flood",
        href: "/x/hidden-words",
        until: null,
      }),
    );
    expect(words.map((each) => each.trim())).toEqual(["Over a", "Flood", "x hidden words"]);
  });
});
