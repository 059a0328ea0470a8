"use client";

import { createContext, type ReactNode, useContext } from "react";
import { type GroundRule, groundRuleMeanings } from "@/domain/quotes";

type WordsOf = Readonly<Record<GroundRule, string>>;
const Meanings = createContext<WordsOf>(groundRuleMeanings);

/** What this newsroom means by each ground rule, for every choice of one on the desk. */
export function GroundRuleWords({ words, children }: { words: WordsOf; children: ReactNode }) {
  return <Meanings value={words}>{children}</Meanings>;
}

export const useGroundRuleWords = (): WordsOf => useContext(Meanings);
