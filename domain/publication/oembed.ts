import { escaped } from "../escaped";
import { quoted } from "./quoted";

/** What is embedded: a story, or one quotation with its speaker. */
export type Embedded = {
  readonly kind: "story" | "quote";
  readonly title: string;
  /** The standfirst, or the words of the quotation. */
  readonly text: string;
  readonly by: string;
  readonly byAddress: string | null;
  readonly address: string;
  readonly language: string;
  readonly paperName: string;
  readonly origin: string;
  readonly picture: { readonly url: string; readonly width: number; readonly height: number } | null;
};

export type Oembed = Readonly<Record<string, string | number>>;

const widest = 600;

/** What another site shows of a story or a quotation (oEmbed 1.0, rich): plain HTML without scripts, and no wider or
 * higher than was asked. */
export function oembedOf(what: Embedded, asked: { width?: number; height?: number } = {}): Oembed {
  const width = Math.min(widest, asked.width ?? widest);
  const height = Math.min(what.kind === "quote" ? 220 : 260, asked.height ?? 260);
  const { picture } = what;
  return {
    version: "1.0",
    type: "rich",
    title: what.title,
    ...(what.by ? { author_name: what.by } : {}),
    ...(what.byAddress ? { author_url: what.byAddress } : {}),
    provider_name: what.paperName,
    provider_url: what.origin,
    ...(picture
      ? { thumbnail_url: picture.url, thumbnail_width: picture.width, thumbnail_height: picture.height }
      : {}),
    width,
    height,
    html: htmlOf(what),
  };
}

function htmlOf({ kind, title, text, by, address, language, paperName }: Embedded): string {
  const link = (words: string) => `<a href="${escaped(address)}">${escaped(words)}</a>`;
  const lines =
    kind === "quote"
      ? [
          `<p>${escaped(quoted(text))}</p>`,
          `<footer>${escaped(by)}, in ${link(title)}, ${escaped(paperName)}</footer>`,
        ]
      : [
          `<p><strong>${link(title)}</strong></p>`,
          text ? `<p>${escaped(text)}</p>` : "",
          `<footer>${escaped([by, paperName].filter(Boolean).join(", "))}</footer>`,
        ];
  return `<blockquote cite="${escaped(address)}" lang="${escaped(language)}">${lines.join("")}</blockquote>`;
}

/** The same as XML. */
export const oembedXml = (told: Oembed): string =>
  `<oembed>\n${Object.entries(told)
    .map(([name, value]) => `<${name}>${escaped(String(value))}</${name}>`)
    .join("\n")}\n</oembed>`;
