import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { PublicNote } from "@/domain/publication/document";
import { StoryBody } from "./story-body";

const named: PublicNote = {
  number: 1,
  words: "「泥は待つ」",
  speaker: "山田 健太郎",
  role: "港湾局長",
  slug: "yamada",
  speakerKind: "person",
  occasion: "Interview with the Record, 20 Nov 2026.",
  kept: "",
  verified: "Confirmed with the source",
  standing: "verified",
  unnamedReason: "",
  credibility: "",
  saidOn: "2026-11-20",
};
const unnamed: PublicNote = {
  ...named,
  speaker: "A deckhand",
  role: "",
  slug: null,
  speakerKind: null,
  occasion: "",
  verified: "Identity known to two editors",
  standing: "unnamed",
  unnamedReason: "they fear for their job",
  credibility: "They showed their work log",
};

it("has notes in the paper's tongue beside a story in another, with the names in the story's", () => {
  const html = renderToStaticMarkup(
    <StoryBody blocks={[]} notes={[named]} ours={{ lang: "en-GB", dir: "ltr" }} theirs="ja" />,
  );
  expect(html).toContain('<div class="notes" lang="en-GB" dir="ltr">');
  expect([...html.matchAll(/<bdi( lang="ja")?>/g)].map((match) => match[1])).toEqual(
    Array(3).fill(' lang="ja"'),
  );
});

it("says nothing of tongues where the story is in the paper's", () => {
  expect(renderToStaticMarkup(<StoryBody blocks={[]} notes={[named]} />)).not.toContain("lang=");
});

it("says of an unnamed source why there is no name, in sentences, and has no empty paragraph", () => {
  const html = renderToStaticMarkup(<StoryBody blocks={[]} notes={[unnamed]} />);
  expect([...html.matchAll(/<p[^>]*>(.*?)<\/p>/g)].map((match) => match[1])).toEqual([
    "Not named because they fear for their job.",
    "They showed their work log.",
    "Identity known to two editors",
  ]);
});
