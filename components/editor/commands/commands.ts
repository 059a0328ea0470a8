import type { Editor } from "@tiptap/core";
import {
  Bold,
  BookmarkX,
  CaseSensitive,
  Check,
  ChevronDown,
  ChevronUp,
  Eye,
  Focus,
  Heading2,
  Heading3,
  ImagePlus,
  Italic,
  Keyboard,
  Link2,
  List,
  ListOrdered,
  type LucideIcon,
  MessageSquareLock,
  MessageSquareQuote,
  Minus,
  MoonStar,
  PanelTop,
  PencilLine,
  Pilcrow,
  Quote,
  Redo2,
  Save,
  ScanText,
  Search,
  Send,
  SquarePlay,
  TextQuote,
  Undo2,
  X,
} from "lucide-react";
import type { Deeds } from "./deeds";

type Place = "bar" | "slash" | "selection";

/** One thing that can be done on the writing page. The bar, the slash menu, the bar of a selection, the keys and the list
 * under `?` are all drawn from this table. */
export type Command = {
  readonly label: string;
  readonly group: "Words" | "Blocks" | "Quotes" | "Suggestions" | "Story";
  /** As the editor names keys: "Mod-Shift-7". Mod is Command on a Mac and Control elsewhere. */
  readonly keys: string;
  readonly icon: LucideIcon;
  /** Where it is drawn, besides the list of keys. */
  readonly in: readonly Place[];
  /** What else somebody might type after the slash to find it. */
  readonly also?: string;
  /** What the list of keys says besides its name. */
  readonly note?: string;
  /** Its keys work outside the text, too: in every field of the page, or in those that are saved with the story. */
  readonly anywhere?: "page" | "story";
  readonly on?: (editor: Editor) => boolean;
  readonly does: (editor: Editor, deeds: Deeds) => unknown;
};

const write = (editor: Editor) => editor.chain().focus();

