/** The rules by which typed text reaches the server. Pure: the clock, the key and the throw of the dice are given. */

/** Milliseconds. A pause this long is a good moment to save. */
export const pauseBeforeSave = 1_200;
/** Milliseconds. However fast somebody types, a save begins this long after the first letter that no save holds. */
export const longestUnsaved = 4_000;

/** One save of one text. Repeated under the same key until it is answered, so that a lost answer is no second save. */
export type Save = {
  readonly key: string;
  readonly version: number;
  readonly base: number;
  readonly name: string;
};

export type Trouble =
  | { readonly kind: "offline" }
  | { readonly kind: "unavailable" }
  | { readonly kind: "signed_out" }
  /** Somebody else is signed in in this browser: the text waits for whoever typed it. */
  | { readonly kind: "other_person"; readonly name: string }
  | { readonly kind: "refused"; readonly words: string }
  | { readonly kind: "differs" }
  | {
      readonly kind: "conflict";
      readonly revision: number;
      readonly by: string;
      readonly at: string;
      readonly branch: string | null;
    };

export type Autosave = {
  /** The server's revision on which the text on screen stands. */
  readonly base: number;
  /** Counts the changes of the text on screen. */
  readonly version: number;
  /** When the oldest and the newest change that no save holds were made. */
  readonly since: number | null;
  readonly last: number | null;
  /** The one save under way: in flight, or waiting to be repeated. */
  readonly sending: Save | null;
  readonly inFlight: boolean;
  readonly attempts: number;
  readonly retryAt: number | null;
  /** Somebody asked for a save now; a name makes it a named revision. */
  readonly wanted: { readonly name: string } | null;
  /** The newest text that the server is known to hold. */
  readonly saved: { readonly revision: number; readonly savedAt: string; readonly hash: string } | null;
  /** That text is, word for word, the one on screen. */
  readonly agrees: boolean;
  readonly trouble: Trouble | null;
};

export type AutosaveEvent =
  | { readonly kind: "typed" }
  | { readonly kind: "asked"; readonly name: string }
  | { readonly kind: "tick" }
  | { readonly kind: "online" }
  | { readonly kind: "signed_in" }
  | {
      readonly kind: "stored";
      readonly key: string;
      readonly revision: number;
      readonly savedAt: string;
      readonly hash: string;
      /** The hash of the words on screen at the moment of the answer. */
      readonly screenHash: string;
    }
  | { readonly kind: "failed"; readonly key: string; readonly how: "offline" | "unavailable" | "signed_out" }
  | { readonly kind: "other_person"; readonly key: string; readonly name: string }
  | { readonly kind: "refused"; readonly key: string; readonly words: string }
  | {
      readonly kind: "conflicted";
      readonly key: string;
      readonly revision: number;
      readonly by: string;
      readonly at: string;
      readonly branch: string | null;
    }
  /** The person chose their own text over a newer one, which stays a revision of its own. */
  | { readonly kind: "kept_mine"; readonly revision: number }
  /** The text on screen was replaced by the server's. */
  | {
      readonly kind: "took_theirs";
      readonly revision: number;
      readonly savedAt: string;
      readonly hash: string;
      readonly screenHash: string;
    };

/** `key` names the save that may begin at this moment, `chance` is from 0 to 1. */
export type Moment = { readonly now: number; readonly key: string; readonly chance: number };

export type Step = { readonly state: Autosave; readonly send: Save | null };

/** The text as it came from the server, with nothing typed yet. */
export const opened = (base: number): Autosave => ({
  base,
  version: 0,
  since: null,
  last: null,
  sending: null,
  inFlight: false,
  attempts: 0,
  retryAt: null,
  wanted: null,
  saved: null,
  agrees: false,
  trouble: null,
});

/** What follows from an event. A save that is to go out now is in `send`; there is never a second one in flight. */
export function step(state: Autosave, event: AutosaveEvent, moment: Moment): Step {
  return begin(after(state, event, moment), moment);
}

function after(state: Autosave, event: AutosaveEvent, moment: Moment): Autosave {
  switch (event.kind) {
    case "typed":
      return typed(state, moment.now);
    case "asked":
      return { ...state, wanted: { name: event.name || state.wanted?.name || "" } };
    case "tick":
      return state;
    case "online":
      return state.retryAt === null ? state : { ...state, retryAt: moment.now };
    case "signed_in":
      return isSomebodyMissing(state) ? { ...state, trouble: null, retryAt: moment.now } : state;
    case "kept_mine":
      return { ...unsent(state, moment.now), base: event.revision, trouble: null, wanted: { name: "" } };
    case "took_theirs":
      return adopted(state, event);
    default:
      return state.sending?.key === event.key && state.inFlight ? answered(state, event, moment) : state;
  }
}

