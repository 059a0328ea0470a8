import Link from "next/link";
import { Empty } from "@/components/desk/empty";
import { Pill } from "@/components/desk/pill";
import { dayInWords } from "@/domain/desk-times";
import { type EvidenceRecord, isWithheld, type QuoteRecord } from "@/domain/quote-record";
import {
  channelNames,
  evidenceKindNames,
  groundRuleNames,
  occasionKindNames,
  timeCode,
  verificationNames,
} from "@/domain/quotes";
import { anchorAt, lineOf, standingWords } from "@/domain/review/markings";
import type { StoryQuotation } from "@/domain/story-quotes";
import { Verify } from "./verify";

type Props = {
  storyId: string;
  quotations: readonly StoryQuotation[];
  names: ReadonlyMap<string, string>;
  /** Whose eyes these are: nobody checks a quote of their own. */
  readerId: string;
};

const tones = { verified: "sourced", attributed: "attention", broken: "broken" } as const;

/** Every quotation of the story beside its record: what was said, by whom, how we know, and who has checked it. */
export function Sourcing({ storyId, quotations, names, readerId }: Props) {
  if (quotations.length === 0) {
    return (
      <div className="mx-auto max-w-[780px]">
        <Empty title="No quotations">
          This story quotes nobody. When it does, each quotation stands here beside its record.
        </Empty>
      </div>
    );
  }
  return (
    <ol className="mx-auto my-0 grid max-w-[780px] list-none gap-3 p-0">
      {quotations.map((quotation, index) => (
        <li
          key={`${quotation.from}-${quotation.kind}`}
          id={anchorAt(quotation.from)}
          className="scroll-mt-6 rounded-lg border border-rule bg-surface p-5 target:border-info"
        >
          <div className="flex flex-wrap items-center gap-2">
            <span className="text-[13px] text-ink-3">{index + 1}</span>
            <Pill tone={tones[lineOf(quotation)]}>{standingWords(quotation)}</Pill>
            {quotation.kind === "tied" && quotation.record ? (
              <Pill tone={lineOf(quotation) === "verified" ? "sourced" : "plain"}>
                {verificationNames[quotation.record.verification]}
              </Pill>
            ) : null}
          </div>
          <p className="mt-2.5 mb-0 font-text text-[18px] leading-normal break-words">
            {quotation.kind === "tied" ? quotation.displayed : quotation.text}
          </p>
          {quotation.kind === "tied" && quotation.record ? (
            <Record
              record={quotation.record}
              differs={quotation.standing !== "verbatim"}
              names={names}
              readerId={readerId}
            />
          ) : (
            <Untied quotation={quotation} storyId={storyId} />
          )}
        </li>
      ))}
    </ol>
  );
}

function Untied({ quotation, storyId }: { quotation: StoryQuotation; storyId: string }) {
  const suggestion = quotation.kind === "untied" ? quotation.suggestion : null;
  return (
    <p className="m-0 mt-2 text-[13.5px] leading-normal text-ink-2">
      {suggestion ? `The text seems to name ${suggestion.speaker}. ` : "The text names nobody for it. "}
      <Link href={`/desk/stories/${storyId}`} className="font-semibold text-info">
        Tie it to a quote in the text
      </Link>
    </p>
  );
}

function Record({
  record,
  differs,
  names,
  readerId,
}: {
  record: QuoteRecord;
  differs: boolean;
  names: ReadonlyMap<string, string>;
  readerId: string;
}) {
  const { source, occasion } = record;
  const who = source.unnamed ? `${source.publicDescription || "No description"} (unnamed)` : source.name;
  const about = [source.role, source.organisation].filter(Boolean).join(", ");
  const said = [
    occasionKindNames[occasion.kind],
    occasion.channel ? channelNames[occasion.channel] : "",
    occasion.saidOn ? dayInWords(occasion.saidOn) : "no day given",
    occasion.place,
  ];
  return (
    <>
      {differs ? (
        <blockquote className="mt-2.5 mb-0 ml-0 border-l-3 border-rule pl-3.5 text-[14px] leading-normal text-ink-2">
          <b className="block text-[12.5px] text-ink-3">Verbatim</b>
          {record.verbatim}
          {record.translation ? (
            <span className="mt-1 block">In translation: {record.translation}</span>
          ) : null}
        </blockquote>
      ) : null}
      <dl className="m-0 mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-[13.5px] leading-normal">
        <Row name="Speaker">
          <Link href={`/desk/sources/${source.id}`}>{who}</Link>
          {about && !source.unnamed ? <span className="text-ink-3">, {about}</span> : null}
        </Row>
        <Row name="Said">{said.filter(Boolean).join(" · ")}</Row>
        <Row name="Ground rule">
          {groundRuleNames[record.groundRule]}
          {isWithheld(record) && !source.unnamed ? " – readers are not told the name" : ""}
        </Row>
        <Row name="Evidence">
          {record.evidence.length === 0 ? (
            <span className="text-attention">None on file</span>
          ) : (
            <ul className="m-0 list-none p-0">
              {record.evidence.map((piece) => (
                <li key={piece.id}>
                  <Piece piece={piece} />
                </li>
              ))}
            </ul>
          )}
        </Row>
        <Row name="Recorded by">{names.get(record.recordedBy) ?? "somebody who has left"}</Row>
        {source.unnamed ? (
          <Row name="Known to">
            {source.attestedBy.length === 0
              ? "No editor yet"
              : source.attestedBy.map((id) => names.get(id) ?? "an editor").join(", ")}
          </Row>
        ) : null}
        {record.note ? <Row name="Note">{record.note}</Row> : null}
      </dl>
      <Verify
        quoteId={record.id}
        verification={record.verification}
        evidence={record.evidence.map((piece) => ({
          id: piece.id,
          words: `Checked against the ${evidenceKindNames[piece.kind].toLowerCase()}`,
        }))}
        isOwn={record.recordedBy === readerId}
      />
    </>
  );
}

const Row = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <>
    <dt className="text-ink-3">{name}</dt>
    <dd className="m-0 break-words">{children}</dd>
  </>
);

function Piece({ piece }: { piece: EvidenceRecord }) {
  const where = [
    piece.startsAt === null ? "" : `at ${timeCode(piece.startsAt)}`,
    piece.page ? `p. ${piece.page}` : "",
  ];
  return (
    <>
      <b className="font-semibold">{evidenceKindNames[piece.kind]}</b>{" "}
      {piece.text ? <span className="whitespace-pre-line">{piece.text}</span> : null}{" "}
      {piece.href ? (
        <a href={piece.href} rel="noreferrer noopener" target="_blank">
          {piece.href}
        </a>
      ) : null}{" "}
      <span className="text-ink-3">{where.filter(Boolean).join(" · ")}</span>
    </>
  );
}
