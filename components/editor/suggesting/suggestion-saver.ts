import type { Words } from "@/domain/words";
import { sendSuggested } from "./send-suggestions";

export type Keeping =
  | { readonly how: "kept" | "keeping" }
  | { readonly how: "waiting"; readonly signedOut: boolean }
  | { readonly how: "refused"; readonly words: string };

/** Milliseconds of rest after which typed suggestions are sent, and after which they are sent though the typing goes on. */
const [rest, most] = [700, 4_000];
const againAfter = 3_000;

type Typed = {
  readonly revision: number;
  readonly seen: readonly string[];
  readonly words: Words;
};

/** Carries what is typed as suggestions to the newsroom: one at a time, the newest, until it is answered. */
export class SuggestionSaver {
  private state: Keeping = { how: "kept" };
  private version = 0;
  private kept = 0;
  private since = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<void> | null = null;

  constructor(
    private readonly story: { readonly id: string; readonly userId: string },
    /** What is typed now; null when nothing is being suggested. */
    private readonly typed: () => Typed | null,
    /** The text that was sent is kept: it is made of these suggestions. */
    private readonly whenKept: (ids: readonly string[]) => void,
    private readonly tell: () => void,
  ) {}

  readonly current = (): Keeping => this.state;
  readonly isKept = (): boolean => this.kept === this.version;

  changed(): void {
    if (this.isKept()) this.since = Date.now();
    this.version += 1;
    this.become({ how: "keeping" });
    this.soon(Math.max(0, Math.min(rest, this.since + most - Date.now())));
  }

  /** What stands on screen is what the newsroom has: nothing is to be sent. */
  begin(): void {
    clearTimeout(this.timer);
    this.kept = this.version;
    this.become({ how: "kept" });
  }

  /** Sends what is typed and answers whether all of it is kept. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    await this.sending;
    if (!this.isKept()) await this.send();
    return this.isKept();
  }

  /** The page goes: what is not kept is sent at once, whatever is under way. */
  leave(): void {
    const typed = this.isKept() ? null : this.typed();
    if (typed) void sendSuggested(this.story.id, { ...typed, writer: this.story.userId });
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
    const typed = this.typed();
    if (!typed) return;
    const { version } = this;
    const answer = await sendSuggested(this.story.id, { ...typed, writer: this.story.userId });
    if (answer.kind === "kept") {
      this.kept = version;
      this.since = Date.now();
      this.whenKept(answer.ids);
      this.become({ how: this.isKept() ? "kept" : "keeping" });
    } else if (answer.kind === "failed") this.become({ how: "waiting", signedOut: answer.signedOut });
    else this.become({ how: "refused", words: answer.words });
  }

  private become(state: Keeping): void {
    if (JSON.stringify(state) === JSON.stringify(this.state)) return;
    this.state = state;
    this.tell();
  }
}
