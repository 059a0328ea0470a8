import { describe, expect, it } from "vitest";
import { beingCalled, mentionedIn, piecesOf } from "./mentions";

const people = [
  { id: "1", name: "Ines Okafor" },
  { id: "2", name: "Ines" },
  { id: "3", name: "Tom" },
];

describe("who is called in a comment", () => {
  it.each([
    ["@Ines Okafor, is this so?", ["1"]],
    ["@ines okafor and @TOM", ["1", "3"]],
    ["@Ines alone", ["2"]],
    ["@Tomas is somebody else", []],
    ["write to tom@Tom.example", []],
    ["(@Tom) @Tom", ["3"]],
    ["@", []],
    ["@Inès", []],
  ])("%s", (text, ids) => {
    expect(mentionedIn(text, people)).toEqual(ids);
  });
  it("leaves every character of the comment where it was", () => {
    const text = "Ask @Ines Okafor or @Tom: <b>now</b> @";
    expect(
      piecesOf(text, people)
        .map((piece) => piece.text)
        .join(""),
    ).toBe(text);
  });
});

describe("who is being called while typing", () => {
  it.each([
    ["ask @In", 7, { at: 4, typed: "In" }],
    ["ask @Ines Ok", 12, { at: 4, typed: "Ines Ok" }],
    ["ask @Ines Okafor now", 20, null],
    ["a@b", 3, null],
    ["@", 1, { at: 0, typed: "" }],
    ["none", 4, null],
  ])("%s at %i", (text, caret, expected) => {
    expect(beingCalled(text, caret)).toEqual(expected);
  });
});
