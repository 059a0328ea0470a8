/** Every command of the writing page with its keys, as the keyboard in use names them. */
const commands = {
  save: ["Save a named revision", "Mod S"],
  attach: ["Attach quote", "Mod Shift Q"],
  find: ["Find quotes", "Mod Shift F"],
  bold: ["Bold", "Mod B"],
  italic: ["Italic", "Mod I"],
  h2: ["Heading", "Mod Alt 2"],
  h3: ["Subheading", "Mod Alt 3"],
  bullets: ["Bulleted list", "Mod Shift 8"],
  numbers: ["Numbered list", "Mod Shift 7"],
  blockquote: ["Block quote", "Mod Shift B"],
  link: ["Link, or paste an address onto words", "Mod K"],
  picture: ["Picture, or drop or paste a file", "Mod Alt P"],
  pull: ["Pull quote", "Mod Alt Q"],
  line: ["Dividing line", "Mod Alt L"],
  undo: ["Undo", "Mod Z"],
  redo: ["Redo", "Mod Shift Z"],
  keys: ["This list, outside the text", "?"],
} as const satisfies Record<string, readonly [string, string]>;
export type CommandName = keyof typeof commands;

const isMac = () => typeof navigator !== "undefined" && /Mac|iP(hone|ad)/.test(navigator.platform);

/** The keys of a command: "Ctrl ⇧ Q" or "⌘ ⇧ Q". */
export function keyNamed(name: CommandName): string {
  const keys: string = commands[name][1];
  const mac = isMac();
  return keys
    .replace("Mod", mac ? "⌘" : "Ctrl")
    .replace("Shift", "⇧")
    .replace("Alt", mac ? "⌥" : "Alt");
}

/** All commands in the order of the list under "?". */
export const allKeys = (): { what: string; keys: string }[] =>
  (Object.keys(commands) as CommandName[]).map((name) => ({ what: commands[name][0], keys: keyNamed(name) }));
