"use client";

import { useEffect, useState } from "react";
import { contextLength } from "@/domain/review/anchor";
import type { suggestionFields } from "@/domain/review/suggestions";

/** Words of the sheet that somebody selected, with those around them in the same block. */
export type SelectedPassage = {
  readonly field: (typeof suggestionFields)[number];
  readonly passage: string;
  readonly before: string;
  readonly after: string;
  /** Whether the selection ran over more than one block: then only its first line is meant. */
  readonly cut: boolean;
};

const lines = ["kicker", "headline", "standfirst"] as const;
const blocks = "p, h2, h3, h4, blockquote, span[data-item-text]";

/** The words last selected on the sheet, kept while one writes about them. */
export function useSelectedPassage() {
  const [selected, setSelected] = useState<SelectedPassage | null>(null);
  useEffect(() => {
    const read = () => {
      const passage = passageOf(document.getSelection());
      if (passage) setSelected(passage);
    };
    document.addEventListener("selectionchange", read);
    return () => document.removeEventListener("selectionchange", read);
  }, []);
  return { selected, forget: () => setSelected(null) };
}

function passageOf(selection: Selection | null): SelectedPassage | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = elementOf(range.startContainer);
  const block = start?.closest(blocks);
  // Words across blocks are not one passage of the plain text: the first line is enough to find the place.
  const [line = ""] = selection.toString().trim().split("\n");
  if (!block?.closest("[data-sheet]") || !line) return null;
  const before = document.createRange();
  before.selectNodeContents(block);
  before.setEnd(range.startContainer, range.startOffset);
  const whole = block.textContent ?? "";
  const from = whole.indexOf(line, Math.max(0, before.toString().length - 1));
  if (from < 0) return null;
  return {
    field:
      lines.find((line) => block.closest(`#field-${line}`) ?? block.querySelector(`#field-${line}`)) ??
      "body",
    passage: line.slice(0, 500),
    before: whole.slice(Math.max(0, from - contextLength), from),
    after: whole.slice(from + line.length, from + line.length + contextLength),
    cut: line !== selection.toString().trim(),
  };
}

const elementOf = (node: Node) => (node instanceof Element ? node : node.parentElement);