const table = {
  bold: {
    label: "Bold",
    group: "Words",
    keys: "Mod-b",
    icon: Bold,
    in: ["bar", "selection"],
    on: (editor) => editor.isActive("bold"),
    does: (editor) => write(editor).toggleBold().run(),
  },
  italic: {
    label: "Italic",
    group: "Words",
    keys: "Mod-i",
    icon: Italic,
    in: ["bar", "selection"],
    on: (editor) => editor.isActive("italic"),
    does: (editor) => write(editor).toggleItalic().run(),
  },
  link: {
    label: "Link",
    group: "Words",
    keys: "Mod-k",
    icon: Link2,
    in: ["bar", "slash", "selection"],
    also: "address url web",
    note: "or paste an address onto selected words",
    on: (editor) => editor.isActive("link"),
    does: (_editor, deeds) => deeds.editLink(),
  },
  paragraph: {
    label: "Paragraph",
    group: "Blocks",
    keys: "Mod-Alt-0",
    icon: Pilcrow,
    in: ["slash"],
    also: "text plain",
    does: (editor) => write(editor).clearNodes().run(),
  },
  heading: {
    label: "Heading",
    group: "Blocks",
    keys: "Mod-Alt-2",
    icon: Heading2,
    in: ["bar", "slash", "selection"],
    also: "crosshead title h2",
    on: (editor) => editor.isActive("heading", { level: 2 }),
    does: (editor) => write(editor).toggleHeading({ level: 2 }).run(),
  },
  subheading: {
    label: "Subheading",
    group: "Blocks",
    keys: "Mod-Alt-3",
    icon: Heading3,
    in: ["bar", "slash"],
    also: "h3",
    on: (editor) => editor.isActive("heading", { level: 3 }),
    does: (editor) => write(editor).toggleHeading({ level: 3 }).run(),
  },
  bullets: {
    label: "Bulleted list",
    group: "Blocks",
    keys: "Mod-Shift-8",
    icon: List,
    in: ["bar", "slash"],
    also: "points unordered",
    on: (editor) => editor.isActive("bulletList"),
    does: (editor) => write(editor).toggleBulletList().run(),
  },
  numbers: {
    label: "Numbered list",
    group: "Blocks",
    keys: "Mod-Shift-7",
    icon: ListOrdered,
    in: ["bar", "slash"],
    also: "ordered steps",
    on: (editor) => editor.isActive("orderedList"),
    does: (editor) => write(editor).toggleOrderedList().run(),
  },
  blockquote: {
    label: "Block quote",
    group: "Blocks",
    keys: "Mod-Shift-b",
    icon: TextQuote,
    in: ["bar", "slash"],
    also: "passage indent",
    on: (editor) => editor.isActive("blockquote"),
    does: (editor) => write(editor).toggleBlockquote().run(),
  },
  picture: {
    label: "Picture",
    group: "Blocks",
    keys: "Mod-Alt-p",
    icon: ImagePlus,
    in: ["bar", "slash"],
    also: "image photo photograph",
    note: "or drop or paste a file",
    does: (_editor, deeds) => deeds.choosePicture(),
  },
  embed: {
    label: "Embed",
    group: "Blocks",
    keys: "Mod-Alt-k",
    icon: SquarePlay,
    in: ["bar", "slash"],
    also: "video post document youtube vimeo bluesky mastodon documentcloud",
    note: "or paste its address on a line of its own",
    does: (_editor, deeds) => deeds.chooseEmbed(),
  },
  line: {
    label: "Dividing line",
    group: "Blocks",
    keys: "Mod-Alt-r",
    icon: Minus,
    in: ["bar", "slash"],
    also: "rule horizontal separator",
    does: (editor) => write(editor).setHorizontalRule().run(),
  },
  note: {
    label: "Internal note",
    group: "Blocks",
    keys: "Mod-Alt-m",
    icon: MessageSquareLock,
    in: ["bar", "slash"],
    also: "comment colleague private tk",
    note: "never published",
    on: (editor) => editor.isActive("internalNote"),
    does: (editor) => toggleNote(editor),
  },
  attach: {
    label: "Attach quote",
    group: "Quotes",
    // Control on a Mac too: Command, Shift and Q sign a person out of their computer.
    keys: "Ctrl-Shift-q",
    icon: MessageSquareQuote,
    in: ["slash", "selection"],
    also: "source speaker said",
    does: (_editor, deeds) => deeds.attachQuote(),
  },
  notQuotation: {
    label: "Not a quotation",
    group: "Quotes",
    keys: "Mod-Alt-n",
    icon: BookmarkX,
    in: ["selection"],
    note: "the words selected are a title or a term",
    on: (editor) => editor.isActive("notQuotation"),
    does: (editor) => write(editor).toggleMark("notQuotation").run(),
  },
  find: {
    label: "Find quotes",
    group: "Quotes",
    keys: "Mod-Shift-f",
    icon: ScanText,
    in: ["slash"],
    does: (_editor, deeds) => deeds.findQuotes(),
  },
  pull: {
    label: "Pull quote",
    group: "Quotes",
    keys: "Mod-Alt-q",
    icon: Quote,
    in: ["bar", "slash"],
    also: "large breakout",
    on: (editor) => editor.isActive("pullQuote"),
    does: (_editor, deeds) => deeds.choosePullQuote(),
  },
  suggest: {
    label: "Suggest",
    group: "Suggestions",
    keys: "Mod-Alt-s",
    icon: PencilLine,
    in: ["slash"],
    also: "track changes edit review",
    note: "what is typed becomes a suggestion; again to write",
    anywhere: "page",
    does: (_editor, deeds) => deeds.suggest(),
  },
  nextSuggestion: {
    label: "Next suggestion",
    group: "Suggestions",
    keys: "Mod-Alt-.",
    icon: ChevronDown,
    in: [],
    anywhere: "page",
    does: (_editor, deeds) => deeds.toSuggestion(1),
  },
  previousSuggestion: {
    label: "Previous suggestion",
    group: "Suggestions",
    keys: "Mod-Alt-,",
    icon: ChevronUp,
    in: [],
    anywhere: "page",
    does: (_editor, deeds) => deeds.toSuggestion(-1),
  },
  acceptSuggestion: {
    label: "Accept the suggestion",
    group: "Suggestions",
    keys: "Mod-Alt-y",
    icon: Check,
    in: [],
    anywhere: "page",
    does: (_editor, deeds) => deeds.decide("accepted"),
  },
  rejectSuggestion: {
    label: "Reject the suggestion",
    group: "Suggestions",
    keys: "Mod-Alt-x",
    icon: X,
    in: [],
    note: "or take it back, where it is your own",
    anywhere: "page",
    does: (_editor, deeds) => deeds.decide("rejected"),
  },
  undo: {
    label: "Undo",
    group: "Story",
    keys: "Mod-z",
    icon: Undo2,
    in: ["bar"],
    anywhere: "story",
    does: (_editor, deeds) => deeds.undo(),
  },
  redo: {
    label: "Redo",
    group: "Story",
    keys: "Mod-Shift-z",
    icon: Redo2,
    in: ["bar"],
    anywhere: "story",
    does: (_editor, deeds) => deeds.redo(),
  },
  findText: {
    label: "Find and replace",
    group: "Story",
    keys: "Mod-f",
    icon: Search,
    in: ["slash"],
    also: "search",
    anywhere: "page",
    does: (_editor, deeds) => deeds.findText(),
  },
  curl: {
    label: "Curl straight marks",
    group: "Story",
    keys: "Mod-Alt-c",
    icon: CaseSensitive,
    in: ["slash"],
    also: "smart quotes typography apostrophes",
    note: "in all of the text, as the story’s language writes them",
    does: (_editor, deeds) => deeds.curlMarks(),
  },
  save: {
    label: "Save a named revision",
    group: "Story",
    keys: "Mod-s",
    icon: Save,
    in: [],
    anywhere: "page",
    does: (_editor, deeds) => deeds.saveNow(),
  },
  preview: {
    label: "Preview",
    group: "Story",
    keys: "Mod-Alt-v",
    icon: Eye,
    in: [],
    anywhere: "page",
    does: (_editor, deeds) => deeds.preview(),
  },
  send: {
    label: "Send for review",
    group: "Story",
    keys: "Mod-Shift-Enter",
    icon: Send,
    in: [],
    anywhere: "page",
    does: (_editor, deeds) => deeds.send(),
  },
  quiet: {
    label: "Only the text",
    group: "Story",
    keys: "Mod-Shift-e",
    icon: Focus,
    in: ["slash"],
    also: "quiet focus zen distraction",
    note: "nothing beside it; again to come back",
    anywhere: "page",
    does: (_editor, deeds) => deeds.toggleQuiet(),
  },
  theme: {
    label: "Light or dark",
    group: "Story",
    keys: "Mod-Alt-d",
    icon: MoonStar,
    in: ["slash"],
    also: "theme night",
    anywhere: "page",
    does: (_editor, deeds) => deeds.turnTheme(),
  },
  bar: {
    label: "To the bar",
    group: "Story",
    keys: "Alt-F10",
    icon: PanelTop,
    in: [],
    note: "of the selected words, or of the page; Escape goes back to the text",
    does: (_editor, deeds) => deeds.focusBar(),
  },
  keys: {
    label: "This list",
    group: "Story",
    keys: "Mod-/",
    icon: Keyboard,
    in: ["slash"],
    also: "keys help shortcuts",
    note: "or ? outside the text",
    anywhere: "page",
    does: (_editor, deeds) => deeds.showKeys(),
  },
} as const satisfies Record<string, Command>;

