import { directionOf } from "../direction";
import { escaped } from "../escaped";

/** One piece of a letter, from top to bottom. */
export type Block =
  | { readonly kind: "text"; readonly text: string }
  /** Somebody's own words, such as a headline or a comment: set apart, in the direction of their language. */
  | { readonly kind: "words"; readonly text: string; readonly language: string }
  /** A way to a page of our own. The path begins with "/"; the origin is put before it when the letter is sent. */
  | { readonly kind: "link"; readonly label: string; readonly path: string }
  /** A one-time link, of which only the record's id is kept: its token is made when the letter is sent. */
  | {
      readonly kind: "one-time link";
      readonly label: string;
      readonly purpose: LinkPurpose;
      readonly id: string;
    }
  | { readonly kind: "small"; readonly text: string };

export type LinkPurpose = "invitation" | "reset" | "confirm" | "leave";

/** A letter as it waits in the outbox: words and paths, no address and no header. */
export type Letter = {
  readonly subject: string;
  /** BCP 47. */
  readonly language: string;
  readonly blocks: readonly Block[];
  /** A letter of the newsletter, to this subscriber: it carries the way to leave in its headers. */
  readonly subscriber?: string;
  /** The newsletter of this day: what it says is looked up when it is sent. */
  readonly digest?: string;
  /** What it says instead where its story is under embargo when it is sent. */
  readonly underEmbargo?: Pick<Letter, "subject" | "blocks">;
};

/** A letter without the words of a story under embargo: mail leaves the house, so it says what happened and where to
 * read on, and nothing of what the story says. */
export const withoutWords = ({ underEmbargo, ...letter }: Letter): Letter => ({
  ...letter,
  subject: underEmbargo?.subject ?? "About a story under embargo",
  blocks: underEmbargo?.blocks ?? letter.blocks.filter((block) => block.kind !== "words"),
});

export type WrittenLetter = { readonly subject: string; readonly text: string; readonly html: string };

/** What has to be known to write a letter out. `origin` is the configured one, never what a request says. */
export type Stationery = {
  readonly origin: string;
  readonly token: (purpose: LinkPurpose, id: string) => string;
};

const pages: Record<LinkPurpose, string> = {
  invitation: "/desk/join/",
  reset: "/desk/reset/",
  confirm: "/newsletter/confirm/",
  leave: "/newsletter/leave/",
};
const mostInSubject = 180;

/** A text on one line without control characters: what may stand in a header. */
export function headerText(text: string): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    // What begins so would be read as an encoded word (RFC 2047), and shown as something else.
    .replaceAll("=?", "= ?")
    .trim();
  const letters = [...line];
  return letters.length <= mostInSubject
    ? line
    : `${letters
        .slice(0, mostInSubject - 1)
        .join("")
        .trimEnd()}…`;
}

/** The letter as plain text and as a modest page: no picture, no script, nothing fetched from anywhere. */
export function writtenLetter(letter: Letter, stationery: Stationery): WrittenLetter {
  const addressOf = (block: Block): string => {
    if (block.kind === "link") return addressAt(block.path, stationery.origin);
    if (block.kind !== "one-time link") return "";
    return addressAt(
      `${pages[block.purpose]}${stationery.token(block.purpose, block.id)}`,
      stationery.origin,
    );
  };
  return {
    subject: headerText(letter.subject),
    text: `${letter.blocks.map((block) => plainBlock(block, addressOf(block))).join("\n\n")}\n`,
    html: htmlOf(letter, addressOf),
  };
}

/** A path of our own as a whole address. Anything that would lead elsewhere leads to the front page. */
function addressAt(path: string, origin: string): string {
  const isOurs = /^\/(?![/\\])/.test(path) && URL.canParse(path, origin);
  const url = isOurs ? new URL(path, origin) : new URL(origin);
  return url.origin === origin ? url.href : `${origin}/`;
}

function plainBlock(block: Block, address: string): string {
  if (block.kind === "link" || block.kind === "one-time link") return `${block.label}:\n${address}`;
  if (block.kind !== "words") return plain(block.text);
  const lines = plain(block.text).split("\n");
  return lines.map((line) => `    ${line}`).join("\n");
}

/** Line ends of one kind, and no other control character. */
const plain = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .trim();

const lines = (text: string): string => escaped(plain(text)).replaceAll("\n", "<br>");

function htmlBlock(block: Block, address: string): string {
  switch (block.kind) {
    case "text":
      return `<p style="margin:0 0 16px">${lines(block.text)}</p>`;
    case "words":
      return `<blockquote lang="${escaped(block.language)}" dir="${directionOf(block.language)}" style="margin:0 0 16px;padding:2px 14px;border-inline-start:3px solid #b3261e;font-family:Georgia,serif;font-size:18px;overflow-wrap:anywhere">${lines(block.text)}</blockquote>`;
    case "small":
      return `<p style="margin:24px 0 0;font-size:13px;color:#5c5a55">${lines(block.text)}</p>`;
    default:
      return `<p style="margin:0 0 16px"><a href="${escaped(address)}" style="display:inline-block;padding:9px 16px;border-radius:6px;background:#1b1a18;color:#ffffff;text-decoration:none;font-weight:600">${escaped(block.label)}</a></p><p style="margin:0 0 16px;font-size:13px;color:#5c5a55;overflow-wrap:anywhere">${escaped(address)}</p>`;
  }
}

const htmlOf = (letter: Letter, addressOf: (block: Block) => string): string =>
  `<!doctype html><html lang="${escaped(letter.language)}" dir="${directionOf(letter.language)}"><head><meta charset="utf-8"><title>${escaped(headerText(letter.subject))}</title></head><body style="margin:0;padding:24px;background:#ffffff;color:#1b1a18;font-family:Helvetica,Arial,sans-serif;font-size:15px;line-height:1.5"><div style="max-width:560px;margin:0 auto">${letter.blocks.map((block) => htmlBlock(block, addressOf(block))).join("")}</div></body></html>`;

/** Where a subscriber leaves the newsletter, as a whole address. */
export const leaveAddress = (subscriberId: string, { origin, token }: Stationery): string =>
  addressAt(`${pages.leave}${token("leave", subscriberId)}`, origin);
