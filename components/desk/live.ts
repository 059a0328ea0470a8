"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";

/** What this page heard: a topic of `domain/live.ts` with the id of what it is about, or that anything may have changed. */
export type HeardNews = { readonly about: string; readonly id: string };
/** `polling`: no stream comes through, so the page asks again and again. `ended`: the session has ended. */
export type LiveState = "off" | "live" | "polling" | "ended";
type Listener = (news: HeardNews) => void;

const address = "/desk/live";
const askEvery = 1_500;
const tryStreamAgainAfter = 20_000;
/** A tab that is out of sight for this long lets its stream go: a browser has only six connections to us for all tabs. */
const hiddenFor = 10_000;
const everything: HeardNews = { about: "everything", id: "" };

/** The one line between this tab and the desk, open while somebody listens. */
class LiveLine {
  readonly #listeners = new Set<Listener>();
  readonly #watchers = new Set<() => void>();
  #source: EventSource | null = null;
  #state: LiveState = "off";
  #mark: string | null = null;
  #ask: ReturnType<typeof setTimeout> | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;
  #hide: ReturnType<typeof setTimeout> | undefined;

  readonly state = (): LiveState => this.#state;
  readonly watch = (watcher: () => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) this.#begin();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#end();
    };
  }

  #begin(): void {
    document.addEventListener("visibilitychange", this.#seen);
    this.#open();
  }

  #end(): void {
    document.removeEventListener("visibilitychange", this.#seen);
    clearTimeout(this.#hide);
    this.#close();
    this.#become("off");
  }

  readonly #seen = (): void => {
    clearTimeout(this.#hide);
    if (document.visibilityState === "hidden") {
      this.#hide = setTimeout(() => this.#close(), hiddenFor);
    } else if (!this.#source && this.#state !== "ended") this.#open();
  };

  #close(): void {
    this.#source?.close();
    this.#source = null;
    clearTimeout(this.#ask);
    clearTimeout(this.#again);
  }

  #open(): void {
    this.#close();
    const source = new EventSource(address);
    this.#source = source;
    source.onmessage = ({ data }) => this.#hear(String(data));
    source.onerror = () => this.#poll();
    // A proxy that holds everything back never says so: whoever hears nothing asks.
    this.#ask = setTimeout(() => this.#poll(), 4_000);
  }

  #hear(data: string): void {
    const news = newsIn(data);
    if (!news) return;
    if (news.about === "ended") this.#signedOut();
    else if (news.about === "hello") {
      clearTimeout(this.#ask);
      clearTimeout(this.#again);
      this.#become("live");
      // What happened between the reading of the page and this moment was told to nobody.
      this.#tell(everything);
    } else this.#tell(news);
  }

  /** Asks for the mark until a stream comes through again; the browser tries that by itself, unless it was turned away. */
  #poll(): void {
    clearTimeout(this.#ask);
    if (this.#state === "ended") return;
    if (this.#state !== "polling") this.#become("polling");
    if (this.#source?.readyState === EventSource.CLOSED) {
      clearTimeout(this.#again);
      this.#again = setTimeout(() => this.#open(), tryStreamAgainAfter);
    }
    void this.#askOnce().finally(() => {
      if (this.#state === "polling" && this.#listeners.size > 0 && document.visibilityState === "visible")
        this.#ask = setTimeout(() => this.#poll(), askEvery);
    });
  }

  async #askOnce(): Promise<void> {
    try {
      const answer = await fetch(address, { headers: { accept: "application/json" }, cache: "no-store" });
      if (answer.status === 401) this.#signedOut();
      if (!answer.ok) return;
      const given: unknown = await answer.json();
      const mark = typeof given === "object" && given && "mark" in given ? String(given.mark) : null;
      if (mark !== this.#mark) this.#tell(everything);
      this.#mark = mark;
    } catch {
      // Not connected: the next question may get through.
    }
  }

  #signedOut(): void {
    this.#close();
    this.#become("ended");
  }

  #become(state: LiveState): void {
    if (this.#state === state) return;
    this.#state = state;
    for (const watcher of this.#watchers) watcher();
  }

  #tell(news: HeardNews): void {
    for (const listener of this.#listeners) listener(news);
  }
}

function newsIn(data: string): HeardNews | null {
  try {
    const given: unknown = JSON.parse(data);
    if (typeof given !== "object" || given === null) return null;
    const { about, id } = given as Record<string, unknown>;
    return typeof about === "string" && typeof id === "string" ? { about, id } : null;
  } catch {
    return null;
  }
}

const line = new LiveLine();

/** Calls `hear` for whatever this person may hear of changes on the desk. All that listen on a page share one stream. */
export function useLive(hear: Listener): void {
  const latest = useRef(hear);
  useEffect(() => {
    latest.current = hear;
  });
  useEffect(() => line.listen((news) => latest.current(news)), []);
}

/** How this page hears of changes. */
export const useLiveState = (): LiveState => useSyncExternalStore(line.watch, line.state, () => "off");
