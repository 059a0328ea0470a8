import { correctionNames } from "@/domain/corrections";
import { inQuery } from "@/domain/in-query";
import { initialsOf } from "@/domain/initials";
import {
  documentAddress,
  faceAddress,
  type PublicDocument,
  type PublicDocumentLink,
  type PublicSourcing,
} from "@/domain/publication/document";
import { sourcedWords } from "./cards";
import { Moment } from "./moment";
import type { Clock, CorrectionListed } from "./shown";

/** More heads than this beside a byline are a crowd. */
const mostFaces = 3;

function Face({ name, picture, media }: { name: string; picture: string | undefined; media: string }) {
  if (picture)
    return <img className="initials" src={faceAddress(picture, media)} width={38} height={38} alt="" />;
  return (
    <span className="initials" aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

/** Who wrote it, when, and in how many quotes and sources it stands. */
export function Byline({
  story,
  faces,
  media,
  updatedAt,
  corrected,
  clock,
}: {
  story: PublicDocument;
  faces: ReadonlyMap<string, string> | undefined;
  media: string;
  updatedAt: Date;
  corrected: boolean;
  clock: Clock;
}) {
  const published = new Date(story.publishedAt);
  const sourced = sourcedWords(story.sourcing.quotes, story.sourcing.sources);
  const sameYear = published.getUTCFullYear() === updatedAt.getUTCFullYear();
  return (
    <div className="by">
      {story.authors.slice(0, mostFaces).map((author) => (
        <Face key={author.slug} name={author.name} picture={faces?.get(author.slug)} media={media} />
      ))}
      <div className="who">
        <p>
          {story.authors.map((author, index) => (
            <span key={author.slug}>
              {index > 0 ? "; " : null}
              <a href={`/by/${author.slug}`} rel="author">
                <bdi>{author.name}</bdi>
              </a>
              {author.title ? `, ${author.title}` : ""}
            </span>
          ))}
        </p>
        <p className="when">
          Published <Moment at={published} clock={clock} />
          {updatedAt.getTime() - published.getTime() >= 60_000 ? (
            <>
              {" · Updated "}
              <Moment at={updatedAt} format={sameYear ? "momentOfYear" : "moment"} clock={clock} />
            </>
          ) : null}
          {` · ${story.minutes} min read`}
          {corrected ? (
            <>
              {" · "}
              <a href="#corrections">Corrected</a>
            </>
          ) : null}
        </p>
      </div>
      {sourced ? (
        <a className="meter" href="#sourcing">
          <span aria-hidden="true">✓ </span>
          {sourced}
        </a>
      ) : null}
    </div>
  );
}

/** What was corrected, each with its day, oldest first. */
export function Corrections({
  corrections,
  clock,
}: {
  corrections: readonly CorrectionListed[];
  clock: Clock;
}) {
  if (corrections.length === 0) return null;
  return (
    <section className="corrections" id="corrections" aria-label="Corrections to this story">
      {corrections.map((correction) => (
        <CorrectionWords key={correction.id} correction={correction} clock={clock} />
      ))}
    </section>
  );
}

/** One correction: its kind and day, what readers are told, and the sentence before and after where it is about one. */
export function CorrectionWords({ correction, clock }: { correction: CorrectionListed; clock: Clock }) {
  const { kind, text, was, says, at, amendedAt } = correction;
  return (
    <div className="correction">
      <p>
        <b>
          {correctionNames[kind]}, <Moment at={at} format="day" clock={clock} />
          {amendedAt ? (
            <>
              , amended <Moment at={amendedAt} format="day" clock={clock} />
            </>
          ) : null}
          :
        </b>{" "}
        <bdi>{text}</bdi>
      </p>
      {was || says ? (
        <dl className="sentence">
          {was ? (
            <div>
              <dt>It said</dt>
              <dd dir="auto">“{was}”</dd>
            </div>
          ) : null}
          {says ? (
            <div>
              <dt>It says</dt>
              <dd dir="auto">“{says}”</dd>
            </div>
          ) : null}
        </dl>
      ) : null}
    </div>
  );
}

/** How the story was sourced, in counts and names. */
export function Sourcing({
  sourcing,
  documents,
  theirs,
}: {
  sourcing: PublicSourcing;
  documents: readonly PublicDocumentLink[];
  /** The language of the story's names, where it is not the paper's. */
  theirs: string | undefined;
}) {
  if (sourcing.rows.length === 0) return null;
  return (
    <section className="sourcing" id="sourcing" aria-labelledby="sourcing-title">
      <h2 id="sourcing-title">How this story was sourced</h2>
      <p>
        {sourcing.quotes > 0 ? "Every quotation above is tied to a source on file. " : null}
        {sourcing.sources === 1
          ? sourcing.named === 1
            ? "Its one source is named."
            : "Its one source is not named."
          : sourcing.named === sourcing.sources
            ? `All ${sourcing.sources} sources are named.`
            : `${sourcing.named} of ${sourcing.sources} sources are named.`}{" "}
        <a href="/about/verification">How we verify quotes</a>
      </p>
      <ul>
        {sourcing.rows.map((row) => (
          <li key={`${row.speaker} ${row.line}`} className={row.standing}>
            <b>
              {row.slug ? (
                <a href={`/said/${row.slug}`}>
                  <bdi lang={theirs}>{row.speaker}</bdi>
                </a>
              ) : (
                <bdi lang={theirs}>{row.speaker}</bdi>
              )}
            </b>
            <em>
              {row.standing === "verified" ? <span aria-hidden="true">✓ </span> : null}
              {row.label}
            </em>
            <span>{row.line}</span>
          </li>
        ))}
      </ul>
      {documents.length > 0 ? (
        <p>
          Documents:{" "}
          {documents.map((each, index) => (
            <span key={each.name}>
              {index > 0 ? ", " : ""}
              <a href={documentAddress(each)}>
                <bdi lang={theirs}>{each.title}</bdi>
              </a>
            </span>
          ))}
        </p>
      ) : null}
    </section>
  );
}

/** Ways to pass a story on. Those that need the script show once it runs. */
export function Share({ title, address }: { title: string; address: string }) {
  const mail = `mailto:?subject=${encodeURIComponent(title)}&body=${inQuery(address)}`;
  return (
    <fieldset className="share" aria-label="Share this story">
      <button type="button" data-share={address} data-title={title} hidden>
        Share
      </button>
      <button type="button" data-copy={address} hidden>
        Copy link
      </button>
      <a href={mail}>Email</a>
      <span role="status" data-copied />
    </fieldset>
  );
}
