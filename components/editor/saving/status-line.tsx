"use client";

import { useSyncExternalStore } from "react";
import { dateFormat } from "@/domain/date-format";
import { isUnsaved } from "@/domain/writing/autosave";
import type { SaverView, StorySaver } from "./story-saver";

type Tone = "saved" | "busy" | "kept" | "broken";
export type Status = { readonly tone: Tone; readonly lead: string; readonly rest: string };

/** Where the text on screen stands, in words. "Saved" is said of exactly the words on screen, or not at all. */
export function statusOf({ autosave, keeps }: SaverView, time: (iso: string) => string): Status {
  const { trouble, saved } = autosave;
  const kept = keeps ? "kept on this device" : "this device keeps no copy, so leave this page open";
  switch (trouble?.kind) {
    case "offline":
      return { tone: "kept", lead: `Offline: ${kept}`, rest: "" };
    case "unavailable":
      return { tone: "kept", lead: `The newsroom does not answer: ${kept}`, rest: "trying again" };
    case "signed_out":
      return { tone: "kept", lead: `Signed out: ${kept}`, rest: "" };
    case "other_person":
      return { tone: "broken", lead: `Not saved: ${trouble.name} is signed in here`, rest: kept };
    case "conflict":
      return { tone: "broken", lead: "Not saved: there is a newer text", rest: `both are kept` };
    case "refused":
      return { tone: "broken", lead: `Not saved, ${kept}`, rest: trouble.words };
    case "differs":
      return {
        tone: "broken",
        lead: `Not saved word for word, ${kept}`,
        rest: "type on, or reload to compare",
      };
  }
  if (isUnsaved(autosave) || !autosave.agrees || !saved) return { tone: "busy", lead: "Saving…", rest: "" };
  const at = saved.savedAt ? `${time(saved.savedAt)} · ` : "";
  return { tone: "saved", lead: "Saved", rest: `${at}revision ${saved.revision}` };
}

const colours: Record<Tone, string> = {
  saved: "text-sourced",
  busy: "text-ink-3",
  kept: "text-attention",
  broken: "text-broken",
};

export function StatusLine({ saver, zone }: { saver: StorySaver; zone: string }) {
  // A string, so that a keystroke which changes nothing here draws nothing here.
  const told = useSyncExternalStore(
    saver.subscribe,
    () => JSON.stringify(statusOf(saver.current(), clockIn(zone))),
    () => JSON.stringify(statusOf(saver.current(), clockIn(zone))),
  );
  const { tone, lead, rest }: Status = JSON.parse(told);
  return (
    <p role="status" className={`m-0 min-w-0 truncate text-[13.5px] ${colours[tone]}`}>
      <span className="font-[560]">
        {tone === "saved" ? <span aria-hidden>✓ </span> : null}
        {lead}
      </span>
      {rest ? <span className="text-[12.5px] text-ink-3"> {rest}</span> : null}
    </p>
  );
}

/** A moment of the day as the newsroom's clock shows it: 12:04:33. */
function clockIn(zone: string): (iso: string) => string {
  const clock = dateFormat("en-GB", { timeZone: zone, timeStyle: "medium" });
  return (iso) => clock.format(new Date(iso));
}
