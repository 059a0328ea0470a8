import { v7 as newId } from "uuid";
import type { Suggested } from "@/domain/review/suggested-text";
import type { Words } from "@/domain/words";
import { dropCopy, holdTab, keepSuggested, suggestedKey } from "../saving/local-copies";
import { asSuggested, type SuggestedSave, sendSuggested } from "./send-suggestions";

export type Keeping =
  | { readonly how: "kept" | "keeping" }
  /** `onDevice`: this device has a copy, so the page may be closed. */
  | { readonly how: "waiting"; readonly signedOut: boolean; readonly onDevice: boolean }
  | { readonly how: "refused"; readonly words: string };

/** Milliseconds of rest after which typed suggestions are sent, and after which they are sent though the typing goes on. */
const [rest, most] = [700, 4_000];
const againAfter = 3_000;
/** Milliseconds after a change within which this device has its own copy of it. */
const copyDelay = 400;

type Typed = {
  readonly revision: number;
  readonly seen: readonly string[];
  readonly words: Words;
};

/** Carries what is typed as suggestions to the newsroom: one at a time, the newest, until it is answered. Until then this
 * device keeps it, so that it outlives the page. */
export class SuggestionSaver {
  private state: Keeping = { how: "kept" };
  private version = 0;
  private kept = 0;
  private since = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private copyTimer: ReturnType<typeof setTimeout> | undefined;
  /** The newest that this device has a copy of. */
  private copied = 0;
  /** Something was sent and never answered: what is sent next may have arrived before. */
  private unanswered = false;
  private readonly tab = newId();
  private readonly copyKey: string;
  private sending: Promise<void> | null = null;

  constructor(
    private readonly story: { readonly id: string; readonly userId: string },
    /** What is typed now; null when nothing is being suggested. */
    private readonly typed: () => Typed | null,
    /** The suggestions that it is made of, as they are sent. */
    private readonly madeOf: () => readonly Suggested[],
    /** The text that was sent is kept: these are the names of what it is made of, in that order. */
    private readonly whenKept: (ids: readonly string[], made: readonly Suggested[]) => void,
    private readonly tell: () => void,
  ) {
    this.copyKey = suggestedKey(story.userId, story.id, this.tab);
  }

  readonly current = (): Keeping => this.state;
  readonly isKept = (): boolean => this.kept === this.version;
  /** Closing the page would lose nothing. */
  readonly isSafe = (): boolean => this.isKept() || this.copied === this.version;

  /** Other tabs leave this one's copy alone until the answered function is called. */
  readonly holdCopy = (): (() => void) => holdTab(this.tab);

  changed(): void {
    if (this.isKept()) this.since = Date.now();
    this.version += 1;
    this.become({ how: "keeping" });
    this.soon(Math.max(0, Math.min(rest, this.since + most - Date.now())));
    this.copyTimer ??= setTimeout(() => this.copy(), copyDelay);
  }

  /** What stands on screen is what the newsroom has: nothing is to be sent. */
  begin(): void {
    clearTimeout(this.timer);
    this.kept = this.version;
    this.forgetCopy();
    this.become({ how: "kept" });
  }

  /** Sends what is typed and answers whether all of it is kept. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    await this.sending;
    if (!this.isKept()) await this.send();
    return this.isKept();
  }

  /** The page goes: what is not kept stays on this device, and is sent at once, whatever is under way. */
  leave(): void {
    const save = this.isKept() ? null : this.asSent();
    if (!save) return;
    this.copy(save);
    const { version } = this;
    void sendSuggested(this.story.id, save).then((answer) => {
      if (answer.kind === "kept" && version === this.version) this.forgetCopy();
    });
  }

  /** The page may be gone by the time that anybody looks again. */
  hide(): void {
    this.copy();
    void this.flush();
  }

  private asSent(): SuggestedSave | null {
    const typed = this.typed();
    if (!typed) return null;
    const { revision, seen, words } = typed;
    const again = this.unanswered ? { typedAt: new Date().toISOString() } : {};
    return { revision, seen, writer: this.story.userId, words: asSuggested(words), ...again };
  }

  private copy(save = this.isKept() ? null : this.asSent()): void {
    clearTimeout(this.copyTimer);
    this.copyTimer = undefined;
    if (!save) return;
    const { copyKey: key, tab, version } = this;
    void keepSuggested({ key, tab, at: new Date().toISOString(), save }).then((keeps) => {
      if (!keeps) return;
      this.copied = version;
      if (this.state.how === "waiting") this.become({ ...this.state, onDevice: this.isSafe() });
    });
  }

  private forgetCopy(): void {
    clearTimeout(this.copyTimer);
    this.copyTimer = undefined;
    void dropCopy(this.copyKey);
  }

  private soon(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), milliseconds);
  }

  private send(): Promise<void> {
    this.sending ??= this.carry().finally(() => {
      this.sending = null;
      if (this.state.how === "waiting") this.soon(againAfter);
      else if (this.state.how === "keeping" && !this.isKept()) this.soon(rest);
    });
    return this.sending;
  }

  private async carry(): Promise<void> {
    const save = this.asSent();
    if (!save) return;
    const { version } = this;
    const made = this.madeOf();
    const answer = await sendSuggested(this.story.id, save);
    this.unanswered = answer.kind === "failed";
    if (answer.kind === "kept") {
      this.kept = version;
      this.since = Date.now();
      this.whenKept(answer.ids, made);
      if (this.isKept()) this.forgetCopy();
      this.become({ how: this.isKept() ? "kept" : "keeping" });
    } else if (answer.kind === "failed") {
      const { signedOut } = answer;
      this.become({ how: "waiting", signedOut, onDevice: this.isSafe() });
    } else this.become({ how: "refused", words: answer.words });
  }

  private become(state: Keeping): void {
    if (JSON.stringify(state) === JSON.stringify(this.state)) return;
    this.state = state;
    this.tell();
  }
}
