import { describe, expect, it } from "vitest";
import { decideMerge, type MergeFacts, namesToAdd } from "./merge-rules";
import type { Actor } from "./people";

const editor: Actor = { id: "editor", name: "E", role: "editor" };
const reporter: Actor = { id: "reporter", name: "R", role: "reporter" };
const named = (id: string, part: Partial<MergeFacts> = {}): MergeFacts => ({
  id,
  unnamed: false,
  merged: false,
  sealed: false,
  attestedBy: [],
  ...part,
});
const unnamed = (id: string, part: Partial<MergeFacts> = {}) => named(id, { unnamed: true, ...part });
const vouched = { attestedBy: ["editor"] };

describe("whether two sources are one", () => {
  it.each([
    ["two named ones", named("a"), named("b"), editor, "yes"],
    ["for a reporter", named("a"), named("b"), reporter, "editors_only"],
    ["with itself", named("a"), named("a"), editor, "already_there"],
    ["one that was merged before", named("a", { merged: true }), named("b"), editor, "merged_already"],
    ["into one that was merged before", named("a"), named("b", { merged: true }), editor, "merged_already"],
    ["a pseudonym into a name", unnamed("a", vouched), named("b"), editor, "merge_mixed"],
    ["a name into a pseudonym", named("a"), unnamed("b", vouched), editor, "merge_mixed"],
    ["two unnamed, vouched for both", unnamed("a", vouched), unnamed("b", vouched), editor, "yes"],
    ["two unnamed, vouched for one", unnamed("a"), unnamed("b", vouched), editor, "merge_unknown"],
    [
      "two unnamed, vouched for by others",
      unnamed("a", { attestedBy: ["x"] }),
      unnamed("b", vouched),
      editor,
      "merge_unknown",
    ],
    [
      "away from a sealed name",
      unnamed("a", { ...vouched, sealed: true }),
      unnamed("b", vouched),
      editor,
      "merge_sealed",
    ],
    [
      "towards a sealed name",
      unnamed("a", vouched),
      unnamed("b", { ...vouched, sealed: true }),
      editor,
      "yes",
    ],
  ])("%s", (_, from, into, actor, expected) => {
    const decision = decideMerge(from, into, actor);
    expect(decision.ok ? "yes" : decision.why).toBe(expected);
  });
});

describe("the names that the one who stays is found by", () => {
  it("takes every name once, whatever its capitals and spaces", () => {
    const from = { name: "M. Lindqvist", formerNames: ["Marta Berg", "marta  lindqvist"], unnamed: false };
    expect(namesToAdd(from, { name: "Marta Lindqvist", formerNames: ["Marta BERG"] })).toEqual([
      "M. Lindqvist",
    ]);
  });
  it("takes none of a pseudonym", () => {
    expect(
      namesToAdd({ name: "Official A", formerNames: [], unnamed: true }, { name: "B", formerNames: [] }),
    ).toEqual([]);
  });
});
