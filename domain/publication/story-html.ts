import { embedPage, embedWhat } from "../body/embeds";
import { isSafeLink } from "../body/links";
import { correctionNames, type PublicCorrection } from "../corrections";
import { dateFormat } from "../date-format";
import { escaped } from "../escaped";
import {
  type PublicBlock,
  type PublicDocument,
  type PublicInline,
  type PublicNote,
  type PublicPicture,
  pictureAddress,
} from "./document";
import { dayInWords } from "./notes";
import { reasonTold, sentence } from "./reason";

/** Where the paper is, and by which clock it goes. */
export type Place = { readonly origin: string; readonly zone: string };

type Written = Pick<PublicDocument, "address" | "hero" | "body" | "notes">;

/** A story as plain HTML, well-formed as XML too, for whoever reads it away from its page: the text, its corrections,
 * and its margin notes as a list at the end. No scripts, no styles, every address whole. */
export function storyHtml(
  story: Written,
  corrections: readonly PublicCorrection[],
  { origin, zone }: Place,
): string {
  const at = (address: string) => new URL(address, `${origin}${story.address}`).href;
  return [
    story.hero ? figureOf(story.hero, at) : "",
    ...story.body.map((block) => blockHtml(block, at)),
    correctionsHtml(corrections, zone),
    notesHtml(story.notes, at),
  ]
    .filter(Boolean)
    .join("\n");
}

type At = (address: string) => string;

function blockHtml(block: PublicBlock, at: At): string {
  switch (block.kind) {
    case "paragraph":
      return `<p>${inlineHtml(block.inline, at)}</p>`;
    case "heading":
      return `<h${block.level}>${inlineHtml(block.inline, at)}</h${block.level}>`;
    case "list": {
      const items = block.items.map((item) => `<li>${blocksHtml(item, at)}</li>`).join("");
      return block.ordered ? `<ol start="${block.start}">${items}</ol>` : `<ul>${items}</ul>`;
    }
    case "blockquote":
      return `<blockquote>${blocksHtml(block.blocks, at)}</blockquote>`;
    case "pullQuote": {
      const by = [block.speaker, block.role].filter(Boolean).join(", ");
      return `<blockquote><p>${escaped(block.text)}</p><p>– ${escaped(by)}</p></blockquote>`;
    }
    case "picture":
      return figureOf(block.picture, at);
    case "embed":
      return embedHtml(block);
    case "rule":
      return "<hr/>";
  }
}

/** Away from its page an embed is a link: a program that reads feeds runs no player of ours. */
function embedHtml({ embed, caption }: Extract<PublicBlock, { kind: "embed" }>): string {
  const link = `<a href="${escaped(embedPage(embed))}">${escaped(embedWhat(embed))}</a>`;
  return `<p>${caption ? `${escaped(caption)} ` : ""}${link}</p>`;
}

const blocksHtml = (blocks: readonly PublicBlock[], at: At): string =>
  blocks.map((block) => blockHtml(block, at)).join("");

const inlineHtml = (inline: readonly PublicInline[], at: At): string =>
  inline.map((piece) => pieceHtml(piece, at)).join("");

function pieceHtml(piece: PublicInline, at: At): string {
  if (piece.kind === "break") return "<br/>";
  let html = escaped(piece.text);
  if (piece.italic) html = `<em>${html}</em>`;
  if (piece.bold) html = `<strong>${html}</strong>`;
  // A feed is read in programs of all kinds: a link that is more than an address stays plain words there.
  if (isSafeLink(piece.href) && URL.canParse(piece.href, at("/"))) {
    html = `<a href="${escaped(at(piece.href))}">${html}</a>`;
  }
  return piece.noteEnds ? `${html}<sup>${piece.note}</sup>` : html;
}

function figureOf(picture: PublicPicture, at: At): string {
  const largest = picture.widths.at(-1);
  if (largest === undefined) return "";
  const height = Math.round((largest * picture.height) / picture.width);
  const source = escaped(at(pictureAddress(picture, largest, "jpg")));
  const below = [picture.caption, picture.credit].filter(Boolean).join(" ");
  const caption = below ? `<figcaption>${escaped(below)}</figcaption>` : "";
  return `<figure><img src="${source}" width="${largest}" height="${height}" alt="${escaped(picture.alt)}"/>${caption}</figure>`;
}

function correctionsHtml(corrections: readonly PublicCorrection[], zone: string): string {
  if (corrections.length === 0) return "";
  const day = dateFormat("sv-SE", { timeZone: zone, dateStyle: "short" });
  const lines = corrections.map(({ kind, text, was, says, at, amendedAt }) => {
    const amended = amendedAt ? `, amended ${dayInWords(day.format(amendedAt))}` : "";
    const sentence = [was && `It said: “${was}”`, says && `It says: “${says}”`].filter(Boolean).join(" ");
    const below = sentence ? `<br/>${escaped(sentence)}` : "";
    return `<p><strong>${correctionNames[kind]}, ${dayInWords(day.format(at))}${amended}:</strong> ${escaped(text)}${below}</p>`;
  });
  return `<h2>Corrections</h2>\n${lines.join("\n")}`;
}

function notesHtml(notes: readonly PublicNote[], at: At): string {
  if (notes.length === 0) return "";
  return `<h2>Where the quotes come from</h2>\n<ol>${notes.map((note) => noteHtml(note, at)).join("")}</ol>`;
}

function noteHtml(note: PublicNote, at: At): string {
  const name = escaped(note.speaker);
  const who = note.slug ? `<a href="${escaped(at(`/said/${note.slug}`))}">${name}</a>` : name;
  const [why, how] = [reasonTold(note.unnamedReason), sentence(note.credibility)];
  const rest = [note.occasion, note.kept, why, how, note.verified];
  const role = note.role ? `, ${escaped(note.role)}` : "";
  return `<li value="${note.number}">${who}${role}: ${escaped(rest.filter(Boolean).join(" "))}</li>`;
}
