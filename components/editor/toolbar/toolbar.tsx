"use client";

import { type Editor, useEditorState } from "@tiptap/react";
import {
  Heading2,
  Heading3,
  ImagePlus,
  Link2,
  List,
  ListOrdered,
  type LucideIcon,
  Minus,
  Quote,
  Redo2,
  TextQuote,
  Undo2,
} from "lucide-react";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import type { Commands } from "../text/editor-kit";
import { keyNamed } from "./keys";

const stateOf = (editor: Editor) => ({
  bold: editor.isActive("bold"),
  italic: editor.isActive("italic"),
  h2: editor.isActive("heading", { level: 2 }),
  h3: editor.isActive("heading", { level: 3 }),
  bullets: editor.isActive("bulletList"),
  numbers: editor.isActive("orderedList"),
  blockquote: editor.isActive("blockquote"),
  link: editor.isActive("link"),
  pull: editor.isActive("pullQuote"),
  undo: editor.can().undo(),
  redo: editor.can().redo(),
});

const tool =
  "inline-flex h-8 min-w-8 shrink-0 cursor-pointer items-center justify-center gap-1.5 rounded-[5px] px-2 text-[13.5px] text-ink-2 hover:bg-surface hover:text-ink aria-pressed:bg-surface aria-pressed:text-ink aria-pressed:shadow-[inset_0_0_0_1px_var(--rule)] aria-disabled:opacity-40";

type Kind = {
  readonly name: string;
  readonly keys: Parameters<typeof keyNamed>[0];
  readonly icon: ReactNode;
  readonly on?: keyof ReturnType<typeof stateOf>;
  readonly does: (editor: Editor, commands: Commands) => unknown;
};

const icon = (Icon: LucideIcon) => <Icon aria-hidden size={17} />;
const write = (editor: Editor) => editor.chain().focus();

/** In the order of the bar. */
const kinds: readonly Kind[] = [
  {
    name: "Bold",
    keys: "bold",
    on: "bold",
    icon: <b aria-hidden>B</b>,
    does: (e) => write(e).toggleBold().run(),
  },
  {
    name: "Italic",
    keys: "italic",
    on: "italic",
    icon: (
      <i aria-hidden className="font-head">
        I
      </i>
    ),
    does: (e) => write(e).toggleItalic().run(),
  },
  {
    name: "Heading",
    keys: "h2",
    on: "h2",
    icon: icon(Heading2),
    does: (e) => write(e).toggleHeading({ level: 2 }).run(),
  },
  {
    name: "Subheading",
    keys: "h3",
    on: "h3",
    icon: icon(Heading3),
    does: (e) => write(e).toggleHeading({ level: 3 }).run(),
  },
  {
    name: "Bulleted list",
    keys: "bullets",
    on: "bullets",
    icon: icon(List),
    does: (e) => write(e).toggleBulletList().run(),
  },
  {
    name: "Numbered list",
    keys: "numbers",
    on: "numbers",
    icon: icon(ListOrdered),
    does: (e) => write(e).toggleOrderedList().run(),
  },
  {
    name: "Block quote",
    keys: "blockquote",
    on: "blockquote",
    icon: icon(TextQuote),
    does: (e) => write(e).toggleBlockquote().run(),
  },
  { name: "Link", keys: "link", on: "link", icon: icon(Link2), does: (_e, commands) => commands.editLink() },
  {
    name: "Picture",
    keys: "picture",
    icon: icon(ImagePlus),
    does: (_e, commands) => commands.choosePicture(),
  },
  {
    name: "Pull quote",
    keys: "pull",
    on: "pull",
    icon: icon(Quote),
    does: (_e, commands) => commands.choosePullQuote(),
  },
  { name: "Dividing line", keys: "line", icon: icon(Minus), does: (e) => write(e).setHorizontalRule().run() },
];

/** Everything that can be done to the text, for the hand and, by arrow keys, for the keyboard. */
export function Toolbar({ editor, commands }: { editor: Editor; commands: () => Commands }) {
  const bar = useRef<HTMLDivElement>(null);
  const on = useEditorState({ editor, selector: ({ editor: now }) => stateOf(now) });
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const tools = [...(bar.current?.querySelectorAll<HTMLButtonElement>("button") ?? [])];
    const at = tools.indexOf(document.activeElement as HTMLButtonElement);
    event.preventDefault();
    tools[(at + step + tools.length) % tools.length]?.focus();
  };
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label="Writing"
      tabIndex={-1}
      onKeyDown={move}
      className="sticky top-0 z-20 flex justify-start gap-0.5 overflow-x-auto bg-sunken px-2 py-2 outline-none xl:justify-center"
    >
      {kinds.map((kind) => (
        <Tool
          key={kind.name}
          name={kind.name}
          keys={kind.keys}
          pressed={kind.on ? on[kind.on] : undefined}
          onPress={() => kind.does(editor, commands())}
        >
          {kind.icon}
        </Tool>
      ))}
      <Tool name="Undo" keys="undo" off={!on.undo} onPress={() => write(editor).undo().run()}>
        {icon(Undo2)}
      </Tool>
      <Tool name="Redo" keys="redo" off={!on.redo} onPress={() => write(editor).redo().run()}>
        {icon(Redo2)}
      </Tool>
      <Tool name="Find quotes" keys="find" onPress={() => commands().findQuotes()}>
        <span className="whitespace-nowrap">Find quotes</span>
      </Tool>
      <Tool name="Attach quote" keys="attach" loud onPress={() => commands().attachQuote()}>
        <span aria-hidden>❝</span>
        <span className="whitespace-nowrap">Attach quote</span>
        <kbd aria-hidden className="hidden font-ui text-[11px] whitespace-nowrap opacity-80 xl:inline">
          {keyNamed("attach")}
        </kbd>
      </Tool>
    </div>
  );
}

type ToolProps = {
  name: string;
  keys: Parameters<typeof keyNamed>[0];
  pressed?: boolean | undefined;
  off?: boolean;
  loud?: boolean;
  onPress: () => void;
  children: ReactNode;
};

function Tool({ name, keys, pressed, off = false, loud = false, onPress, children }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={name}
      aria-pressed={pressed}
      aria-disabled={off || undefined}
      title={`${name} (${keyNamed(keys)})`}
      // The selection stays in the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => !off && onPress()}
      className={
        loud
          ? `${tool} bg-accent-soft px-2.5 max-lg:order-first font-semibold text-accent! hover:bg-accent-soft`
          : tool
      }
    >
      {children}
    </button>
  );
}
