import { useCallback, useEffect, useState } from "react";
import { useAnnounce } from "@/components/desk/announcer";
import { turnTheme } from "@/components/desk/kept-theme";
import { selectionBar } from "./toolbar/selection-bar";

/** How the page looks to the person who writes: with nothing beside the text, light or dark. */
export function useView() {
  const announce = useAnnounce();
  const [quiet, setQuiet] = useState(false);
  useEffect(() => {
    // What stands around this page is not its to draw.
    document.documentElement.toggleAttribute("data-quiet", quiet);
    return () => document.documentElement.removeAttribute("data-quiet");
  }, [quiet]);
  const toggleQuiet = useCallback(() => {
    setQuiet(!quiet);
    announce(quiet ? "Everything is back." : "Only the text. The same keys bring the rest back.");
  }, [quiet, announce]);
  const turn = useCallback(() => announce(turnTheme()), [announce]);
  const [finding, setFinding] = useState(false);
  return { quiet, finding, setFinding, toggleQuiet, turnTheme: turn };
}

/** Takes the keys to the bar of the selected words, or to the bar of the page where nothing is selected. */
export function focusBar(): void {
  const bars = [selectionBar, "Writing"].map((label) =>
    document.querySelector<HTMLElement>(`[role=toolbar][aria-label="${label}"] button`),
  );
  bars.find((button) => button !== null)?.focus();
}
