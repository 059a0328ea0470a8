"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { decideSuggestion } from "@/app/actions/suggestions";
import { useAnnounce } from "@/components/desk/announcer";
import { isTyping } from "@/components/desk/keys";
import { useCommand } from "@/components/desk/use-command";
import { type SuggestionShown, suggestionName } from "./suggestions";

const verdicts = { y: "accepted", x: "rejected" } as const;
const isVerdictKey = (key: string): key is keyof typeof verdicts => key in verdicts;

/** y accepts and x rejects the suggestion in which the focus is, or else the first of them. Answers why it could not. */
export function useSuggestionKeys(suggestions: readonly SuggestionShown[], mayDecide: boolean) {
  const router = useRouter();
  const announce = useAnnounce();
  const { run, error } = useCommand(decideSuggestion);
  useEffect(() => {
    if (!mayDecide) return;
    const listen = async (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (event.repeat || isTyping(event) || !isVerdictKey(key)) return;
      const focused = document.activeElement?.closest<HTMLElement>("[data-suggestion]");
      const one = suggestions.find((each) => each.id === focused?.dataset.suggestion) ?? suggestions[0];
      if (!one) return;
      event.preventDefault();
      const verdict = verdicts[key];
      if (await run({ id: one.id, verdict })) announce(`${suggestionName(one)}: ${verdict}.`);
      router.refresh();
    };
    const heard = (event: KeyboardEvent) => void listen(event);
    document.addEventListener("keydown", heard);
    return () => document.removeEventListener("keydown", heard);
  }, [suggestions, mayDecide, run, announce, router]);
  return error;
}
