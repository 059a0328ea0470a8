import { type Autosave, isUnsaved } from "@/domain/writing/autosave";
import { handOver, heartbeat, heartbeatInCompany, heartbeatTyping, type Wish } from "@/domain/writing/pen";
import type { Together } from "@/domain/writing/together";
import { type LatestText, latestText } from "../saving/latest-text";
import { isBeingWritten } from "../saving/local-copies";
import type { StorySaver } from "../saving/story-saver";
import type { StoryText } from "../text/story-text";
import { sendLeave, sendPresence } from "./send-presence";

/** What became of the last words of a tab that has lost the pen. */
export type Kept =
  | { readonly how: "saved" | "storing" | "beside" | "device" }
  | { readonly how: "revision"; readonly revision: number };

export type PenView = {
  /** Null until the newsroom has answered for the first time. */
  readonly together: Others | null;
  /** `coming`: it is this tab's, and whoever had it is storing their last words. */
  readonly pen: "mine" | "coming" | "theirs";
  /** Somebody took the pen from this tab. */
  readonly lost: { readonly by: string; readonly kept: Kept } | null;
  /** The newsroom runs another release than the one that this page is of. */
  readonly renewed: boolean;
};

type Others = Omit<Together, "revision">;

/** Shows a newer text on the page; answers false when it cannot just now. */
export type Follow = (latest: LatestText) => boolean | Promise<boolean>;

/** Says that this page is here, learns who else is, and keeps the text of whoever reads along up to date. As long as
 * nobody answers everything stays as it is: whoever writes goes on writing. */
export class StoryPresence {
  private view: PenView = { together: null, pen: "mine", lost: null, renewed: false };
  private readonly listeners = new Set<() => void>();
  private follow: Follow = () => false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private comingTimer: ReturnType<typeof setTimeout> | undefined;
  /** Goes up with each start and each stop, so that the answer of an earlier run is not taken for one of this. */
  private running = 0;
  private busy = false;
  private next: Wish | null = null;
  /** It was called for while a sign of life was under way, whose answer may be older than what it was called for. */
  private again = false;
  private last = 0;

  constructor(
    private readonly story: { readonly id: string; readonly userId: string },
    private readonly text: StoryText,
    private readonly saver: StorySaver,
    /** Whether this person may write in the story at all. */
    private readonly mayEdit: boolean,
    /** The release that this page is of. */
    private readonly release: string,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly current = (): PenView => this.view;

  /** Says that it is here until the answered function is called. */
  start(follow: Follow): () => void {
    this.follow = follow;
    this.running += 1;
    const leave = () => sendLeave(this.story.id, this.saver.tab);
    const back = () => document.visibilityState === "visible" && this.say();
    const stopListening = this.text.whenChanged(() => this.typed());
    window.addEventListener("pagehide", leave);
    window.addEventListener("pageshow", back);
    window.addEventListener("online", back);
    document.addEventListener("visibilitychange", back);
    this.say();
    return () => {
      this.running += 1;
      clearTimeout(this.timer);
      clearTimeout(this.comingTimer);
      stopListening();
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("pageshow", back);
      window.removeEventListener("online", back);
      document.removeEventListener("visibilitychange", back);
      leave();
    };
  }

  ask(): void {
    this.say("ask");
  }

  /** The words are said to have changed: whoever reads along asks at once. */
  textMoved(): void {
    if (this.isOpen() && this.view.pen === "theirs") this.say();
  }

  /** The newsroom has a newer text that was not typed here: it is fetched at once, whoever has the pen. */
  async lookAgain(): Promise<void> {
    if (this.isOpen()) await this.catchUp();
  }

  /** Takes the pen, whoever has it. Their last words are stored first; only then may this tab write. */
  take(): void {
    if (this.view.pen === "theirs") this.say("take");
  }

  /** Saves what is typed, and lets whoever asked first have the pen. */
  async give(): Promise<void> {
    await this.saver.flush();
    this.say("give");
  }

  private say(wish?: Wish): void {
    if (this.busy) {
      this.next = wish ?? this.next;
      this.again = true;
      return;
    }
    this.busy = true;
    clearTimeout(this.timer);
    void this.beat(wish ?? (this.mayEdit && this.view.pen === "mine" ? "write" : "read"), this.running);
  }

  private async beat(wish: Wish, running: number): Promise<void> {
    this.last = Date.now();
    const answer = await sendPresence(this.story.id, this.saver.tab, wish, this.story.userId);
    if (answer && running === this.running) await this.heard(wish, answer);
    this.busy = false;
    const { next, again } = this;
    this.next = null;
    this.again = false;
    if (!this.isOpen()) return;
    if (next || again || running !== this.running) this.say(next ?? undefined);
    else this.sayIn(answer ? this.pause() : heartbeat);
  }

  private isOpen(): boolean {
    return this.running % 2 === 1;
  }

  private sayIn(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.say(), milliseconds);
  }

