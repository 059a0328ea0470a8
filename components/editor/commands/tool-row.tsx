"use client";

import { type Editor, useEditorState } from "@tiptap/react";
import type { KeyboardEvent, ReactNode, Ref } from "react";
import { readSelection } from "../text/outside-change";
import { type CommandName, commands } from "./commands";
import type { Deeds } from "./deeds";
import { keysNamed } from "./keys";

const tool =
  "inline-flex h-8 min-w-8 shrink-0 cursor-pointer items-center justify-center gap-1.5 rounded-[5px] px-2 text-[13.5px] text-ink-2 hover:bg-surface hover:text-ink aria-pressed:bg-surface aria-pressed:text-ink aria-pressed:shadow-[inset_0_0_0_1px_var(--rule)] pointer-coarse:h-10 pointer-coarse:min-w-10";

type Props = {
  label: string;
  names: readonly CommandName[];
  editor: Editor;
  deeds: () => Deeds;
  className: string;
  ref?: Ref<HTMLDivElement>;
  /** What stands in the row besides the icons: drawn after them. */
  children?: ReactNode;
};

/** A row of commands, for the hand and, by arrow keys, for the keyboard. Escape goes back to the text. */
export function ToolRow({ label, names, editor, deeds, className, ref, children }: Props) {
  const states = useEditorState({
    editor,
    selector: ({ editor: now }) => Object.fromEntries(names.map((name) => [name, commands[name].on?.(now)])),
  });
  return (
    <div
      ref={ref}
      role="toolbar"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === "Escape") editor.commands.focus();
        else moveAlong(event);
      }}
      className={className}
    >
      {names.map((name) => (
        <Tool
          key={name}
          name={name}
          pressed={states[name]}
          onPress={() => {
            readSelection(editor.view);
            commands[name].does(editor, deeds());
          }}
        />
      ))}
      {children}
    </div>
  );
}

function moveAlong(event: KeyboardEvent<HTMLDivElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const tools = [...event.currentTarget.querySelectorAll<HTMLButtonElement>("button")];
  const at = tools.findIndex((each) => each.matches(":focus"));
  const next = { Home: 0, End: tools.length - 1 }[event.key] ?? (step && at + step);
  if (next === undefined) return;
  event.preventDefault();
  tools[(next + tools.length) % tools.length]?.focus();
}

type ToolProps = {
  name: CommandName;
  pressed?: boolean | undefined;
  className?: string;
  onPress: () => void;
  children?: ReactNode;
};

/** One command as a button. */
export function Tool({ name, pressed, className = "", onPress, children }: ToolProps) {
  const { label, keys, icon: Icon } = commands[name];
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      title={`${label} (${keysNamed(keys)})`}
      // The selection stays in the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
      className={`${tool} ${className}`}
    >
      {children ?? <Icon aria-hidden size={17} />}
    </button>
  );
}
