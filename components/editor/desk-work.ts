"use client";

import { useEffect, useRef } from "react";
import type { Place } from "@/domain/checks/checked-story";
import { fullMoment } from "@/domain/desk-times";
import type { Naming } from "@/domain/review/compare";
import type { StoryOnDesk } from "./story";
import type { Commands } from "./text/editor-kit";

const nothing = () => undefined;
/** Before the page has drawn itself no command does anything. */
export const noCommands: Commands = {
  attachQuote: nothing,
  findQuotes: nothing,
  pastedLong: nothing,
  editLink: nothing,
  choosePicture: nothing,
  choosePullQuote: nothing,
  saveNow: nothing,
  takePictures: nothing,
  select: nothing,
};

/** A moment as the newsroom's clock has it. */
export const momentIn = (zone: string) => (iso: string) => {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? "" : fullMoment(at, zone);
};

export function namesIn({ sections, topics }: StoryOnDesk): Naming {
  const sectionNames = new Map(sections.map(({ id, name }) => [id, name]));
  const topicNames = new Map(topics.map(({ id, name }) => [id, name]));
  return { section: (id) => sectionNames.get(id) ?? id, topic: (id) => topicNames.get(id) ?? id };
}

/** The keys that work from anywhere on the page: saving from every field, and the list of keys outside of them. */
export function useDeskKeys(commands: () => Commands, showKeys: () => void): void {
  const asked = useRef({ commands, showKeys });
  asked.current = { commands, showKeys };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const key = event.key.toLowerCase();
      if (key === "s" && (event.ctrlKey || event.metaKey) && !event.altKey) {
        event.preventDefault();
        asked.current.commands().saveNow();
      } else if (event.key === "?" && !isWriting(event.target)) {
        event.preventDefault();
        asked.current.showKeys();
      }
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches("input, textarea, select") ||
    target.closest("dialog") !== null);

type Field = Extract<Place, { readonly field: string }>["field"];

/** Brings the person to the field a check speaks of. */
export function focusField(field: Field, showDetails: () => void, focusStory: () => void): void {
  const named: Partial<Record<Field, string>> = {
    headline: "Headline",
    standfirst: "Standfirst",
    kicker: "Kicker",
    section: "Section",
  };
  const name = named[field];
  if (field === "body") focusStory();
  else if (name) document.querySelector<HTMLElement>(`[aria-label="${name}"]`)?.focus();
  else showDetails();
}
