"use client";

import { useEffect } from "react";

const themes = ["auto", "light", "dark"] as const;
type Theme = (typeof themes)[number];
const themeWords: Record<Theme, string> = {
  auto: "As the device has it: light by day, dark by night.",
  light: "Light.",
  dark: "Dark.",
};
/** The same place as on readers' pages: one choice for the whole paper. */
const kept = "theme";

function dress(theme: Theme): void {
  const { classList } = document.documentElement;
  classList.remove(...themes);
  classList.add(theme);
}

/** Dresses the desk as this person last chose on this device. */
export function KeptTheme() {
  useEffect(() => {
    try {
      const chosen = themes.find((theme) => theme === localStorage.getItem(kept));
      if (chosen) dress(chosen);
    } catch {
      // A browser that keeps nothing: the device decides.
    }
  }, []);
  return null;
}

/** Goes on to the next of the three, and answers it in words. */
export function turnTheme(): string {
  const at = themes.findIndex((theme) => document.documentElement.classList.contains(theme));
  const next = themes[(at + 1) % themes.length] ?? "auto";
  dress(next);
  try {
    localStorage.setItem(kept, next);
  } catch {
    // A browser that keeps nothing: the choice holds for this page.
  }
  return themeWords[next];
}
