import fc from "fast-check";
import { expect, it } from "vitest";
import { curled, curledLetters, languagesWithMarks, smartTyping } from "./smart-quotes";

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
  ["de", `"Er sagte 'nein'"`, "„Er sagte ‚nein‘“"],
  ["de-CH", `"Er sagte 'nein'"`, "«Er sagte ‹nein›»"],
  ["de", "die Mauer -- oder was", "die Mauer – oder was"],
  ["fr", '"Non"', "«\u00a0Non\u00a0»"],
  ["fr", '"Non !"', "«\u00a0Non\u00a0!\u00a0»"],
  ["fr", "Quand ?", "Quand\u00a0?"],
  ["fr", "12:30", "12:30"],
  ["fr-CH", '"Non"', "«Non»"],
  ["fr", "l'eau", "l’eau"],
  ["nl", `"Hij zei 'nee'"`, "“Hij zei ‘nee’”"],
  ["nl", "de auto's", "de auto’s"],
  ["sv", '"Nej"', "”Nej”"],
  ["da", '"Nej"', "”Nej”"],
  ["fi", '"Ei"', "”Ei”"],
  ["nb-NO", '"Nei"', "«Nei»"],
  ["es", '"Nunca"', "«Nunca»"],
  ["es-MX", '"Nunca"', "“Nunca”"],
  ["es", "el muro -- o", "el muro — o"],
  ["it", '"Mai"', "«Mai»"],
  ["pt-BR", '"Nunca"', "“Nunca”"],
  ["pt-PT", '"Nunca"', "«Nunca»"],
  ["pl-PL", '"Nie"', "„Nie”"],
  ["cs", '"Ne"', "„Ne“"],
  ["hu", '"Nem"', "„Nem”"],
  ["ru", '"Nikogda"', "«Nikogda»"],
  ["uk", '"Nikoly"', "«Nikoly»"],
  ["tlh", '"Qo"', "“Qo”"],
  ["en-US", "wall--or", "wall—or"],
  ["en-US", "1990---1999", "1990–1999"],
])("in %s: %s", (language, typed, page) => {
  expect(written(typed, language)).toBe(page);
});

it("turns the straight marks of words that came from elsewhere, and nothing else", () => {
  expect(curled(`"It's over," he said -- twice...`, "en-GB")).toBe("“It’s over,” he said -- twice...");
  expect(curledLetters('Ja"', "de", "„")).toEqual([{ at: 2, letter: "“" }]);
});

it("leaves no straight mark behind, whatever is typed in whatever language, and changes no letter", () => {
  const language = fc.constantFrom(...languagesWithMarks);
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z "'().!?:-]{0,60}$/), language, (text, spoken) => {
      const page = written(text, spoken);
      expect(page).not.toMatch(/["']/);
      expect(page.replace(/[^a-z]/g, "")).toBe(text.replace(/[^a-z]/g, ""));
    }),
  );
});
