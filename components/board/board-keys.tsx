"use client";

import { useEffect, useState } from "react";
import { Dialog } from "@/components/desk/dialog";
import { KeyList } from "@/components/desk/key-list";
import { isTyping } from "@/components/desk/keys";

const keys = [
  ["n", "Begin a new story"],
  ["/", "Find a story, quote or source"],
  ["← ↑ → ↓", "Go from card to card, once one has the focus"],
  ["Enter", "Open the card"],
  ["m", "Hold the card: left and right choose a column, Enter moves it there, Escape lets go"],
  ["?", "These keys"],
] as const;

/** The keys of the board, shown by ?. A card can be dragged into another column by hand as well. */
export function BoardKeys() {
  const [shown, show] = useState(false);
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "?" || isTyping(event)) return;
      event.preventDefault();
      show(true);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  return shown ? (
    <Dialog
      title="Keys on the board"
      lead="Cards can be dragged, too. A column that a card cannot go into now says why."
      onClose={() => show(false)}
    >
      <KeyList keys={keys} />
    </Dialog>
  ) : null;
}
