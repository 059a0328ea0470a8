import { dropCopy, type SuggestedCopy, suggestedCopiesOf } from "../saving/local-copies";
import { sendSuggested } from "./send-suggestions";

/** What became of what this device had kept. `at` is until when the newest of it was typed, ISO 8601. */
export type Returned =
  | { readonly how: "nothing" }
  | { readonly how: "waiting" | "sent"; readonly at: string }
  | { readonly how: "refused"; readonly at: string; readonly words: string; readonly copy: SuggestedCopy };

const againAfter = 5_000;

/** Brings to the newsroom what this person typed as suggestions on this device, in a page that ended before it was
 * sent. Nothing has to be chosen: suggestions stand beside the text, and whatever has arrived before is not kept twice. */
export class KeptSuggestions {
  private view: Returned = { how: "nothing" };
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly story: { readonly id: string; readonly userId: string },
    private readonly whenSent: () => Promise<void>,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly current = (): Returned => this.view;

  /** Looks, and tries again until all of it is sent or the answered function is called. */
  start(): () => void {
    const look = () => {
      clearTimeout(this.timer);
      this.looking = this.look().then(() => {
        if (this.view.how === "waiting") this.timer = setTimeout(look, againAfter);
      });
    };
    look();
    window.addEventListener("online", look);
    return () => {
      clearTimeout(this.timer);
      window.removeEventListener("online", look);
    };
  }

  /** Until what there was has been sent, or could not be. */
  readonly looked = (): Promise<void> => this.looking;

  readonly close = (): void => this.become({ how: "nothing" });

  async letGo(copy: SuggestedCopy): Promise<void> {
    await dropCopy(copy.key);
    this.close();
  }

  private async look(): Promise<void> {
    const copies = await suggestedCopiesOf(this.story.userId, this.story.id);
    const [newest] = copies;
    if (!newest) return this.view.how === "waiting" ? this.close() : undefined;
    let became: Returned = { how: "sent", at: newest.at };
    for (const copy of copies.toReversed()) {
      const { at, key, save } = copy;
      const answer = await sendSuggested(this.story.id, { ...save, typedAt: at });
      if (answer.kind === "kept") await dropCopy(key);
      else if (answer.kind === "refused") became = { how: "refused", at, words: answer.words, copy };
      else {
        became = { how: "waiting", at: newest.at };
        break;
      }
    }
    if (became.how !== "waiting") await this.whenSent();
    this.become(became);
  }

  private become(view: Returned): void {
    this.view = view;
    for (const listener of this.listeners) listener();
  }
}
