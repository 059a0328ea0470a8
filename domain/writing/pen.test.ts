import { describe, expect, it } from "vitest";
import { decidePen, type Presence, type Wish } from "./pen";

const now = new Date("2026-11-22T12:00:00Z");
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000);

/** "Irena 5 pen" was seen five seconds ago and holds the pen; "Tomas 5 asked 30" asked for it thirty seconds ago. */
function presence(line: string): Presence {
  const [tab = "", seen, ...rest] = line.split(" ");
  const asked = rest[rest.indexOf("asked") + 1];
  return {
    tab,
    userId: tab,
    holdsPen: rest.includes("pen"),
    askedAt: rest.includes("asked") ? ago(Number(asked)) : null,
    seenAt: ago(Number(seen)),
  };
}

const told = (here: readonly Presence[]) =>
  here
    .map(({ tab, holdsPen, askedAt }) => `${tab}${holdsPen ? " pen" : ""}${askedAt ? " asked" : ""}`)
    .sort()
    .join(", ");

describe("who has the pen after Irena's tab says something", () => {
  it.each<[before: string[], wish: Wish, after: string]>([
    // The story is open nowhere else.
    [[], "write", "Irena pen"],
    [[], "read", "Irena"],
    [[], "take", "Irena pen"],
    [[], "leave", ""],
    [["Irena 5 pen"], "write", "Irena pen"],
    [["Irena 5 pen"], "read", "Irena pen"],
    [["Irena 5 pen"], "leave", ""],
    // A free pen waits for whoever asks, and goes to nobody who only reads.
    [["Tomas 5"], "read", "Irena, Tomas"],
    [["Tomas 5"], "write", "Irena pen, Tomas"],
    [["Tomas 5"], "ask", "Irena pen, Tomas"],
    // Somebody else writes.
    [["Tomas 5 pen"], "write", "Irena, Tomas pen"],
    [["Tomas 5 pen"], "read", "Irena, Tomas pen"],
    [["Tomas 5 pen"], "ask", "Irena asked, Tomas pen"],
    [["Tomas 5 pen"], "take", "Irena pen, Tomas"],
    [["Tomas 5 pen", "Irena 5 asked 9"], "read", "Irena asked, Tomas pen"],
    [["Tomas 5 pen", "Irena 5 asked 9"], "take", "Irena pen, Tomas"],
    [["Tomas 5 pen", "Irena 5 asked 9"], "leave", "Tomas pen"],
    // Giving it away, and leaving with it: to whoever asked first.
    [["Irena 5 pen", "Tomas 5 asked 9", "Ada 5 asked 30"], "give", "Ada pen, Irena, Tomas asked"],
    [["Irena 5 pen", "Tomas 5 asked 9", "Ada 5 asked 30"], "leave", "Ada pen, Tomas asked"],
    [["Irena 5 pen", "Tomas 5"], "leave", "Tomas"],
    [["Irena 5 pen", "Tomas 5"], "give", "Irena, Tomas"],
    [["Irena 5", "Tomas 5 pen", "Ada 5 asked 30"], "give", "Ada asked, Irena, Tomas pen"],
    // A holder who is gone: the pen is free after sixty seconds, and not before.
    [["Tomas 59 pen"], "write", "Irena, Tomas pen"],
    [["Tomas 60 pen"], "write", "Irena pen"],
    [["Tomas 60 pen"], "read", "Irena"],
    [["Tomas 60 pen", "Ada 5 asked 30"], "read", "Ada pen, Irena"],
    [["Tomas 60 pen", "Ada 5 asked 30"], "write", "Ada pen, Irena"],
    [["Tomas 60 pen", "Ada 60 asked 90"], "read", "Irena"],
    // A tab that slept comes back to its pen, or finds it taken.
    [["Irena 900 pen", "Tomas 5"], "write", "Irena pen, Tomas"],
    [["Irena 900", "Tomas 5 pen"], "write", "Irena, Tomas pen"],
  ])("%j, %s: %s", (before, wish, after) => {
    expect(told(decidePen(before.map(presence), { tab: "Irena", userId: "Irena" }, wish, now))).toBe(after);
  });

  it("keeps the moment of the first asking", () => {
    const here = decidePen(
      [presence("Tomas 5 pen"), presence("Irena 5 asked 30")],
      { tab: "Irena", userId: "Irena" },
      "ask",
      now,
    );
    expect(here.find(({ tab }) => tab === "Irena")?.askedAt).toEqual(ago(30));
  });

  it("gives nobody the pen of another person's tab of the same name", () => {
    const stolen = decidePen(
      [{ ...presence("Tomas 5 pen"), tab: "one" }],
      { tab: "one", userId: "Irena" },
      "read",
      now,
    );
    expect(told(stolen)).toBe("one");
    expect(stolen[0]?.userId).toBe("Irena");
  });
});
