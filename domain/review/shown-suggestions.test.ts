import { describe, expect, it } from "vitest";
import type { Body, BodyNode } from "../body/body";
import { blankWords } from "../testing/words";
import { shownSuggestions } from "./shown-suggestions";
import { documentOf, suggestionsBetween } from "./suggested-text";

const picture = (said: Record<string, string> = {}): BodyNode => ({
  type: "picture",
  attrs: {
    mediaId: "0198f000-0000-7000-8000-000000000001",
    alt: "A gate",
    caption: "",
    credit: "Pell",
    ...said,
  },
});
const body = (...content: readonly BodyNode[]): Body => ({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text: "Before." }] }, ...content],
});
const words = (body: Body) => blankWords({ body });

describe("a suggestion about a picture of the text", () => {
  const told = (before: Body, after: Body) =>
    shownSuggestions(words(before), suggestionsBetween(documentOf(before), documentOf(after)), []).map(
      (each) => each.picture,
    );
  it("says what would be said of it", () => {
    const after = body(picture({ caption: "The gate at dawn", credit: "Reis" }));
    expect(told(body(picture()), after)).toEqual([
      "Caption: nothing becomes “The gate at dawn”. Credit: “Pell” becomes “Reis”.",
    ]);
  });
  it("says which would come or go", () => {
    expect(told(body(), body(picture()))).toEqual(["The picture “A gate” comes."]);
    expect(told(body(picture()), body())).toEqual(["The picture “A gate” goes."]);
    expect(told(body(), body(picture({ alt: "" })))).toEqual(["The picture without alt text comes."]);
  });
  it("is silent where no picture is touched", () => {
    expect(told(body(), body({ type: "horizontalRule" }))).toEqual([null]);
  });
});
