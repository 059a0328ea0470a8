import { describe, expect, it } from "vitest";
import { decideDispute, decideNoCorrection } from "./dispute-rules";
import type { Actor, Role } from "./people";
import { quoteStates, type StateOfQuote } from "./quotes";

const recorder: Actor = { id: "recorder", name: "R", role: "reporter" };
const someone = (role: Role): Actor => ({ id: role, name: role, role });

const answer = (state: StateOfQuote, to: StateOfQuote, actor: Actor) => {
  const decision = decideDispute({ state, recordedBy: "recorder" }, to, actor, "Her office rang");
  return decision.ok ? "yes" : decision.why;
};

describe("putting a quote in doubt", () => {
  it("asks who, in which state", () => {
    const people = [recorder, someone("reporter"), someone("editor"), someone("admin")];
    const table = quoteStates.flatMap((from) =>
      quoteStates.map((to) => `${from} → ${to}: ${people.map((each) => answer(from, to, each)).join(" | ")}`),
    );
    expect(table).toEqual([
      // recorder | another reporter | editor | admin
      "stands → stands: already_there | already_there | already_there | already_there",
      "stands → disputed: yes | yes | yes | yes",
      "stands → retracted: yes | not_your_quote | yes | yes",
      "disputed → stands: editors_only | editors_only | yes | yes",
      "disputed → disputed: already_there | already_there | already_there | already_there",
      "disputed → retracted: yes | not_your_quote | yes | yes",
      "retracted → stands: editors_only | editors_only | yes | yes",
      "retracted → disputed: editors_only | editors_only | yes | yes",
      "retracted → retracted: already_there | already_there | already_there | already_there",
    ]);
  });

  it("asks for a reason", () => {
    const decision = decideDispute({ state: "stands", recordedBy: "x" }, "disputed", someone("editor"), "  ");
    expect(decision).toEqual({ ok: false, why: "note_needed" });
  });
});

describe("leaving a live story as it is", () => {
  it.each([
    [{ closed: false }, "reporter", "A reason", "editors_only"],
    [{ closed: true }, "editor", "A reason", "already_there"],
    [{ closed: false }, "editor", " ", "note_needed"],
  ] as const)("%j, %s, “%s”: %s", (task, role, reason, why) => {
    expect(decideNoCorrection(task, someone(role), reason)).toEqual({ ok: false, why });
  });
  it("is an editor's word, with its reason", () => {
    expect(decideNoCorrection({ closed: false }, someone("editor"), "The words are right")).toEqual({
      ok: true,
      value: true,
    });
  });
});
