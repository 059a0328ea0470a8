/** What the page around the text does when a command asks for it. */
export type Deeds = {
  readonly attachQuote: () => void;
  readonly findQuotes: () => void;
  /** So many words were pasted that they are looked through for quotations. */
  readonly pastedLong: () => void;
  readonly editLink: () => void;
  readonly choosePicture: () => void;
  readonly choosePullQuote: () => void;
  readonly chooseEmbed: () => void;
  readonly findText: () => void;
  readonly curlMarks: () => void;
  /** Turns suggesting by typing on or off. */
  readonly suggest: () => void;
  /** Goes on to another suggested edit: 1 to the next, -1 to the one before. */
  readonly toSuggestion: (step: 1 | -1) => void;
  /** Decides on the suggested edit that is looked at. */
  readonly decide: (verdict: "accepted" | "rejected") => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly focusBar: () => void;
  readonly toggleQuiet: () => void;
  readonly turnTheme: () => void;
  readonly showKeys: () => void;
  readonly saveNow: () => void;
  readonly preview: () => void;
  readonly send: () => void;
  readonly takePictures: (files: readonly File[], at: number | null) => void;
  readonly select: (key: string | null) => void;
};

const nothing = () => undefined;
/** Before the page has drawn itself no command does anything. */
export const noDeeds: Deeds = {
  attachQuote: nothing,
  findQuotes: nothing,
  pastedLong: nothing,
  editLink: nothing,
  choosePicture: nothing,
  choosePullQuote: nothing,
  chooseEmbed: nothing,
  findText: nothing,
  curlMarks: nothing,
  suggest: nothing,
  toSuggestion: nothing,
  decide: nothing,
  undo: nothing,
  redo: nothing,
  focusBar: nothing,
  toggleQuiet: nothing,
  turnTheme: nothing,
  showKeys: nothing,
  saveNow: nothing,
  preview: nothing,
  send: nothing,
  takePictures: nothing,
  select: nothing,
};
