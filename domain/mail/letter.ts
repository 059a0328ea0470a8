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
      /** In small letters, at the foot. */
      readonly quiet?: true;
    }
  /** The name of the paper above a letter to readers, with a line under it. */
  | { readonly kind: "masthead"; readonly name: string; readonly line: string }
  /** A story, as a newspaper lists it: the headline leads to it. */
  | {
      readonly kind: "story";
      readonly kicker: string;
      readonly headline: string;
      readonly standfirst: string;
      readonly byline: string;
      readonly language: string;
      readonly path: string;
      /** The first of the letter, set larger. */
      readonly lead: boolean;
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
    if (block.kind === "link" || block.kind === "story") return addressAt(block.path, stationery.origin);
    if (block.kind === "masthead") return `${stationery.origin}/`;
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
  if (block.kind === "masthead") return [block.name, block.line].map(plain).filter(Boolean).join("\n");
  if (block.kind === "story") {
    const { kicker, headline, standfirst, byline } = block;
    const above = [kicker, headline].map(plain).filter(Boolean).join(": ");
    return [above, plain(standfirst), plain(byline), address].filter(Boolean).join("\n");
  }
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
    case "masthead":
      return `<div style="margin:0 0 24px;padding:0 0 14px;border-bottom:2px solid #17171b"><p style="margin:0;font:bold 28px/1.15 Georgia,serif"><a href="${escaped(address)}" style="color:#17171b;text-decoration:none">${lines(block.name)}</a></p>${block.line ? `<p style="margin:6px 0 0;font-size:13px;color:#67656e">${lines(block.line)}</p>` : ""}</div>`;
    case "story":
      return storyHtml(block, address);
    default:
      if (block.kind === "one-time link" && block.quiet)
        return `<p style="margin:8px 0 0;font-size:13px"><a href="${escaped(address)}" style="color:#5c5a55">${escaped(block.label)}</a></p>`;
      return `<p style="margin:0 0 16px"><a href="${escaped(address)}" style="display:inline-block;padding:9px 16px;border-radius:6px;background:#1b1a18;color:#ffffff;text-decoration:none;font-weight:600">${escaped(block.label)}</a></p><p style="margin:0 0 16px;font-size:13px;color:#5c5a55;overflow-wrap:anywhere">${escaped(address)}</p>`;
  }
}

function storyHtml(story: Extract<Block, { kind: "story" }>, address: string): string {
  const { kicker, headline, standfirst, byline, language, lead } = story;
  const line = (style: string, text: string) => (text ? `<p style="${style}">${lines(text)}</p>` : "");
  return `<div lang="${escaped(language)}" dir="${directionOf(language)}" style="margin:0 0 20px;padding:0 0 20px;border-bottom:1px solid #dfdbd1;overflow-wrap:anywhere">${line("margin:0 0 4px;font-size:13px;font-weight:bold;color:#98182e", kicker)}<h2 style="margin:0 0 6px;font:normal ${lead ? "28px/1.15" : "21px/1.2"} Georgia,serif"><a href="${escaped(address)}" style="color:#17171b;text-decoration:none">${lines(headline)}</a></h2>${line("margin:0 0 8px;font:16px/1.5 Georgia,serif;color:#4b4a52", standfirst)}${line("margin:0;font-size:13px;color:#67656e", byline)}</div>`;
}

const htmlOf = (letter: Letter, addressOf: (block: Block) => string): string =>
  `<!doctype html><html lang="${escaped(letter.language)}" dir="${directionOf(letter.language)}"><head><meta charset="utf-8"><title>${escaped(headerText(letter.subject))}</title></head><body style="margin:0;padding:24px;background:#ffffff;color:#1b1a18;font-family:Helvetica,Arial,sans-serif;font-size:15px;line-height:1.5"><div style="max-width:560px;margin:0 auto">${letter.blocks.map((block) => htmlBlock(block, addressOf(block))).join("")}</div></body></html>`;

/** Where a subscriber leaves the newsletter, as a whole address. */
export const leaveAddress = (subscriberId: string, { origin, token }: Stationery): string =>
  addressAt(`${pages.leave}${token("leave", subscriberId)}`, origin);
