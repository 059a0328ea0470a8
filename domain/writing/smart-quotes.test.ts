import fc from "fast-check";
import { expect, it } from "vitest";
import { smartTyping } from "./smart-quotes";

/** Types a text letter by letter, as the desk does. */
function written(text: string, language = "en-GB"): string {
  let page = "";
  for (const letter of text) {
    const change = smartTyping(page, letter, language);
    page = change ? page.slice(0, page.length - change.remove) + change.insert : page + letter;
  }
  return page;
}

it.each([
  [
    '"You learn to keep your papers upstairs," said Davit.',
    "“You learn to keep your papers upstairs,” said Davit.",
  ],
  [`She said: "He told me 'never'."`, "She said: “He told me ‘never’.”"],
  [`"'Never' is a long time"`, "“‘Never’ is a long time”"],
  ["The mayor's councils' vote", "The mayor’s councils’ vote"],
  ["in the '90s", "in the ’90s"],
  ["the wall -- or what is left of it", "the wall – or what is left of it"],
  ["the wall --- or", "the wall — or"],
  ["Well...", "Well…"],
  ['("yes")', "(“yes”)"],
])("%s", (typed, page) => {
  expect(written(typed)).toBe(page);
});

it.each([
  ["de-DE", '"Nein", sagte sie', "„Nein“, sagte sie"],
  ["fr", '"Non"', "«\u00a0Non\u00a0»"],
  ["fr", "l'eau", "l’eau"],
  ["sv", '"Nej"', "”Nej”"],
  ["pl-PL", '"Nie"', "„Nie”"],
  ["en-US", "wall--or", "wall—or"],
])("in %s: %s", (language, typed, page) => {
  expect(written(typed, language)).toBe(page);
});

it("leaves no straight mark behind, whatever is typed, and changes no letter", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z "'().-]{0,60}$/), (text) => {
      const page = written(text);
      expect(page).not.toMatch(/["']/);
      expect(page.replace(/[^a-z]/g, "")).toBe(text.replace(/[^a-z]/g, ""));
    }),
  );
});
