import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Autosave,
  type AutosaveEvent,
  isUnsaved,
  longestUnsaved,
  nextTick,
  opened,
  pauseBeforeSave,
  type Save,
  step,
} from "./autosave";

/** A tab and a server played against each other: the text is its version, its hash is "h" and that number. */
type Play = {
  state: Autosave;
  now: number;
  keys: number;
  flight: Save[];
  sent: Save[];
  stored: Map<string, { revision: number; version: number }>;
  revision: number;
};

const start = (): Play => ({
  state: opened(1),
  now: 0,
  keys: 0,
  flight: [],
  sent: [],
  stored: new Map(),
  revision: 1,
});

function happen(play: Play, event: AutosaveEvent, chance = 0): Save | null {
  play.keys += 1;
  const { state, send } = step(play.state, event, { now: play.now, key: `key-${play.keys}`, chance });
  play.state = state;
  if (send) {
    play.flight.push(send);
    play.sent.push(send);
  }
  return send;
}

/** The server's side: commits under the key once, answers the same to a repeat. */
function commit(play: Play, save: Save): { revision: number; version: number } {
  const before = play.stored.get(save.key);
  if (before) return before;
  play.revision += 1;
  const made = { revision: play.revision, version: save.version };
  play.stored.set(save.key, made);
  return made;
}

const screenHash = (play: Play) => `h${play.state.version}`;

function answer(play: Play, save: Save): void {
  const made = commit(play, save);
  play.flight = play.flight.filter((each) => each !== save);
  happen(play, {
    kind: "stored",
    key: save.key,
    revision: made.revision,
    savedAt: "2026-11-22T12:00:00Z",
    hash: `h${made.version}`,
    screenHash: screenHash(play),
  });
}

type Deed =
  | { do: "type" }
  | { do: "wait"; ms: number }
  | { do: "ask"; name: string }
  | { do: "answer" }
  | { do: "lose answer" }
  | { do: "lose request" }
  | { do: "sign out" }
  | { do: "sign in" }
  | { do: "online" };

const deeds: fc.Arbitrary<Deed[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.constant<Deed>({ do: "type" }) },
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 6_000 }).map<Deed>((ms) => ({ do: "wait", ms })) },
    { weight: 1, arbitrary: fc.constantFrom("", "Saved by hand").map<Deed>((name) => ({ do: "ask", name })) },
    { weight: 4, arbitrary: fc.constant<Deed>({ do: "answer" }) },
    { weight: 1, arbitrary: fc.constant<Deed>({ do: "lose answer" }) },
    { weight: 1, arbitrary: fc.constant<Deed>({ do: "lose request" }) },
    { weight: 1, arbitrary: fc.constant<Deed>({ do: "sign out" }) },
    { weight: 1, arbitrary: fc.constant<Deed>({ do: "sign in" }) },
    { weight: 1, arbitrary: fc.constant<Deed>({ do: "online" }) },
  ),
  { maxLength: 60 },
);

function act(play: Play, deed: Deed): void {
  const [save] = play.flight;
  const drop = (how: "offline" | "signed_out") => {
    if (!save) return;
    play.flight = play.flight.filter((each) => each !== save);
    happen(play, { kind: "failed", key: save.key, how });
  };
  if (deed.do === "type") happen(play, { kind: "typed" });
  if (deed.do === "ask") happen(play, { kind: "asked", name: deed.name });
  if (deed.do === "sign in") happen(play, { kind: "signed_in" });
  if (deed.do === "online") happen(play, { kind: "online" });
  if (deed.do === "answer" && save) answer(play, save);
  if (deed.do === "lose answer" && save) commit(play, save);
  if (deed.do === "lose answer" || deed.do === "lose request") drop("offline");
  if (deed.do === "sign out") drop("signed_out");
  if (deed.do === "wait") {
    play.now += deed.ms;
    happen(play, { kind: "tick" });
  }
}

