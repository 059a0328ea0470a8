import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Actor } from "./people";
import {
  changedParts,
  decideGroundRule,
  decideVerification,
  type LadderFacts,
  mayChangeQuote,
  type QuoteState,
  quoteParts,
  showsInStories,
  undoesChecks,
  verificationAfter,
} from "./quote-rules";
import { groundRules, isWithin, verifications } from "./quotes";

const reporter: Actor = { id: "reporter", name: "R", role: "reporter" };
const second: Actor = { id: "second", name: "S", role: "reporter" };
const editor: Actor = { id: "editor", name: "E", role: "editor" };

describe("the ground rule of a quote", () => {
  const table = groundRules.map((occasion) => [
    occasion,
    groundRules.map((own) => {
      const decision = decideGroundRule(own, occasion, false);
      return decision.ok ? decision.value : decision.why;
    }),
  ]);
  it("may be narrower than its occasion's, never wider", () => {
    const wide = "ground_rule_too_wide";
    expect(table).toEqual([
      ["on_record", ["on_record", "background", "deep_background", "off_record"]],
      ["background", [wide, "background", "deep_background", "off_record"]],
      ["deep_background", [wide, wide, "deep_background", "off_record"]],
      ["off_record", [wide, wide, wide, "off_record"]],
    ]);
  });
  it("is never freer than either of the two, whatever they are", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...groundRules),
        fc.option(fc.constantFrom(...groundRules)),
        fc.boolean(),
        (occasion, own, forStory) => {
          const decision = decideGroundRule(own, occasion, forStory);
          if (!decision.ok) return;
          expect(isWithin(decision.value, occasion)).toBe(true);
          if (own) expect(isWithin(decision.value, own)).toBe(true);
          if (forStory) expect(decision.value).not.toBe("off_record");
        },
      ),
    );
  });
  it("keeps words off the record out of a story, by the occasion's rule or by their own", () => {
    expect(decideGroundRule(null, "off_record", true)).toEqual({ ok: false, why: "off_the_record" });
    expect(decideGroundRule("off_record", "on_record", true)).toEqual({ ok: false, why: "off_the_record" });
    expect(decideGroundRule(null, "off_record", false)).toEqual({ ok: true, value: "off_record" });
  });
});

describe("a change of a quote", () => {
  const state: QuoteState = {
    verbatim: "So it was",
    statement: null,
    translation: "",
    language: "en-GB",
    sourceId: "a",
    occasionId: "b",
    groundRule: null,
    evidence: [
      { kind: "notes", text: "Notebook 3", href: "", startsAt: null, page: "" },
      { kind: "recording", text: "File 8", href: "", startsAt: 12, page: "" },
    ],
    note: "",
  };
  it("does not mind the order of the evidence", () => {
    expect(changedParts(state, { ...state, evidence: [...state.evidence].reverse() })).toEqual([]);
  });
  it.each([
    ["verbatim", { verbatim: "So it is" }, true, true],
    ["translation", { translation: "So war es" }, true, true],
    ["translation", { language: "de" }, true, true],
    ["source", { sourceId: "c" }, true, true],
    ["occasion", { occasionId: "c" }, true, true],
    ["evidence", { evidence: state.evidence.slice(1) }, true, true],
    ["evidence", { evidence: state.evidence.map((piece) => ({ ...piece, startsAt: 13 })) }, true, true],
    ["ground rule", { groundRule: "background" as const }, false, true],
    ["note", { note: "Call again" }, false, false],
  ])("of its %s: %j", (part, change, undoes, shows) => {
    const changed = changedParts(state, { ...state, ...change });
    expect(changed).toEqual([part]);
    expect(undoesChecks(changed)).toBe(undoes);
    expect(showsInStories(changed)).toBe(shows);
  });
  it("is for the person who recorded it, and for editors", () => {
    const quote = { recordedBy: reporter.id };
    expect([reporter, second, editor].map((actor) => mayChangeQuote(quote, actor))).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe("the ladder", () => {
  it("begins where the evidence reaches, and falls back there", () => {
    expect(verificationAfter(null, [], 0)).toBe("noted");
    expect(verificationAfter(null, [], 2)).toBe("evidenced");
    expect(verificationAfter("noted", ["evidence"], 1)).toBe("evidenced");
    expect(verificationAfter("confirmed", ["verbatim"], 1)).toBe("evidenced");
    expect(verificationAfter("checked", ["evidence"], 0)).toBe("noted");
    expect(verificationAfter("checked", ["note", "ground rule"], 1)).toBe("checked");
  });
  it("never stands on checked after a change that undoes checks", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...verifications),
        fc.subarray([...quoteParts]),
        fc.nat(3),
        (before, changed, pieces) => {
          const after = verificationAfter(before, changed, pieces);
          if (undoesChecks(changed)) expect(["noted", "evidenced"]).toContain(after);
          else expect(after).toBe(before);
        },
      ),
    );
  });

  const facts = (part: Partial<LadderFacts> = {}): LadderFacts => ({
    verification: "evidenced",
    pieces: 1,
    recorders: [reporter.id],
    authors: [],
    ...part,
  });
  const step = (
    quote: LadderFacts,
    to: "checked" | "confirmed",
    actor = second,
    against = "the recording",
  ) => {
    const decision = decideVerification(quote, to, actor, against);
    return decision.ok ? decision.value : decision.why;
  };
  it("goes up one step at a time", () => {
    const rows = verifications.map((verification) => [
      verification,
      step(facts({ verification, pieces: verification === "noted" ? 0 : 1 }), "checked"),
      step(facts({ verification, pieces: verification === "noted" ? 0 : 1 }), "confirmed"),
    ]);
    expect(rows).toEqual([
      ["noted", "no_evidence", "no_evidence"],
      ["evidenced", "checked", "not_checked"],
      ["checked", "already_there", "confirmed"],
      ["confirmed", "already_there", "already_there"],
    ]);
  });
  it("takes a second person, who neither wrote the record nor the story", () => {
    expect(step(facts(), "checked", reporter)).toBe("own_quote");
    expect(step(facts({ recorders: ["other", second.id] }), "checked")).toBe("own_quote");
    expect(step(facts({ authors: [editor.id] }), "checked", editor)).toBe("own_quote");
    expect(step(facts({ authors: [second.id], verification: "checked" }), "confirmed")).toBe("own_quote");
    expect(step(facts({ authors: [reporter.id] }), "checked", editor)).toBe("checked");
  });
  it("says against what", () => {
    expect(step(facts(), "checked", second, "  ")).toBe("note_needed");
  });
});
