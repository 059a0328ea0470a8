import { commandNames, commands } from "./commands";

const isMac = () => typeof navigator !== "undefined" && /Mac|iP(hone|ad)/.test(navigator.platform);

/** Keys as the keyboard in use names them: "Ctrl ⇧ Q" or "⌘ ⇧ Q". */
export function keysNamed(keys: string): string {
  const mac = isMac();
  const names: Record<string, string> = {
    Mod: mac ? "⌘" : "Ctrl",
    Ctrl: mac ? "⌃" : "Ctrl",
    Shift: "⇧",
    Alt: mac ? "⌥" : "Alt",
  };
  return keys
    .split("-")
    .map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key))
    .join(" ");
}

const groups = ["Words", "Blocks", "Quotes", "Suggestions", "Story"] as const;

/** All commands for the list under "?", by what they are about. */
export const keysByGroup = () =>
  groups.map((group) => ({
    group,
    lines: commandNames
      .filter((name) => commands[name].group === group)
      .map((name) => ({ ...commands[name], keys: keysNamed(commands[name].keys) })),
  }));
