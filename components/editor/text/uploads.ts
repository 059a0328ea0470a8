import { type Editor, Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { v7 as newId } from "uuid";
import { type PictureFile, sendPicture } from "@/components/pictures/send-picture";
import { insertBlock } from "./insert-block";
import { changeFromOutside } from "./outside-change";

type Told =
  | { readonly kind: "add"; readonly id: string; readonly pos: number; readonly bar: HTMLElement }
  | { readonly kind: "remove"; readonly id: string };
const places = new PluginKey<DecorationSet>("uploadPlaces");

/** Keeps a place in the text for each picture under way, wherever the text around it moves. */
export const uploadPlaces = Extension.create({
  name: "uploadPlaces",
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key: places,
        state: {
          init: () => DecorationSet.empty,
          apply(tr, before) {
            const told: Told | undefined = tr.getMeta(places);
            const kept = before.map(tr.mapping, tr.doc);
            if (told?.kind === "add") {
              return kept.add(tr.doc, [Decoration.widget(told.pos, told.bar, { id: told.id })]);
            }
            if (told?.kind !== "remove") return kept;
            return kept.remove(kept.find(undefined, undefined, (spec) => spec.id === told.id));
          },
        },
        props: { decorations: (state) => places.getState(state) },
      }),
    ];
  },
});

/** Sends a picture and puts it where it was dropped, with a bar in its place until it is there. Answers what went wrong. */
export async function placePicture(
  editor: Editor,
  file: File,
  at: number | null,
  known: (picture: PictureFile) => void,
): Promise<string | null> {
  const id = newId();
  const bar = progressBar(file.name);
  const pos = at ?? editor.state.selection.to;
  changeFromOutside(editor, ({ tr }) => tr.setMeta(places, { kind: "add", id, pos, bar } satisfies Told));
  const answer = await sendPicture(file, (part) => {
    bar.firstElementChild?.setAttribute("value", String(part));
  });
  if (editor.isDestroyed) return null;
  const [place] = places.getState(editor.state)?.find(undefined, undefined, (spec) => spec.id === id) ?? [];
  changeFromOutside(editor, ({ tr }) => tr.setMeta(places, { kind: "remove", id } satisfies Told));
  if (!answer.ok) return answer.words;
  known(answer.picture);
  insertBlock(editor, place?.from ?? editor.state.selection.to, {
    type: "picture",
    attrs: { mediaId: answer.picture.id },
  });
  return null;
}

function progressBar(name: string): HTMLElement {
  const around = document.createElement("span");
  around.className = "upload-bar";
  const bar = document.createElement("progress");
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", `Sending ${name}`);
  around.append(bar, document.createTextNode(`Sending ${name}`));
  return around;
}
