import Link from "next/link";
import { type KeyboardEvent, memo, type ReactNode } from "react";
import {
  type AskingMove,
  type BoardCard,
  cardAddress,
  isWaitingTooLong,
  type PlainMove,
} from "@/domain/board";
import { clockTime, howLong, nearMoment } from "@/domain/desk-times";
import { reasonOf } from "@/domain/review/trail";
import { CardMenu } from "./card-menu";
import { MeterBar, MeterFigure } from "./meter";

type Shown = { card: BoardCard; now: Date; zone: string };
type Props = Shown & {
  held: boolean;
  /** What is under way with it: "Publishing …". */
  busy: string | null;
  onMove: (card: BoardCard, move: PlainMove | AskingMove) => void;
  onGrab: (card: BoardCard) => void;
  onLetGo: () => void;
  onKey: (card: BoardCard, event: KeyboardEvent) => void;
};

/** Nothing on a card that somebody else's change has not touched is drawn again. */
const isSame = (one: Props, other: Props): boolean =>
  one.held === other.held &&
  one.busy === other.busy &&
  one.zone === other.zone &&
  Math.floor(one.now.getTime() / 60_000) === Math.floor(other.now.getTime() / 60_000) &&
  JSON.stringify(one.card) === JSON.stringify(other.card);

/** One story on the board. The whole card opens it; it can be dragged into another column; its menu makes the moves
 * this reader may make. */
export const Card = memo(function Card({
  card,
  now,
  zone,
  held,
  busy,
  onMove,
  onGrab,
  onLetGo,
  onKey,
}: Props) {
  const edge = card.missedBecause
    ? "shadow-[inset_3px_0_var(--broken)]"
    : card.stage === "in_review" && isWaitingTooLong(card.stageSince, now)
      ? "shadow-[inset_3px_0_var(--attention)]"
      : "";
  return (
    <li
      draggable
      data-card={card.id}
      onDragStart={(event) => {
        event.dataTransfer.setData("text/plain", card.headline);
        event.dataTransfer.effectAllowed = "move";
        onGrab(card);
      }}
      onDragEnd={onLetGo}
      className={`relative mb-2.5 list-none [contain-intrinsic-size:auto_110px] [content-visibility:auto] has-[[aria-expanded=true]]:[content-visibility:visible] has-[[role=alert]]:[content-visibility:visible] ${held ? "outline-2 outline-info" : ""} rounded-lg border border-rule bg-surface px-3.5 py-3 focus-within:border-info hover:border-edge ${edge}`}
    >
      <div className="flex items-start gap-1">
        <p className="m-0 min-w-0 flex-1 truncate text-[12px] font-semibold text-accent">
          {card.kicker || card.section || "No section yet"}
        </p>
        <div className="relative z-10 -mt-1.5 -mr-2 -mb-2">
          <CardMenu card={card} busy={busy} onMove={onMove} />
        </div>
      </div>
      {/* Whoever listens hears all of a long headline, and the card stays a card. */}
      <h3 className="m-0 mt-1 mb-2 line-clamp-4 font-head text-[17px] leading-[1.22] font-medium break-words">
        <Link
          href={cardAddress(card)}
          title={card.headline.length > 90 ? card.headline : undefined}
          dir="auto"
          draggable={false}
          prefetch={false}
          aria-keyshortcuts="m"
          onKeyDown={(event) => onKey(card, event)}
          className="no-underline after:absolute after:inset-0 after:rounded-lg"
        >
          {card.headline || "Untitled"}
        </Link>
      </h3>
      <div className="flex flex-wrap items-end gap-x-2 gap-y-1 text-[12.5px] leading-snug text-ink-3">
        <span className="min-w-0 flex-1 basis-28 [overflow-wrap:anywhere]">
          <Facts facts={factsOf({ card, now, zone })} />
        </span>
        <MeterFigure quotes={card.quotes} long={card.stage === "drafting"} />
      </div>
      {card.stage === "published" ? null : <MeterBar quotes={card.quotes} />}
      {card.missedBecause ? (
        <p className="m-0 mt-2 text-[12.5px] leading-snug font-semibold text-broken">
          Missed its moment. {reasonOf(card.missedBecause)}
        </p>
      ) : null}
    </li>
  );
}, isSame);

/** Facts joined by a middle dot. */
function Facts({ facts }: { facts: { name: string; shown: ReactNode }[] }) {
  return facts.map((fact, position) => (
    <span key={fact.name}>
      {/* The dot stays at the end of its line. */}
      {position > 0 ? "\u00a0· " : ""}
      {fact.shown}
    </span>
  ));
}

/** A few words that belong together, on one line. */
const Unbroken = ({ children }: { children: ReactNode }) => (
  <span className="whitespace-nowrap">{children}</span>
);

const late = (words: ReactNode) => <span className="font-semibold text-broken">{words}</span>;

function factsOf({ card, now, zone }: Shown): { name: string; shown: ReactNode }[] {
  const facts: { name: string; shown: ReactNode }[] = [];
  const add = (name: string, shown: ReactNode) => facts.push({ name, shown });
  const isOut = card.stage === "published";
  if (isOut && card.publishedAt) add("out", nearMoment(card.publishedAt, now, zone));
  if (card.stage === "scheduled" && card.scheduledFor)
    add("moment", nearMoment(card.scheduledFor, now, zone));
  if (!isOut && card.stage !== "scheduled") add("who", card.authors.join(", ") || "Nobody yet");
  if (card.stage === "drafting") add("words", <Unbroken>{card.words.toLocaleString("en-GB")} w</Unbroken>);
  if (card.stage === "in_review") {
    const lain = howLong(card.stageSince, now);
    const waiting = <Unbroken>{lain === "just now" ? "just sent" : `waiting ${lain}`}</Unbroken>;
    add("waiting", isWaitingTooLong(card.stageSince, now) ? late(waiting) : waiting);
  }
  if (!isOut && card.dueAt) {
    const due = `due ${nearMoment(card.dueAt, now, zone)}`;
    add("due", card.dueAt < now ? late(`${due}, late`) : due);
  }
  if (!isOut && card.embargoUntil && card.embargoUntil > now)
    add("embargo", `Embargo ${nearMoment(card.embargoUntil, now, zone)}`);
  if (card.copy === "withdrawn") add("withdrawn", late("withdrawn"));
  if (card.copy === "live" && !isOut)
    add("live", <span className="font-semibold text-info">live, with changes</span>);
  if (isOut && card.correctedAt) add("corrected", `corrected ${correctedAt(card.correctedAt, now, zone)}`);
  if (!isOut && card.quotes.broken > 0)
    add(
      "broken",
      late(card.quotes.broken === 1 ? "1 quote to mend" : `${card.quotes.broken} quotes to mend`),
    );
  if (!isOut && card.mustResolve > 0)
    add("must resolve", late(card.mustResolve === 1 ? "1 to resolve" : `${card.mustResolve} to resolve`));
  if (card.toCorrect > 0)
    add(
      "to correct",
      late(card.toCorrect === 1 ? "1 correction to make" : `${card.toCorrect} corrections to make`),
    );
  if (card.openComments > 0)
    add("comments", card.openComments === 1 ? "1 comment" : `${card.openComments} comments`);
  return facts;
}

const correctedAt = (at: Date, now: Date, zone: string) =>
  at.getTime() > now.getTime() - 86_400_000 ? clockTime(at, zone) : nearMoment(at, now, zone);