  private pause(): number {
    if (document.visibilityState !== "visible") return heartbeat;
    const { together } = this.view;
    const other = together?.holder && together.holder.tab !== this.saver.tab;
    return other || (together?.here.length ?? 0) > 1 ? heartbeatInCompany : heartbeat;
  }

  private typed(): void {
    if (this.busy || document.visibilityState !== "visible" || this.pause() !== heartbeat) return;
    this.sayIn(Math.max(0, this.last + heartbeatTyping - Date.now()));
  }

  private async heard(wish: Wish, answer: Together & { readonly release: string }): Promise<void> {
    const { revision, release, ...together } = answer;
    if (release && release !== this.release) this.set({ ...this.view, renewed: true });
    if (this.mayEdit && (await this.isMineElsewhere(together))) {
      this.next ??= "take";
      return;
    }
    const { tab } = this.saver;
    const before = this.view;
    const has = together.holder?.tab === tab;
    if (has && before.pen === "theirs") this.gain(together);
    else if (!has && before.pen !== "theirs") this.lose(wish, together);
    else this.set({ ...before, together });
    this.tidy();
    if (revision > this.saver.current().autosave.base) await this.catchUp();
    // So that those who read along see the text move.
    const { autosave } = this.saver.current();
    if (has && together.here.length > 1 && isUnsaved(autosave) && !autosave.trouble) this.saver.saveNow();
  }

  /** The pen is with an older tab of the same person, which has nothing that is not saved: the newer one takes it. */
  private async isMineElsewhere({ holder }: Others): Promise<boolean> {
    if (this.view.together !== null || !holder?.tab || holder.tab === this.saver.tab) return false;
    return !(await isBeingWritten(this.story.userId, this.story.id, holder.tab));
  }

  private gain(together: Others): void {
    if (this.view.together?.holder === null) {
      this.set({ ...this.view, together, pen: "mine", lost: null });
      return;
    }
    this.set({ ...this.view, together, pen: "coming", lost: null });
    clearTimeout(this.comingTimer);
    this.comingTimer = setTimeout(() => void this.begin(), handOver);
  }

  private async begin(): Promise<void> {
    await this.catchUp();
    if (this.view.pen === "coming") this.set({ ...this.view, pen: "mine" });
  }

  private lose(wish: Wish, together: Others): void {
    clearTimeout(this.comingTimer);
    const had = this.view.together !== null && wish !== "give" && together.holder !== null;
    const unsaved = isUnsaved(this.saver.current().autosave);
    const by = together.holder?.name ?? "";
    const lost = had ? { by, kept: { how: unsaved ? "storing" : "saved" } as const } : null;
    this.set({ ...this.view, together, pen: "theirs", lost });
    if (unsaved) void this.store();
  }

  /** Nothing of the last words is lost: they are a revision, or a branch beside a newer one. */
  private async store(): Promise<void> {
    const flushed = await this.saver.flush();
    if (flushed.ok) this.keptAs({ how: "revision", revision: flushed.revision });
    else this.keptAs({ how: flushed.trouble?.kind === "conflict" ? "beside" : "device" });
  }

  private tidy(): void {
    const { autosave } = this.saver.current();
    if (this.view.lost?.kept.how === "device" && !isUnsaved(autosave)) {
      this.keptAs({ how: "revision", revision: autosave.base });
    }
  }

  private keptAs(kept: Kept): void {
    if (this.view.lost) this.set({ ...this.view, lost: { ...this.view.lost, kept } });
  }

  /** Brings the page to the newest text, as long as the server has all that stands on it. */
  private async catchUp(): Promise<void> {
    if (!isSettled(this.saver.current().autosave)) return;
    const latest = await latestText(this.story.id, this.saver.current().autosave.base);
    const { autosave } = this.saver.current();
    if (!latest || !isSettled(autosave) || latest.revision <= autosave.base) return;
    if (await this.follow(latest)) this.saver.tookTheirs(latest);
  }

  private set(view: PenView): void {
    if (JSON.stringify(view) === JSON.stringify(this.view)) return;
    this.view = view;
    for (const listener of this.listeners) listener();
  }
}

const isSettled = (autosave: Autosave): boolean =>
  !isUnsaved(autosave) && autosave.agrees && autosave.trouble === null;
