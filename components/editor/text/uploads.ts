import { type Editor, Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { v7 as newId } from "uuid";
import { pictureLimits, refusedKind } from "@/domain/pictures";
import { type Refusal, refusalWords } from "@/domain/refusal";
import { insertBlock } from "./insert-block";

/** A picture of the newsroom's own media: the files are /media/{name}-{width}.webp and .jpg. */
export type PictureFile = {
  readonly id: string;
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly widths: readonly number[];
};

export type Uploaded =
  | { readonly ok: true; readonly picture: PictureFile }
  | { readonly ok: false; readonly words: string };

const kinds = ["image/jpeg", "image/png", "image/webp", "image/gif"];
export const pictureKinds = kinds.join(",");

const unanswered =
  "The picture did not reach the newsroom. The text is untouched; see that you are connected, and choose the picture again.";

/** What can be told of a file before it is sent: the newsroom looks at the same bytes again. */
async function refusalBefore(file: File): Promise<Refusal | null> {
  if (file.size > pictureLimits.bytes) return "picture_too_big";
  return refusedKind(new Uint8Array(await file.slice(0, 512).arrayBuffer()));
}

/** Sends a picture to the newsroom's media. `onProgress` is told from 0 to 1. */
export async function uploadPicture(file: File, onProgress: (part: number) => void): Promise<Uploaded> {
  const why = await refusalBefore(file);
  if (why) return { ok: false, words: refusalWords[why] };
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/desk/media");
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => total > 0 && onProgress(loaded / total);
    request.onload = () => resolve(uploaded(request.status, request.response));
    request.onerror = () => resolve({ ok: false, words: unanswered });
    request.onabort = request.onerror;
    const form = new FormData();
    form.set("file", file);
    request.send(form);
  });
}

function uploaded(status: number, answer: unknown): Uploaded {
  const told = (typeof answer === "object" && answer !== null ? answer : {}) as Record<string, unknown>;
  if (status === 201 && typeof told.id === "string" && typeof told.name === "string") {
    const widths = Array.isArray(told.widths) ? told.widths.map(Number) : [];
    const { id, name } = told;
    return {
      ok: true,
      picture: { id, name, width: Number(told.width), height: Number(told.height), widths },
    };
  }
  if (status === 401) return { ok: false, words: refusalWords.not_signed_in };
  if (typeof told.words === "string") return { ok: false, words: told.words };
  const known = status >= 500 ? unanswered : refusalWords.picture_unreadable;
  return { ok: false, words: known };
}

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
  editor.view.dispatch(editor.state.tr.setMeta(places, { kind: "add", id, pos, bar } satisfies Told));
  const answer = await uploadPicture(file, (part) => {
    bar.firstElementChild?.setAttribute("value", String(part));
  });
  if (editor.isDestroyed) return null;
  const [place] = places.getState(editor.state)?.find(undefined, undefined, (spec) => spec.id === id) ?? [];
  editor.view.dispatch(editor.state.tr.setMeta(places, { kind: "remove", id } satisfies Told));
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
