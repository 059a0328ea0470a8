import { expect, it } from "vitest";
import { languageInSection } from "./section-language";

it.each([
  ["a new story takes the section's language", "en-GB", "", "cy", "cy"],
  ["a section without one keeps the paper's", "en-GB", "", "", "en-GB"],
  ["a story that moves on takes the new section's", "cy", "cy", "de", "de"],
  ["a story that moves to a section without one takes the paper's again", "cy", "cy", "", "en-GB"],
  ["a language that somebody chose stays", "fr", "cy", "de", "fr"],
])("%s", (_what, story, before, after, expected) => {
  expect(languageInSection(story, { paper: "en-GB", before, after })).toBe(expected);
});
