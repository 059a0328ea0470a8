import { describe, expect, it } from "vitest";
import { clear, fillings, frontAsText, type LiveStory, type Placing, put } from "./front-page";

const placed = (place: Placing["place"], storyId: string): Placing => ({
  place,
  storyId,
  headline: "",
  pinnedUntil: null,
});
const live = (id: string): LiveStory => ({
  id,
  headline: id,
  section: "Harbour",
  address: `/harbour/${id}`,
  publishedAt: new Date(0),
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
    const filled = fillings([placed("second-1", "b")], [live("a"), live("b"), live("c")]);
    expect([...filled].map(([place, story]) => `${place}: ${story.id}`)).toEqual(["lead: a", "second-2: c"]);
  });
  it("keeps the newest of the opinion section for its own place, unless an editor filled that", () => {
    const opinion = { ...live("o"), address: "/opinion/o" };
    const drawn = (placings: Placing[]) =>
      [...fillings(placings, [opinion, live("a")])].map(([place, story]) => `${place}: ${story.id}`);
    expect(drawn([])).toEqual(["opinion: o", "lead: a"]);
    expect(drawn([placed("opinion", "x")])).toEqual(["lead: o", "second-1: a"]);
  });
  it("tells one page from another by its text, whatever order it came in", () => {
    const one = [placed("lead", "a"), placed("grid-1", "b")];
    expect(frontAsText(one, null)).toBe(frontAsText([...one].reverse(), null));
    expect(frontAsText(one, null)).not.toBe(frontAsText(one, { text: "Flood", href: "" }));
    expect(frontAsText(one, null)).not.toBe(frontAsText(put(one, "lead", "b"), null));
  });
});