function typed(state: Autosave, now: number): Autosave {
  const mendable = state.trouble?.kind === "refused" || state.trouble?.kind === "differs";
  return {
    ...state,
    version: state.version + 1,
    since: state.since ?? now,
    last: now,
    agrees: false,
    trouble: mendable ? null : state.trouble,
  };
}

type Answer = Extract<
  AutosaveEvent,
  { kind: "stored" | "failed" | "other_person" | "refused" | "conflicted" }
>;

function answered(state: Autosave, event: Answer, moment: Moment): Autosave {
  const landed = { ...state, inFlight: false };
  switch (event.kind) {
    case "stored": {
      const agrees = event.hash === event.screenHash;
      const { revision, savedAt, hash } = event;
      return {
        ...landed,
        base: revision,
        sending: null,
        attempts: 0,
        retryAt: null,
        saved: { revision, savedAt, hash },
        agrees,
        // What was typed and taken back again is saved as well.
        since: agrees ? null : state.since,
        last: agrees ? null : state.last,
        trouble: !agrees && state.since === null ? { kind: "differs" } : null,
      };
    }
    case "failed":
      return {
        ...landed,
        attempts: state.attempts + 1,
        retryAt: event.how === "signed_out" ? null : moment.now + backOff(state.attempts, moment.chance),
        trouble: { kind: event.how },
      };
    case "other_person":
      return { ...landed, retryAt: null, trouble: { kind: "other_person", name: event.name } };
    case "refused":
      return { ...unsent(landed, moment.now), trouble: { kind: "refused", words: event.words } };
    case "conflicted": {
      const { revision, by, at, branch } = event;
      return {
        ...unsent(landed, moment.now),
        trouble: { kind: "conflict", revision, by, at, branch },
      };
    }
  }
}

/** The save under way is given up, so what it held is unsaved again. */
const unsent = (state: Autosave, now: number): Autosave => ({
  ...state,
  sending: null,
  inFlight: false,
  attempts: 0,
  retryAt: null,
  wanted: null,
  since: state.since ?? now,
  last: state.last ?? now,
});

function adopted(state: Autosave, event: Extract<AutosaveEvent, { kind: "took_theirs" }>): Autosave {
  const { revision, savedAt, hash } = event;
  return {
    ...opened(revision),
    version: state.version + 1,
    saved: { revision, savedAt, hash },
    agrees: hash === event.screenHash,
  };
}

/** Milliseconds until the next try: half a second, doubled each time up to 15 s, less a random part of up to a half,
 * so that a newsroom's tabs do not all come back at once. */
const backOff = (attempts: number, chance: number): number =>
  Math.round(Math.min(15_000, 500 * 2 ** Math.min(attempts, 10)) * (1 - chance / 2));

function begin(state: Autosave, { now, key }: Moment): Step {
  if (state.inFlight || isHeld(state)) return { state, send: null };
  if (state.sending) {
    if (state.retryAt !== null && state.retryAt > now) return { state, send: null };
    return { state: { ...state, inFlight: true, retryAt: null }, send: state.sending };
  }
  if (!isDue(state, now)) return { state, send: null };
  const sending: Save = { key, version: state.version, base: state.base, name: state.wanted?.name ?? "" };
  return {
    state: { ...state, sending, inFlight: true, attempts: 0, wanted: null, since: null, last: null },
    send: sending,
  };
}

/** A person has to act before anything more may be sent. */
const isHeld = (state: Autosave): boolean => state.trouble?.kind === "conflict" || isSomebodyMissing(state);

/** Whoever typed the text has to sign in first. */
const isSomebodyMissing = ({ trouble }: Autosave): boolean =>
  trouble?.kind === "signed_out" || trouble?.kind === "other_person";

function isDue(state: Autosave, now: number): boolean {
  if (state.wanted) return state.since !== null || state.wanted.name !== "";
  if (state.since === null || state.last === null || state.trouble?.kind === "refused") return false;
  return now - state.last >= pauseBeforeSave || now - state.since >= longestUnsaved;
}

/** When the next tick is wanted, or null when nothing waits for the clock. */
export function nextTick(state: Autosave): number | null {
  if (state.inFlight || isHeld(state)) return null;
  if (state.sending) return state.retryAt;
  if (state.since === null || state.last === null || state.trouble?.kind === "refused") return null;
  return Math.min(state.last + pauseBeforeSave, state.since + longestUnsaved);
}

/** Whether the screen holds words that the server is not known to hold. */
export const isUnsaved = (state: Autosave): boolean => state.since !== null || state.sending !== null;