/** Lets the tab and the server come to rest with nothing in the way. */
function settle(play: Play): void {
  happen(play, { kind: "signed_in" });
  for (let turn = 0; turn < 50; turn += 1) {
    const [save] = play.flight;
    if (save) answer(play, save);
    const next = nextTick(play.state);
    if (!save && next === null) return;
    if (next !== null) {
      play.now = Math.max(play.now, next);
      happen(play, { kind: "tick" });
    }
  }
}

const played = (run: Deed[], each: (play: Play) => void = () => {}): Play => {
  const play = start();
  for (const deed of run) {
    act(play, deed);
    each(play);
  }
  return play;
};

describe("the laws of saving", () => {
  it("never has two saves in flight", () => {
    fc.assert(
      fc.property(deeds, (run) => void played(run, (play) => expect(play.flight.length).toBeLessThan(2))),
    );
  });

  it("ends with the newest typing on the server, whatever was lost on the way", () => {
    fc.assert(
      fc.property(deeds, (run) => {
        const play = played([...run, { do: "type" }]);
        settle(play);
        const newest = Math.max(...[...play.stored.values()].map((each) => each.version));
        expect(newest).toBe(play.state.version);
        expect(isUnsaved(play.state)).toBe(false);
        expect(play.state.agrees).toBe(true);
      }),
    );
  });

  it("never takes an older text for a newer one: versions on the server only grow", () => {
    fc.assert(
      fc.property(deeds, (run) => {
        const play = played(run);
        settle(play);
        const versions = [...play.stored.values()]
          .sort((one, other) => one.revision - other.revision)
          .map((each) => each.version);
        expect(versions).toEqual(versions.toSorted((one, other) => one - other));
      }),
    );
  });

  it("says that it agrees only when the server's hash is that of the words on screen", () => {
    fc.assert(
      fc.property(deeds, (run) => {
        played(run, (play) => {
          if (play.state.agrees) expect(play.state.saved?.hash).toBe(screenHash(play));
        });
      }),
    );
  });

  it("repeats a save under its own key and base until it is answered", () => {
    fc.assert(
      fc.property(deeds, (run) => {
        const play = played(run);
        settle(play);
        const first = new Map<string, Save>();
        for (const save of play.sent) {
          expect(save).toEqual(first.get(save.key) ?? save);
          first.set(save.key, first.get(save.key) ?? save);
        }
        // A new key begins only after the one before it was answered.
        for (const key of first.keys()) expect(play.stored.has(key)).toBe(true);
      }),
    );
  });

  it("carries the revision that the server gave last, so that one tab never conflicts with itself", () => {
    fc.assert(
      fc.property(deeds, (run) => {
        const play = played(run);
        settle(play);
        const bases = [...new Map(play.sent.map((save) => [save.key, save.base])).values()];
        expect(bases).toEqual(bases.map((_each, index) => index + 1));
      }),
    );
  });
});

describe("when a save begins", () => {
  it("saves after a pause, and at the latest when the longest time is up", () => {
    const pausing = start();
    happen(pausing, { kind: "typed" });
    pausing.now = pauseBeforeSave - 1;
    expect(happen(pausing, { kind: "tick" })).toBeNull();
    pausing.now = pauseBeforeSave;
    expect(happen(pausing, { kind: "tick" })).toMatchObject({ version: 1, base: 1 });

    const typing = start();
    let first: number | null = null;
    for (; typing.now <= 10_000 && first === null; typing.now += 100) {
      if (happen(typing, { kind: "typed" })) first = typing.now;
    }
    expect(first).toBe(longestUnsaved);
    expect(longestUnsaved).toBeLessThan(5_000);
  });

  it("saves at once when asked, under the name asked for, even when nothing is new", () => {
    const play = start();
    expect(happen(play, { kind: "asked", name: "" })).toBeNull();
    expect(happen(play, { kind: "asked", name: "Saved by hand" })).toMatchObject({ name: "Saved by hand" });
  });

  it("keeps a name that was asked for while another save was in flight", () => {
    const play = start();
    happen(play, { kind: "typed" });
    const autosave = happen(play, { kind: "asked", name: "" });
    expect(happen(play, { kind: "asked", name: "Saved by hand" })).toBeNull();
    if (autosave) answer(play, autosave);
    expect(play.sent.at(-1)).toMatchObject({ name: "Saved by hand", base: 2 });
  });
});

