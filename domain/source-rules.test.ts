import { describe, expect, it } from "vitest";
import type { Actor, Role } from "./people";
import { type AttestationFacts, decideAttestation, decideReveal, mayChangeSource } from "./source-rules";

const who = (id: string, role: Role): Actor => ({ id, name: id, role });
const reporter = who("reporter", "reporter");
const colleague = who("colleague", "reporter");
const editor = who("editor", "editor");
const admin = who("admin", "admin");

describe("changing a source", () => {
  it("is for everybody while it is named, and for its bringer and editors when it is not", () => {
    const may = (unnamed: boolean) =>
      [reporter, colleague, editor, admin].map((actor) =>
        mayChangeSource({ unnamed, createdBy: reporter.id }, actor),
      );
    expect(may(false)).toEqual([true, true, true, true]);
    expect(may(true)).toEqual([true, false, true, true]);
  });
});

describe("vouching for an unnamed source", () => {
  const facts = (part: Partial<AttestationFacts> = {}): AttestationFacts => ({
    withheld: true,
    bringers: [reporter.id],
    attestedBy: [],
    hasRead: false,
    ...part,
  });
  const answer = (source: AttestationFacts, actor: Actor, how = "told_in_person" as const) => {
    const decision = decideAttestation(source, actor, how);
    return decision.ok ? "vouched" : decision.why;
  };
  it("is for an editor who did not bring the source in, once", () => {
    expect(answer(facts(), editor)).toBe("vouched");
    expect(answer(facts(), admin)).toBe("vouched");
    expect(answer(facts(), reporter)).toBe("editors_only");
    expect(answer(facts(), colleague)).toBe("editors_only");
    expect(answer(facts({ bringers: [editor.id] }), editor)).toBe("own_source");
    expect(answer(facts({ attestedBy: [editor.id] }), editor)).toBe("already_there");
    expect(answer(facts({ withheld: false }), editor)).toBe("not_unnamed");
  });
  it("by having read the name takes a reading that is in the log", () => {
    expect(decideAttestation(facts(), editor, "read_the_sealed_name")).toEqual({
      ok: false,
      why: "not_granted",
    });
    expect(decideAttestation(facts({ hasRead: true }), editor, "read_the_sealed_name").ok).toBe(true);
  });
});

describe("reading a sealed name", () => {
  const now = new Date("2026-11-22T12:00:00Z");
  const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  const seal = {
    sealedBy: reporter.id,
    grants: [
      { userId: colleague.id, expiresAt: at(1) },
      { userId: editor.id, expiresAt: at(-1) },
    ],
  };
  const answer = (actor: Actor, why = "to check a name") => {
    const decision = decideReveal(seal, actor, now, why);
    return decision.ok ? "shown" : decision.why;
  };
  it("is for the person who sealed it and those it was granted to, while the grant lasts; for no role", () => {
    expect([reporter, colleague, editor, admin].map((actor) => answer(actor))).toEqual([
      "shown",
      "shown",
      "not_granted",
      "not_granted",
    ]);
  });
  it("ends with the very moment of the grant's end", () => {
    expect(
      decideReveal({ ...seal, grants: [{ userId: editor.id, expiresAt: now }] }, editor, now, "x").ok,
    ).toBe(false);
  });
  it("asks for a reason, and for a seal", () => {
    expect(answer(reporter, " ")).toBe("note_needed");
    expect(decideReveal(null, reporter, now, "x")).toEqual({ ok: false, why: "not_found" });
  });
});
