import type { Embed } from "../body/embeds";
import type { Logo } from "../paper";
import { faceWidth } from "../pictures";
import type { SourceKind } from "../quotes";

/** What readers may see of a story: every field of it, and no other. Built by `publicationOf` and by nothing else.
 * Plain text throughout; moments are ISO 8601 in UTC, days are YYYY-MM-DD in the newsroom's zone. */
export type PublicDocument = {
  readonly version: 1;
  readonly storyId: string;
  readonly address: string;
  readonly section: PublicName;
  readonly topics: readonly PublicName[];
  readonly language: string;
  readonly kicker: string;
  readonly headline: string;
  readonly standfirst: string;
  readonly authors: readonly PublicAuthor[];
  readonly publishedAt: string;
  readonly updatedAt: string;
  readonly words: number;
  readonly minutes: number;
  readonly hero: PublicPicture | null;
  readonly body: readonly PublicBlock[];
  readonly notes: readonly PublicNote[];
  readonly sourcing: PublicSourcing;
  /** An editor wishes no appeal for support beside it. Missing where one may stand. */
  readonly withoutAppeal?: true;
  /** An editor wishes no replies under it. Missing where they may be left. */
  readonly withoutReplies?: true;
  /** The `ref` of the note whose words stand on the card instead of the headline. Missing where the headline does, and of
   * no effect where there is no such note. */
  readonly cardQuote?: string;
};

export type PublicName = { readonly slug: string; readonly name: string };
export type PublicAuthor = PublicName & { readonly title: string };

/** The files are /media/{name}-{width}.webp and .jpg for each width, ascending. */
export type PublicPicture = {
  readonly name: string;
  readonly widths: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
  readonly focal: readonly [number, number];
};

/** Where readers find pictures; the desk has its own place, with those that are not published. */
export const readersMedia = "/media";

/** The address of one of the files of a picture. */
export function pictureAddress(
  picture: PublicPicture,
  width: number,
  type: "webp" | "jpg",
  media = readersMedia,
): string {
  return `${media}/${picture.name}-${width}.${type}`;
}

/** The address of what an author looks like. */
export const faceAddress = (name: string, media = readersMedia): string =>
  `${media}/${name}-${faceWidth}.webp`;

/** The address of the paper's logo. */
export const logoAddress = ({ name, width }: Logo, media = readersMedia): string =>
  `${media}/${name}-${width}.webp`;

export type PublicBlock =
  | { readonly kind: "paragraph"; readonly inline: readonly PublicInline[] }
  | { readonly kind: "heading"; readonly level: 2 | 3; readonly inline: readonly PublicInline[] }
  | {
      readonly kind: "list";
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly PublicBlock[])[];
    }
  | { readonly kind: "blockquote"; readonly blocks: readonly PublicBlock[] }
  | {
      readonly kind: "pullQuote";
      readonly text: string;
      readonly speaker: string;
      readonly role: string;
      readonly slug: string | null;
    }
  | { readonly kind: "picture"; readonly picture: PublicPicture }
  | { readonly kind: "embed"; readonly embed: Embed; readonly caption: string }
  | { readonly kind: "rule" };

/** `note` is the number of the margin note that belongs to these words; the last piece of a quotation carries `noteEnds`. */
export type PublicInline =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly bold?: true;
      readonly italic?: true;
      readonly href?: string;
      readonly note?: number;
      readonly noteEnds?: true;
    }
  | { readonly kind: "break" };

/** The margin note of one quotation: who, when, where, how it was verified. */
export type PublicNote = {
  readonly number: number;
  readonly words: string;
  /** A name, or the description of an unnamed source. */
  readonly speaker: string;
  readonly role: string;
  /** The speaker's page, /said/{slug}; null for an unnamed source. */
  readonly slug: string | null;
  /** What the speaker is: a person, an organisation, a document … Null for an unnamed source, of whom it is not told. */
  readonly speakerKind: SourceKind | null;
  /** The quote's own page, /quote/{ref}; null for an unnamed source, and missing in copies from before there were any. */
  readonly ref?: string | null;
  /** "Interview with the Record, 20 Nov 2026, by phone." */
  readonly occasion: string;
  /** "Recorded.", "Notes on file.", or empty. */
  readonly kept: string;
  /** "Checked against the recording", "Identity known to two editors", "Not yet checked". */
  readonly verified: string;
  readonly standing: "verified" | "attributed" | "unnamed";
  /** Why an unnamed source is not named; empty otherwise. */
  readonly unnamedReason: string;
  readonly credibility: string;
  readonly saidOn: string | null;
  /** Documents that an editor put before readers. Never part of a publication: they are looked up with the page. */
  readonly documents?: readonly PublicDocumentLink[];
};

export type PublicDocumentLink = {
  readonly number: number;
  readonly name: string;
  readonly title: string;
  readonly page: string;
};

/** Where readers open a published document; a PDF at its page. */
export const documentAddress = ({ name, page }: PublicDocumentLink): string =>
  `/documents/${name}${/^\d{1,5}$/.test(page.trim()) ? `#page=${page.trim()}` : ""}`;

export type PublicSourcing = {
  readonly quotes: number;
  readonly sources: number;
  readonly named: number;
  readonly rows: readonly PublicSourceRow[];
};
export type PublicSourceRow = {
  readonly speaker: string;
  readonly slug: string | null;
  /** "Mayor of Tidewater · interviewed 20 Nov · 4 quotes". */
  readonly line: string;
  /** "Recording", "Document", "Name withheld". */
  readonly label: string;
  readonly standing: "verified" | "attributed" | "unnamed";
};

/** Every picture that a story shows, the first one at its head. */
export function picturesOf(document: Pick<PublicDocument, "hero" | "body">): PublicPicture[] {
  const inBlocks = (blocks: readonly PublicBlock[]): PublicPicture[] =>
    blocks.flatMap((block) => {
      if (block.kind === "picture") return [block.picture];
      if (block.kind === "blockquote") return inBlocks(block.blocks);
      return block.kind === "list" ? block.items.flatMap(inBlocks) : [];
    });
  return [...(document.hero ? [document.hero] : []), ...inBlocks(document.body)];
}

/** The same document with one picture cropped around another point, wherever it is shown. Nothing else changes. */
export function withFocalPoint(
  document: PublicDocument,
  name: string,
  focal: PublicPicture["focal"],
): PublicDocument {
  const moved = (picture: PublicPicture): PublicPicture =>
    picture.name === name ? { ...picture, focal } : picture;
  const inBlock = (block: PublicBlock): PublicBlock => {
    if (block.kind === "picture") return { ...block, picture: moved(block.picture) };
    if (block.kind === "blockquote") return { ...block, blocks: block.blocks.map(inBlock) };
    if (block.kind === "list") return { ...block, items: block.items.map((item) => item.map(inBlock)) };
    return block;
  };
  return { ...document, hero: document.hero && moved(document.hero), body: document.body.map(inBlock) };
}

/** Every text of a publication that readers are shown, in the order in which it stands. The pieces of a paragraph are one
 * text: words are looked for across them. */
export function textsOf(story: PublicDocument): string[] {
  const texts: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === "string") texts.push(value);
    else if (Array.isArray(value)) value.forEach(walk);
    else if (value && typeof value === "object") {
      for (const [name, part] of Object.entries(value)) {
        if (name === "inline" && Array.isArray(part))
          texts.push(part.map((each) => each.text ?? "\n").join(""));
        walk(part);
      }
    }
  };
  walk(story);
  return texts;
}