describe("when the server says no", () => {
  const conflict = (play: Play, save: Save) => {
    play.flight = [];
    happen(play, { kind: "conflicted", key: save.key, revision: 7, by: "Tomas Reyes", at: "", branch: "b" });
  };

  it("sends nothing after a conflict until a person has chosen, and then on top of the newer revision", () => {
    const play = start();
    happen(play, { kind: "typed" });
    const save = happen(play, { kind: "asked", name: "" });
    if (save) conflict(play, save);
    play.now = 60_000;
    happen(play, { kind: "typed" });
    expect(happen(play, { kind: "asked", name: "" })).toBeNull();
    expect(nextTick(play.state)).toBeNull();
    expect(isUnsaved(play.state)).toBe(true);
    const mine = happen(play, { kind: "kept_mine", revision: 7 });
    expect(mine).toMatchObject({ base: 7, version: play.state.version });
    expect(mine?.key).not.toBe(save?.key);
  });

  it("has nothing left to save once theirs was taken", () => {
    const play = start();
    happen(play, { kind: "typed" });
    const save = happen(play, { kind: "asked", name: "" });
    if (save) conflict(play, save);
    happen(play, { kind: "took_theirs", revision: 7, savedAt: "", hash: "theirs", screenHash: "theirs" });
    expect(play.state).toMatchObject({ base: 7, agrees: true, trouble: null });
    expect(isUnsaved(play.state)).toBe(false);
  });

  it("waits for whoever typed it when somebody else has signed in, and then sends the same save", () => {
    const play = start();
    happen(play, { kind: "typed" });
    const save = happen(play, { kind: "asked", name: "" });
    if (save) happen(play, { kind: "other_person", key: save.key, name: "Tomas Reyes" });
    play.now = 60_000;
    happen(play, { kind: "typed" });
    expect(happen(play, { kind: "asked", name: "" })).toBeNull();
    expect(happen(play, { kind: "online" })).toBeNull();
    expect(play.state.trouble).toEqual({ kind: "other_person", name: "Tomas Reyes" });
    expect(isUnsaved(play.state)).toBe(true);
    expect(happen(play, { kind: "signed_in" })?.key).toBe(save?.key);
  });

  it("does not hammer a refusal, and tries again once something was typed", () => {
    const play = start();
    happen(play, { kind: "typed" });
    const save = happen(play, { kind: "asked", name: "" });
    if (save) happen(play, { kind: "refused", key: save.key, words: "Too long." });
    play.now = 60_000;
    expect(happen(play, { kind: "tick" })).toBeNull();
    happen(play, { kind: "typed" });
    play.now += pauseBeforeSave;
    expect(happen(play, { kind: "tick" })?.key).not.toBe(save?.key);
  });

  it("says so when the server holds other words than the screen though nothing was typed since", () => {
    const play = start();
    happen(play, { kind: "typed" });
    const save = happen(play, { kind: "asked", name: "" });
    if (save) {
      const { key } = save;
      happen(play, { kind: "stored", key, revision: 2, savedAt: "", hash: "other", screenHash: "mine" });
    }
    expect(play.state).toMatchObject({ agrees: false, trouble: { kind: "differs" } });
  });

  it("waits longer after each failure, never past 15 s, and comes back at once when the line does", () => {
    const play = start();
    happen(play, { kind: "typed" });
    let save = happen(play, { kind: "asked", name: "" });
    const waits: number[] = [];
    for (let turn = 0; turn < 8 && save; turn += 1) {
      play.flight = [];
      happen(play, { kind: "failed", key: save.key, how: "offline" });
      const next = nextTick(play.state) ?? 0;
      waits.push(next - play.now);
      play.now = next;
      save = happen(play, { kind: "tick" });
    }
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
    if (save) happen(play, { kind: "failed", key: save.key, how: "offline" });
    expect(happen(play, { kind: "online" })?.key).toBe(save?.key);
  });
});
