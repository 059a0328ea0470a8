import { v7 as newId } from "uuid";
import { type Words, writtenForm } from "@/domain/words";
import type { Stage } from "@/domain/workflow";
import {
  type Autosave,
  type AutosaveEvent,
  isUnsaved,
  nextTick,
  opened,
  type Save,
  step,
} from "@/domain/writing/autosave";
import { sha256 } from "@/domain/writing/sha-256";
import type { StoryText } from "../text/story-text";
import { savesBeforeSignOut } from "./before-sign-out";
import { copyKey, dropCopy, holdTab, keepCopy } from "./local-copies";
import { type SaveAnswer, type SavePayload, sendSave } from "./send-save";

export type SaverView = {
  readonly autosave: Autosave;
  readonly stage: Stage;
  /** An approval was lost by editing, while this page was open. */
  readonly lapsed: boolean;
  /** Readers have a copy of the story. */
  readonly isLive: boolean;
  /** Whether this device keeps a copy of what is not saved. */
  readonly keeps: boolean;
};

export type Flushed =
  | { readonly ok: true; readonly revision: number }
  | { readonly ok: false; readonly trouble: Autosave["trouble"] };

/** The hash of a text in its one written form: the server's and the page's are the same for the same words. */
export function hashOf(words: Words): string {
  const known = hashes.get(words);
  if (known !== undefined) return known;
  const hash = sha256(writtenForm(words));
  hashes.set(words, hash);
  return hash;
}
/** Words are never changed in place: a hash is made once for each. */
const hashes = new WeakMap<Words, string>();

/** A number that no story's revision reaches: a save based on it is never the head, and always kept. */
const noRevision = 2_000_000_000;

/** Milliseconds after a change within which this device has its own copy of it. */
const copyDelay = 400;

/** Carries a story's text to the server and to this device's own storage. The rules are those of `autosave.ts`;
 * here are the clock, the wire and the browser. */
