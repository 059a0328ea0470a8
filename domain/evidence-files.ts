import { kindOf } from "./pictures";

/** What a file of evidence may be. Bytes. */
export const evidenceLimits = {
  recording: 200 * 1024 * 1024,
  document: 50 * 1024 * 1024,
  title: 200,
} as const;

export type EvidenceType = {
  readonly kind: "recording" | "document";
  readonly type: string;
  readonly ending: "mp3" | "m4a" | "ogg" | "wav" | "webm" | "pdf" | "jpg";
};

const types = {
  mp3: { kind: "recording", type: "audio/mpeg", ending: "mp3" },
  m4a: { kind: "recording", type: "audio/mp4", ending: "m4a" },
  ogg: { kind: "recording", type: "audio/ogg", ending: "ogg" },
  wav: { kind: "recording", type: "audio/wav", ending: "wav" },
  webm: { kind: "recording", type: "audio/webm", ending: "webm" },
  pdf: { kind: "document", type: "application/pdf", ending: "pdf" },
  /** Pictures are written anew as JPEG, like every picture. */
  picture: { kind: "document", type: "image/jpeg", ending: "jpg" },
} as const satisfies Record<string, EvidenceType>;

const text = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to));

/** A frame of MPEG sound begins with eleven bits set; layer, bit rate and sample rate then have values that are none. */
function isMpegFrame([first = 0, second = 0, third = 0]: Uint8Array): boolean {
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return false;
  return (second & 0x06) !== 0 && (third & 0xf0) !== 0xf0 && (third & 0x0c) !== 0x0c;
}

/** What a file is by its first bytes, about a dozen of them; null for what is not kept as evidence. What it is called,
 * or said to be, counts for nothing. */
export function evidenceType(bytes: Uint8Array): EvidenceType | null {
  if (kindOf(bytes)) return types.picture;
  if (text(bytes, 0, 5) === "%PDF-") return types.pdf;
  if (text(bytes, 0, 4) === "OggS") return types.ogg;
  if (text(bytes, 0, 4) === "RIFF" && text(bytes, 8, 12) === "WAVE") return types.wav;
  if (text(bytes, 0, 4) === "\x1aE\xdf\xa3") return types.webm;
  if (text(bytes, 4, 8) === "ftyp" && /^(M4[AB] |mp4[12]|iso[m2-6]|dash|3gp\d)$/.test(text(bytes, 8, 12)))
    return types.m4a;
  return text(bytes, 0, 3) === "ID3" || isMpegFrame(bytes) ? types.mp3 : null;
}

/** The name of one file of evidence, and nothing else: no path can be made of it. */
export const isEvidenceName = (asked: string): boolean =>
  /^[0-9a-f]{32}\.(mp3|m4a|ogg|wav|webm|pdf|jpg)$/.test(asked);

/** The part of a file that a request asks for, both ends included. "whole" where it asks for none, or for several;
 * "none" for one that is not there. */
export function rangeAsked(
  header: string | null,
  size: number,
): { readonly start: number; readonly end: number } | "whole" | "none" {
  const [, from = "", to = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? "") ?? [];
  if (!from && !to) return "whole";
  // "-500" are the last five hundred.
  const start = from ? Number(from) : Math.max(0, size - Number(to));
  const end = from && to ? Math.min(Number(to), size - 1) : size - 1;
  if (start >= size || (!from && Number(to) === 0)) return "none";
  return start > end ? "whole" : { start, end };
}
