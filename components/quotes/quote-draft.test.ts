import { describe, expect, it } from "vitest";
import { emptyPiece, firstDraft, marked, problemsIn } from "./quote-draft";

describe("marking words in a recording while listening", () => {
  it.each([
    [{ time: "", until: "" }, "start", 4.9, { time: "00:04", until: "" }],
    [{ time: "", until: "00:09" }, "start", 4.9, { time: "00:04", until: "00:09" }],
    [{ time: "00:01", until: "00:04" }, "start", 4.9, { time: "00:04", until: "" }],
    [{ time: "00:04", until: "" }, "end", 4.2, { time: "00:04", until: "00:05" }],
    [{ time: "", until: "" }, "end", 3, { time: "00:00", until: "00:03" }],
    [{ time: "00:04", until: "" }, "end", 3.2, null],
  ] as const)("with %j, the %s at %d s gives %j", (piece, mark, seconds, places) => {
    expect(marked(piece, mark, seconds)).toEqual(places);
  });
});

it("is not to be saved while a file is on its way, for the file would be left out", () => {
  const draft = firstDraft({ verbatim: "Words", language: "en-GB" });
  const sending = { ...draft, pieces: [{ ...emptyPiece("recording"), sending: true }] };
  expect(problemsIn(draft).evidence).toBeUndefined();
  expect(problemsIn(sending).evidence).toContain("still on its way");
});
