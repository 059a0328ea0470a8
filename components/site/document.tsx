import type { ReactNode } from "react";
import { directionOf } from "@/domain/direction";
import type { PaperShown } from "./shown";

/** Something else that can be had of a page, for other people's programs. The address is a path. */
export type Form = { readonly type: string; readonly address: string; readonly title: string };

export type SharedPicture = {
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly type?: string;
  readonly alt: string;
};

/** What networks show of a link to a page, in the words of the Open Graph. */
export type Shared = {
  readonly type: "website" | "article";
  readonly title?: string;
  readonly images?: readonly SharedPicture[];
  readonly publishedAt?: Date;
  readonly modifiedAt?: Date;
  readonly section?: string;
};

/** What the head of a page says. Addresses are paths. */
export type Head = {
  /** Without the paper's name, which is put behind it. The front page has none of its own. */
  readonly title?: string;
  readonly description?: string;
  /** The one address of this page; none for what is not to be found by searching. */
  readonly canonical?: string;
  readonly robots?: "noindex" | "noindex, follow" | "max-image-preview:large";
  readonly authors?: readonly { readonly name: string; readonly address: string }[];
  readonly forms?: readonly Form[];
  readonly shared?: Shared;
};

type DocumentProps = {
  readonly shown: PaperShown;
  readonly head: Head;
  /** "https://example.org": canonical addresses and what networks read have it in front. */
  readonly origin: string;
  /** The faces that every page shows first, and the one script. */
  readonly files: { readonly fonts: readonly string[]; readonly script: string };
  readonly children: ReactNode;
};

/** A page for readers from its first tag to its last. */
export function Document({ shown: { paper }, head, origin, files, children }: DocumentProps) {
  const title = head.title ? `${head.title} – ${paper.name}` : paper.name;
  const at = (address: string) => new URL(address, origin).href;
  return (
    <html lang={paper.language} dir={directionOf(paper.language)} className="auto">
      {/* biome-ignore lint/style/noHeadElement: it is the whole page, and nothing of Next's stands around it */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {/* It holds the drawing back until what the reader chose is known: the colours, and whether the appeal stands. */}
        <script src={files.script} defer blocking="render" />
        {files.fonts.map((href) => (
          <link key={href} rel="preload" as="font" type="font/woff2" href={href} crossOrigin="" />
        ))}
        <title>{title}</title>
        <Described description={head.description ?? paper.tagline} />
        {head.robots ? <meta name="robots" content={head.robots} /> : null}
        {head.canonical ? <link rel="canonical" href={at(head.canonical)} /> : null}
        {head.authors?.map(({ name, address }) => (
          <Author key={address} name={name} address={address} />
        ))}
        {head.forms?.map((form) => (
          <link key={form.type} rel="alternate" type={form.type} href={form.address} title={form.title} />
        ))}
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <meta name="theme-color" content="#fdfcf9" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#141417" media="(prefers-color-scheme: dark)" />
        <SharedAs head={head} paper={paper} at={at} />
      </head>
      <body>{children}</body>
    </html>
  );
}

function Described({ description }: { description: string }) {
  return description ? <meta name="description" content={description} /> : null;
}

function Author({ name, address }: { name: string; address: string }) {
  return (
    <>
      <link rel="author" href={address} />
      <meta name="author" content={name} />
    </>
  );
}

/** The Open Graph of a page, which the card of X is made of as well. */
function SharedAs({
  head,
  paper,
  at,
}: {
  head: Head;
  paper: PaperShown["paper"];
  at: (address: string) => string;
}) {
  const shared = head.shared ?? { type: "website" };
  const description = head.description ?? paper.tagline;
  const images = shared.images ?? [];
  return (
    <>
      <meta property="og:type" content={shared.type} />
      <meta property="og:site_name" content={paper.name} />
      <meta property="og:locale" content={paper.language.replace("-", "_")} />
      <meta property="og:title" content={shared.title ?? head.title ?? paper.name} />
      {description ? <meta property="og:description" content={description} /> : null}
      {head.canonical ? <meta property="og:url" content={at(head.canonical)} /> : null}
      {images.map((image) => (
        <SharedImage key={image.url} image={image} at={at} />
      ))}
      {shared.publishedAt ? (
        <meta property="article:published_time" content={shared.publishedAt.toISOString()} />
      ) : null}
      {shared.modifiedAt ? (
        <meta property="article:modified_time" content={shared.modifiedAt.toISOString()} />
      ) : null}
      {shared.section ? <meta property="article:section" content={shared.section} /> : null}
      <meta name="twitter:card" content={images.length > 0 ? "summary_large_image" : "summary"} />
    </>
  );
}

function SharedImage({ image, at }: { image: SharedPicture; at: (address: string) => string }) {
  return (
    <>
      <meta property="og:image" content={at(image.url)} />
      {image.type ? <meta property="og:image:type" content={image.type} /> : null}
      <meta property="og:image:width" content={String(image.width)} />
      <meta property="og:image:height" content={String(image.height)} />
      <meta property="og:image:alt" content={image.alt} />
    </>
  );
}
