import { hears, type News } from "@/domain/live";
import type { Actor } from "@/domain/people";
import { liveHub } from "./live";
import { logUnexpected } from "./unexpected";

const beat = 10_000;
/** A browser that has not read this many lines is let go: it comes back and reads everything anew. */
const mostUnread = 200;

/** Asks the session row again who this is; null once the session has ended. */
type WhoIsIt = () => Promise<Actor | null>;

/** What changes on the desk, for one person, as server-sent events: a topic and an id, never any text. Ends when the
 * session does; the rights are read anew whenever they may have changed. Throws when nothing can be listened to. */
export async function liveStream(actor: Actor, whoIsIt: WhoIsIt): Promise<ReadableStream<Uint8Array>> {
  const listening = new Listening(actor, whoIsIt);
  await listening.begin();
  return listening.stream;
}

class Listening {
  readonly stream: ReadableStream<Uint8Array>;
  readonly #encoder = new TextEncoder();
  readonly #whoIsIt: WhoIsIt;
  #actor: Actor;
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  #leave: () => void = () => {};
  #timer: NodeJS.Timeout | undefined;

  constructor(actor: Actor, whoIsIt: WhoIsIt) {
    this.#actor = actor;
    this.#whoIsIt = whoIsIt;
    this.stream = new ReadableStream(
      {
        start: (controller) => {
          this.#controller = controller;
        },
        cancel: () => this.#end(),
      },
      new CountQueuingStrategy({ highWaterMark: mostUnread }),
    );
  }

  async begin(): Promise<void> {
    this.#leave = await liveHub().listen((heard) => {
      if (heard === "over") this.#end();
      else if (heard === "missed") this.#say({ about: "everything", id: "" });
      else this.#hear(heard);
    });
    this.#timer = setInterval(() => void this.#lookAgain(), beat);
    this.#timer.unref();
    this.#write("retry: 2000\n\n");
    this.#say({ about: "hello", id: "" });
  }

  #hear(news: News): void {
    if (news.about === "session" && news.to.includes(this.#actor.id)) void this.#lookAgain();
    if (hears(this.#actor, news)) this.#say({ about: news.about, id: news.id });
  }

  /** A stream must not outlive the session that opened it. */
  async #lookAgain(): Promise<void> {
    try {
      const actor = await this.#whoIsIt();
      if (actor) {
        this.#actor = actor;
        this.#write(":\n\n");
        return;
      }
      this.#say({ about: "ended", id: "" });
    } catch (error) {
      // Who it is cannot be told now: the stream ends, and the browser asks again.
      logUnexpected(error, "looking whether a session still stands");
    }
    this.#end();
  }

  #say(line: { about: string; id: string }): void {
    this.#write(`data: ${JSON.stringify(line)}\n\n`);
  }

  #write(text: string): void {
    const controller = this.#controller;
    if (!controller) return;
    if ((controller.desiredSize ?? 0) <= 0) this.#end();
    else controller.enqueue(this.#encoder.encode(text));
  }

  #end(): void {
    const controller = this.#controller;
    this.#controller = null;
    clearInterval(this.#timer);
    this.#leave();
    try {
      controller?.close();
    } catch {
      // The browser has gone already.
    }
  }
}
