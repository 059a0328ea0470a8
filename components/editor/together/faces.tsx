"use client";

import { useSyncExternalStore } from "react";
import type { StoryPresence } from "./story-presence";

const colourOf = (name: string): number =>
  Array.from(name).reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 4;
/** The rest are counted. */
const most = 5;

/** Who has the story open now, by their initials. */
export function Faces({ presence }: { presence: StoryPresence }) {
  const { together } = useSyncExternalStore(presence.subscribe, presence.current, presence.current);
  const here = together?.here ?? [];
  if (here.length === 0) return null;
  const writer = together?.holder?.name;
  return (
    <ul aria-label="Here now" className="m-0 flex list-none p-0">
      {here.slice(0, most).map(({ name, initials, mine }) => {
        const label = `${name}${mine ? " (you)" : ""}${name === writer ? ", writing" : ""}`;
        return (
          <li key={`${name} ${mine}`} title={label} className={`face face-${colourOf(name)}`}>
            <span aria-hidden>{initials}</span>
            <span className="sr-only">{label}</span>
          </li>
        );
      })}
      {here.length > most ? (
        <li className="face face-0">
          <span aria-hidden>+{here.length - most}</span>
          <span className="sr-only">and {here.length - most} more</span>
        </li>
      ) : null}
    </ul>
  );
}