export type CommandName = keyof typeof table;
export const commands: Readonly<Record<CommandName, Command>> = table;
export const commandNames = Object.keys(table) as readonly CommandName[];
export const commandsIn = (place: Place): CommandName[] =>
  commandNames.filter((name) => commands[name].in.includes(place));

/** What the slash menu offers after these letters: names that begin with them first. */
export function commandsNamed(query: string): CommandName[] {
  const wanted = query.toLowerCase();
  const begins = (text: string) => text.toLowerCase().startsWith(wanted);
  const named = commandsIn("slash").filter((name) => begins(commands[name].label));
  const also = commandsIn("slash").filter((name) =>
    `${commands[name].label} ${commands[name].also ?? ""}`.split(" ").some(begins),
  );
  return [...new Set([...named, ...also])];
}

/** Words become a note and back. A note holds plain words only, so what is set in them stays with the story. */
function toggleNote(editor: Editor): boolean {
  if (editor.isActive("internalNote")) return write(editor).setNode("paragraph").run();
  const { $from, empty } = editor.state.selection;
  // An empty line becomes the note; beside written words a note gets a line of its own.
  if (empty && $from.parent.content.size === 0 && $from.parent.type.name === "paragraph") {
    return write(editor).setNode("internalNote").run();
  }
  const after = $from.depth > 0 ? $from.after(1) : $from.pos;
  return write(editor)
    .insertContentAt(after, { type: "internalNote" })
    .setTextSelection(after + 1)
    .run();
}
