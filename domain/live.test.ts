import { describe, expect, it } from "vitest";
import { hears, type News, newsFrom } from "./live";
import type { Actor } from "./people";

const story: News = { about: "story", id: "s", to: ["ines"], editors: true };
const actor = (id: string, role: Actor["role"]): Actor => ({ id, name: id, role });

describe("who hears of a change", () => {
  it.each([
    ["its author", actor("ines", "reporter"), story, true],
    ["another reporter", actor("tom", "reporter"), story, false],
    ["any editor", actor("hana", "editor"), story, true],
    ["an admin", actor("runa", "admin"), story, true],
    ["an editor, of a notice to somebody else", actor("hana", "editor"), { ...story, editors: false }, false],
  ])("%s", (_who, who, news, expected) => {
    expect(hears(who, news)).toBe(expected);
  });
});

describe("what comes over the channel", () => {
  it("is read when it is whole", () => {
    expect(newsFrom(JSON.stringify(story))).toEqual(story);
  });
  it.each([
    "",
    "nonsense",
    "null",
    "[]",
    '{"about":"story"}',
    '{"about":"else","id":"s","to":[],"editors":true}',
  ])("is left alone when it is not: %s", (payload) => {
    expect(newsFrom(payload)).toBeNull();
  });
});
