"use client";

import type { Editor } from "@tiptap/react";
import { commands, commandsIn } from "../commands/commands";
import type { Deeds } from "../commands/deeds";
import { keysNamed } from "../commands/keys";
import { Tool, ToolRow } from "../commands/tool-row";

const names = commandsIn("bar");

/** What can be done to the text, above it. */
export function Toolbar({ editor, deeds }: { editor: Editor; deeds: () => Deeds }) {
  return (
    <ToolRow
      label="Writing"
      names={names}
      editor={editor}
      deeds={deeds}
      className="sticky top-0 z-20 flex justify-start gap-0.5 overflow-x-auto bg-sunken px-2 py-2 outline-none 2xl:justify-center"
    >
      <Tool name="find" onPress={() => deeds().findQuotes()}>
        <span className="whitespace-nowrap">Find quotes</span>
      </Tool>
      <Tool
        name="attach"
        onPress={() => deeds().attachQuote()}
        className="bg-accent-soft px-2.5 font-semibold text-accent! hover:bg-accent-soft max-lg:order-first"
      >
        <span aria-hidden>❝</span>
        <span className="whitespace-nowrap">Attach quote</span>
        <kbd aria-hidden className="hidden font-ui text-[11px] whitespace-nowrap opacity-80 2xl:inline">
          {keysNamed(commands.attach.keys)}
        </kbd>
      </Tool>
    </ToolRow>
  );
}
