import { type FocalPoint, pictureLimits, refusedKind } from "@/domain/pictures";
import { type Refusal, refusalWords } from "@/domain/refusal";

/** A picture of the newsroom's own media: the files are /media/{name}-{width}.webp and .jpg. */
export type PictureFile = {
  readonly id: string;
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly widths: readonly number[];
  readonly focal: FocalPoint;
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
export async function sendPicture(file: File, onProgress: (part: number) => void): Promise<Uploaded> {
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
      picture: {
        id,
        name,
        width: Number(told.width),
        height: Number(told.height),
        widths,
        focal: [0.5, 0.5],
      },
    };
  }
  return { ok: false, words: wordsFor(status, told) };
}

function wordsFor(status: number, told: Record<string, unknown>): string {
  if (status === 401) return refusalWords.not_signed_in;
  if (typeof told.words === "string") return told.words;
  return status >= 500 ? unanswered : refusalWords.picture_unreadable;
}

export type Taken =
  | { readonly ok: true; readonly confirmed: boolean; readonly revision?: number }
  | { readonly ok: false; readonly words: string };

/** Sends a picture that stands beside others and not among them: what one looks like, or the paper's logo. */
async function sendTo(address: string, file: File, fields: Readonly<Record<string, string>>): Promise<Taken> {
  const why = await refusalBefore(file);
  if (why) return { ok: false, words: refusalWords[why] };
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set("file", file);
  try {
    const reply = await fetch(address, { method: "POST", body: form });
    const told: Record<string, unknown> = await reply.json().catch(() => ({}));
    if (reply.status !== 201) return { ok: false, words: wordsFor(reply.status, told) };
    const revision = typeof told.revision === "number" ? { revision: told.revision } : {};
    return { ok: true, confirmed: told.confirmed === true, ...revision };
  } catch {
    return { ok: false, words: unanswered };
  }
}

/** Sends what one looks like oneself. */
export const sendFace = (file: File): Promise<Taken> => sendTo("/desk/face", file, {});

/** Sends the paper's logo, as an admin who looked at that revision of the settings. */
export const sendLogo = (file: File, base: number): Promise<Taken> =>
  sendTo("/desk/logo", file, { base: String(base) });

/** The address, for staff, of the narrowest file that is at least so many pixels wide. */
export function pictureAddress(
  { name, widths }: Pick<PictureFile, "name" | "widths">,
  wanted: number,
): string {
  const width = widths.find((each) => each >= wanted) ?? widths.at(-1) ?? wanted;
  return `/desk/media/${name}-${width}.webp`;
}