export class StorySaver {
  private view: SaverView;
  /** The name of this tab, for as long as the page is open. */
  readonly tab = newId();
  private readonly payloads = new Map<string, SavePayload>();
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The version of the text that is stored beside a newer one. */
  private besideVersion: number | null = null;
  private copyTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly story: { readonly id: string; readonly userId: string },
    private readonly text: StoryText,
    head: {
      readonly revision: number;
      readonly savedAt: string;
      readonly stage: Stage;
      readonly copy: string;
    },
  ) {
    const hash = hashOf(text.words());
    this.view = {
      autosave: {
        ...opened(head.revision),
        saved: { revision: head.revision, savedAt: head.savedAt, hash },
        agrees: true,
      },
      stage: head.stage,
      lapsed: false,
      isLive: head.copy === "live",
      keeps: true,
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly current = (): SaverView => this.view;

  /** Listens to the page until the answered function is called. What is unsaved then is still sent. */
  start(): () => void {
    const letGo = holdTab(this.tab);
    const stopSaving = savesBeforeSignOut(() => this.flush());
    const stopListening = this.text.whenChanged(() => this.changed());
    const online = () => this.happen({ kind: "online" });
    const hidden = () => document.visibilityState === "hidden" && this.leave();
    const leave = () => this.leave();
    window.addEventListener("online", online);
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", hidden);
    window.addEventListener("beforeunload", this.guard);
    return () => {
      this.leave();
      stopSaving();
      stopListening();
      window.removeEventListener("online", online);
      window.removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", hidden);
      window.removeEventListener("beforeunload", this.guard);
      letGo();
    };
  }

  /** Saves at once; with a name, as a revision of that name. */
  saveNow(name = ""): void {
    this.happen({ kind: "asked", name });
  }

  /** Saves everything typed so far and answers the revision that holds it, or what stands in the way. */
  flush(): Promise<Flushed> {
    this.happen({ kind: "online" });
    this.happen({ kind: "asked", name: "" });
    return new Promise((resolve) => {
      const look = () => {
        const { autosave } = this.view;
        const done = !isUnsaved(autosave) && autosave.agrees;
        if (!done && (autosave.trouble === null || autosave.inFlight)) return;
        stop();
        resolve(done ? { ok: true, revision: autosave.base } : { ok: false, trouble: autosave.trouble });
      };
      const stop = this.subscribe(look);
      look();
    });
  }

  /** Stores a text as a revision beside the head, which stays as it is: a save on purpose too late. */
  async setAside(words: Words, name: string): Promise<boolean> {
    const { version } = this.view.autosave;
    const { userId: writer } = this.story;
    const answer = await sendSave(this.story.id, { base: noRevision, key: newId(), writer, name, words });
    if (answer.kind !== "conflicted") return false;
    if (words === this.text.words()) this.besideVersion = version;
    return true;
  }

  /** The text on screen is a stored revision beside the newer one, after this. Answers false when it could not be. */
  async storeBeside(): Promise<boolean> {
    const { version } = this.view.autosave;
    if (this.besideVersion === version) return true;
    return this.setAside(this.text.words(), "Set aside for a newer text");
  }

  /** Sends a save that an earlier page began, under its own key. */
  finish(payload: SavePayload): Promise<SaveAnswer> {
    return sendSave(this.story.id, payload);
  }

  keepMine(revision: number): void {
    this.happen({ kind: "kept_mine", revision });
  }

  /** After the text on screen was replaced by the server's. */
  tookTheirs(head: { revision: number; savedAt: string; words: Words; stage: Stage }): void {
    this.view = { ...this.view, stage: head.stage };
    const screenHash = hashOf(this.text.words());
    const { revision, savedAt } = head;
    this.happen({ kind: "took_theirs", revision, savedAt, hash: hashOf(head.words), screenHash });
  }

  /** After the text on screen was replaced by one that the server does not have as its newest. */
  replaced(): void {
    this.changed();
    // At once: the copy that it came from is about to be dropped.
    this.copy();
    this.saveNow();
  }

  signedIn(): void {
    this.happen({ kind: "signed_in" });
  }

  /** A command moved the story on: nothing of the text has changed. */
  movedTo(stage: Stage): void {
    this.view = { ...this.view, stage, lapsed: false };
    this.tell();
  }

  private changed(): void {
    this.happen({ kind: "typed" });
    if (this.copyTimer === undefined) this.copyTimer = setTimeout(() => this.copy(), copyDelay);
  }

  private happen(event: AutosaveEvent): void {
    const moment = { now: Date.now(), key: newId(), chance: Math.random() };
    const { state, send } = step(this.view.autosave, event, moment);
    this.view = { ...this.view, autosave: state };
    clearTimeout(this.timer);
    const tick = nextTick(state);
    if (tick !== null) {
      this.timer = setTimeout(() => this.happen({ kind: "tick" }), Math.max(0, tick - Date.now()));
    }
    if (send) void this.carry(send);
    if (!isUnsaved(state) && state.agrees) this.forgetCopy();
    this.tell();
  }

  private async carry(save: Save): Promise<void> {
    const payload = this.payloads.get(save.key) ?? this.payloadOf(save);
    this.payloads.set(save.key, payload);
    const known = this.view.autosave.saved;
    const isNothingNew =
      known && !save.name && known.revision === save.base && known.hash === hashOf(payload.words);
    // Typed and taken back: the server has this text, and an approval must not lapse over nothing.
    const answer: SaveAnswer = isNothingNew
      ? { kind: "stored", ...known, stage: this.view.stage, lapsed: false, isLive: this.view.isLive }
      : await sendSave(this.story.id, payload);
    await Promise.resolve();
    this.answered(save.key, answer);
  }

  private payloadOf(save: Save): SavePayload {
    const { base, key, name } = save;
    return { base, key, writer: this.story.userId, words: this.text.words(), ...(name ? { name } : {}) };
  }

  private answered(key: string, answer: SaveAnswer): void {
    if (answer.kind !== "failed" && answer.kind !== "other_person") this.payloads.delete(key);
    const { sending } = this.view.autosave;
    if (answer.kind === "conflicted" && sending?.key === key) this.besideVersion = sending.version;
    if (answer.kind === "stored") {
      const { stage, lapsed, isLive } = answer;
      this.view = { ...this.view, stage, isLive, lapsed: this.view.lapsed || lapsed };
      const { revision, savedAt, hash } = answer;
      // Where somebody has typed on since, the next save tells whether they took it back: a long text is not hashed
      // in between.
      const screenHash = this.view.autosave.since === null ? hashOf(this.text.words()) : "";
      this.happen({ kind: "stored", key, revision, savedAt, hash, screenHash });
    } else this.happen({ ...answer, key });
  }

  private copy(): void {
    clearTimeout(this.copyTimer);
    this.copyTimer = undefined;
    const { autosave } = this.view;
    if (!isUnsaved(autosave) && autosave.agrees) return;
    const { id: storyId, userId } = this.story;
    // A save on its way when the page ends may arrive after the next page has looked: that one asks again, by its key.
    const underWay = autosave.inFlight && navigator.onLine ? autosave.sending : null;
    const pending = underWay ? (this.payloads.get(underWay.key) ?? null) : null;
    const copy = {
      key: copyKey(userId, storyId, this.tab),
      userId,
      storyId,
      tab: this.tab,
      at: new Date().toISOString(),
      base: autosave.base,
      words: this.text.words(),
      pending,
    };
    void keepCopy(copy).then((keeps) => {
      if (keeps === this.view.keeps) return;
      this.view = { ...this.view, keeps };
      this.tell();
    });
  }

  private forgetCopy(): void {
    clearTimeout(this.copyTimer);
    this.copyTimer = undefined;
    void dropCopy(copyKey(this.story.userId, this.story.id, this.tab));
  }

  private leave(): void {
    if (!isUnsaved(this.view.autosave)) return;
    this.happen({ kind: "asked", name: "" });
    this.copy();
    // Whoever leaves a conflict leaves both texts behind as revisions, the words typed since too.
    if (this.view.autosave.trouble?.kind === "conflict") void this.storeBeside();
  }

  /** Only where closing would lose words: this device keeps no copy, and the server does not have them. */
  private readonly guard = (event: BeforeUnloadEvent) => {
    if (isUnsaved(this.view.autosave) && !this.view.keeps) event.preventDefault();
  };

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
