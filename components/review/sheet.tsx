import type { ReactNode } from "react";
import { embedOf, embedPage, embedWhat } from "@/domain/body/embeds";
import { type Leaf, leavesOf } from "@/domain/review/leaves";
import type { Marking } from "@/domain/review/markings";
import type { Words } from "@/domain/words";
import { markedText } from "./marked-text";

type PictureFile = { readonly id: string; readonly name: string; readonly widths: readonly number[] };

type Props = {
  words: Words;
  section: string;
  markings: readonly Marking[];
  pictures: readonly PictureFile[];
};

/** The story as it will be published, with a line under each quotation and a ground behind each passage that is talked
 * about. Positions are the editor's, so a check can point into it. */
export function Sheet({ words, section, markings, pictures }: Props) {
  return (
    <SheetFrame language={words.language}>
      <p id="field-section" className="m-0 mb-2 font-ui text-[13.5px] font-semibold text-accent">
        {words.kicker ? <span id="field-kicker">{words.kicker}</span> : section || "No section yet"}
      </p>
      <SheetHeadline>{words.headline || "No headline yet"}</SheetHeadline>
      <SheetStandfirst>{words.standfirst}</SheetStandfirst>
      {words.hero ? <SheetPicture id="field-hero" use={words.hero} pictures={pictures} /> : null}
      <div id="field-body">
        {leavesOf(words.body).map((leaf) => (
          <LeafBlock key={leaf.from} leaf={leaf} pictures={pictures}>
            {markedText(leaf.runs, markings, leaf.to)}
          </LeafBlock>
        ))}
      </div>
    </SheetFrame>
  );
}

/** The white page on which a text is read. */
export function SheetFrame({ language, children }: { language: string; children: ReactNode }) {
  return (
    <article
      lang={language}
      data-sheet
      className="mx-auto max-w-[780px] rounded border border-rule bg-surface px-5 py-7 sm:px-10 sm:py-9 lg:px-16 lg:py-12"
    >
      {children}
    </article>
  );
}

export const SheetHeadline = ({ children }: { children: ReactNode }) => (
  <h2
    id="field-headline"
    className="m-0 mb-3.5 font-head text-[30px] leading-[1.08] font-medium tracking-[-.02em] break-words sm:text-[40px]"
  >
    {children}
  </h2>
);

export const SheetStandfirst = ({ children }: { children: ReactNode }) =>
  children ? (
    <p id="field-standfirst" className="m-0 mb-5 font-text text-[20px] leading-[1.45] text-ink-2">
      {children}
    </p>
  ) : null;

/** One block of the story in its own shape. */
export function LeafBlock({
  leaf,
  pictures,
  children,
}: {
  leaf: Leaf;
  pictures: readonly PictureFile[];
  children: ReactNode;
}) {
  if (leaf.kind === "picture") {
    const { mediaId, alt, caption, credit } = leaf.attrs;
    const use = {
      mediaId: `${mediaId}`,
      alt: `${alt ?? ""}`,
      caption: `${caption ?? ""}`,
      credit: `${credit ?? ""}`,
    };
    return <SheetPicture id={`at-${leaf.from}`} use={use} pictures={pictures} />;
  }
  if (leaf.kind === "embed") return <SheetEmbed attrs={leaf.attrs} />;
  if (leaf.kind === "internalNote") {
    return (
      <p
        role="note"
        className="m-0 mb-[1em] border-l-3 border-attention bg-attention-soft px-4 py-2 font-ui text-[14px] leading-normal break-words text-attention"
      >
        <b className="font-semibold">Internal note, never published:</b> {children}
      </p>
    );
  }
  if (leaf.kind === "rule") return <hr className="my-6 border-0 border-t border-rule" />;
  if (leaf.kind === "heading") {
    const Heading = leaf.level === 3 ? "h4" : "h3";
    return (
      <Heading className="m-0 mt-6 mb-2.5 font-head text-[23px] leading-tight font-medium">
        {children}
      </Heading>
    );
  }
  if (leaf.kind === "pullQuote") {
    return (
      <blockquote
        id={`at-${leaf.from - 1}`}
        className="my-6 ml-0 border-l-3 border-accent pl-6 font-head text-[25px] leading-snug italic"
      >
        {children}
      </blockquote>
    );
  }
  const text = "m-0 mb-[1em] font-text text-[18.5px] leading-[1.62] break-words";
  if (leaf.item !== null) {
    return (
      <p className={`${text} grid grid-cols-[1.6em_1fr]`}>
        <span className="text-ink-3">{leaf.item}</span>
        <span>{children}</span>
      </p>
    );
  }
  return (
    <p className={leaf.inBlockquote ? `${text} border-l-3 border-rule pl-5 text-ink-2` : text}>{children}</p>
  );
}

/** An embed is reviewed where it is: the desk loads nothing of other sites. */
function SheetEmbed({ attrs }: { attrs: Leaf["attrs"] }) {
  const embed = embedOf(attrs);
  if (!embed) return null;
  return (
    <p className="m-0 mb-[1em] rounded-card border border-rule px-4 py-3 font-ui text-[14px] break-words">
      <a
        href={embedPage(embed)}
        target="_blank"
        rel="noopener noreferrer"
        className="font-semibold text-info"
      >
        {embedWhat(embed)}
      </a>
      {attrs.caption ? <span className="mt-0.5 block text-ink-2">{String(attrs.caption)}</span> : null}
    </p>
  );
}

function SheetPicture({
  id,
  use,
  pictures,
}: {
  id: string;
  use: { mediaId: string; alt: string; caption: string; credit: string };
  pictures: readonly PictureFile[];
}) {
  const file = pictures.find((each) => each.id === use.mediaId);
  const width = file?.widths.find((each) => each >= 700) ?? file?.widths.at(-1);
  return (
    <figure id={id} className="m-0 my-6">
      {file && width ? (
        <img
          src={`/desk/media/${file.name}-${width}.webp`}
          alt={use.alt}
          className="block h-auto w-full rounded-sm"
        />
      ) : (
        <p className="m-0 rounded bg-sunken p-6 text-center text-[13.5px] text-ink-3">
          The file of this picture is not here.
        </p>
      )}
      <figcaption className="pt-2 font-ui text-[13px] leading-normal text-ink-3">
        {use.caption} {use.credit ? <span>{use.credit}</span> : null}
        <span className="mt-1 block">
          {use.alt ? `Alt text: ${use.alt}` : <b className="text-broken">No alt text</b>}
          {use.credit ? "" : <b className="text-broken"> No credit</b>}
        </span>
      </figcaption>
    </figure>
  );
}
