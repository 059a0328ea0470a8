import { describe, expect, it } from "vitest";
import { compareParts, compareWords } from "./compare";

const verbatim = "We have run out of dry weeks, and we haven't run out of money.";

describe("displayed words beside the verbatim", () => {
  it.each([
    ["We have run out of dry weeks, and we haven't run out of money.", "verbatim"],
    ["“We have run out of dry weeks, and we haven't run out of money.”", "verbatim"],
    ["We have run out of dry weeks, and we haven’t run out of money", "permitted"],
    ["we have … dry weeks", "permitted"],
    ["We have ... dry weeks", "permitted"],
    ["[The council] ha[s] run out of dry weeks", "permitted"],
    ["We have [now] run out", "permitted"],
    ["dry weeks", "permitted"],
    ["We have run out of wet weeks", "altered"],
    ["We have dry weeks", "altered"],
    ["We have now run out", "altered"],
    ["dry weeks and we haven't", "altered"],
    ["We HAVE run out", "altered"],
    ["run out of money … dry weeks", "altered"],
  ])("%s is %s", (displayed, standing) => {
    expect(compareWords(verbatim, displayed).standing).toBe(standing);
  });

  it("takes the parts of a split quotation in order only", () => {
    const parts = ["“We have run out of dry weeks,”", "“And we haven’t run out of money.”"];
    expect(compareParts(verbatim, parts).standing).toBe("permitted");
    expect(compareParts(verbatim, parts.toReversed()).standing).toBe("altered");
  });
});
