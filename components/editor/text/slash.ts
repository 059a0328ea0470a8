import { type Editor, Extension } from "@tiptap/core";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { type CommandName, commands, commandsNamed } from "../commands/commands";
import type { Deeds } from "../commands/deeds";

/** The slash menu while it is open: where the slash stands, the letters after it, and which entry is marked. */
export type Slash = {
  readonly from: number;
  readonly to: number;
  readonly names: readonly CommandName[];
  readonly at: number;
};
type Told = { readonly mark: number } | "close";

const slash = new PluginKey<Slash | null>("slash");
export const slashIn = (state: EditorState): Slash | null => slash.getState(state) ?? null;
export const slashMenuId = "slash-menu";
export const slashEntryId = (name: CommandName): string => `slash-${name}`;

/** What stands from a slash at the beginning of a word to the caret; null where no menu belongs. */
function typedAfterSlash({ selection }: EditorState): { from: number; to: number; query: string } | null {
  const { $from, empty, from: to } = selection;
  if (!empty || !["paragraph", "heading"].includes($from.parent.type.name)) return null;
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 40), $from.parentOffset, "", "\n");
  const match = /(?:^|\s)\/([\p{L}]{0,20})$/u.exec(before);
  return match ? { from: to - (match[1]?.length ?? 0) - 1, to, query: match[1] ?? "" } : null;
}

function apply(tr: Transaction, before: Slash | null, state: EditorState): Slash | null {
  const told: Told | undefined = tr.getMeta(slash);
  if (told === "close") return null;
  const typed = typedAfterSlash(state);
  if (!typed) return null;
  // It opens as the slash is typed, and not because the caret comes by an old one.
  const opens = tr.docChanged && typed.query === "" && !tr.getMeta("paste");
  if (!before && !opens) return null;
  if (before && tr.mapping.map(before.from) !== typed.from) return null;
  const names = commandsNamed(typed.query);
  if (names.length === 0) return null;
  const at = told ? told.mark : before && before.names.join() === names.join() ? before.at : 0;
  return { from: typed.from, to: typed.to, names, at };
}

const tell = (editor: Editor, told: Told) =>
  editor.view.dispatch(editor.state.tr.setMeta(slash, told).setMeta("addToHistory", false));

export const closeSlash = (editor: Editor): void => tell(editor, "close");

/** Takes the slash and the letters after it away and does what was chosen. */
export function chooseInSlash(editor: Editor, name: CommandName, deeds: Deeds): void {
  const open = slashIn(editor.state);
  if (!open) return;
  editor.chain().focus().deleteRange({ from: open.from, to: open.to }).run();
  commands[name].does(editor, deeds);
}

/** A slash opens the list of what can be put in. Arrows mark, Enter chooses, Escape leaves the slash as it was typed. */
export const slashMenu = (deeds: () => Deeds) =>
  Extension.create({
    name: "slashMenu",
    // Its keys come before those of the commands, while it is open.
    priority: 1_100,
    addProseMirrorPlugins() {
      const { editor } = this;
      return [
        new Plugin<Slash | null>({
          key: slash,
          state: { init: () => null, apply: (tr, before, _old, state) => apply(tr, before, state) },
          props: {
            attributes: (state): Record<string, string> => {
              const open = slashIn(state);
              const marked = open?.names[open.at];
              return marked
                ? { "aria-controls": slashMenuId, "aria-activedescendant": slashEntryId(marked) }
                : {};
            },
            handleKeyDown(view, event) {
              const open = slashIn(view.state);
              if (!open || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
              const count = open.names.length;
              const name = open.names[open.at];
              if (event.key === "ArrowDown") tell(editor, { mark: (open.at + 1) % count });
              else if (event.key === "ArrowUp") tell(editor, { mark: (open.at + count - 1) % count });
              else if (event.key === "Escape") tell(editor, "close");
              else if ((event.key === "Enter" || event.key === "Tab") && name)
                chooseInSlash(editor, name, deeds());
              else return false;
              return true;
            },
          },
        }),
      ];
    },
  });
