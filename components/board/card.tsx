import Link from "next/link";
import type { ReactNode } from "react";
import { type BoardCard, cardAddress, isWaitingTooLong } from "@/domain/board";
import { clockTime, howLong, nearMoment } from "@/domain/desk-times";
import { reasonOf } from "@/domain/review/trail";
import { CardMenu } from "./card-menu";
import { MeterBar, MeterFigure } from "./meter";

type Props = { card: BoardCard; now: Date; zone: string };

/** One story on the board. The whole card opens it; its menu makes the moves this reader may make. */
export function Card({ card, now, zone }: Props) {
  const edge = card.missedBecause
    ? "shadow-[inset_3px_0_var(--broken)]"
    : card.stage === "in_review" && isWaitingTooLong(card.stageSince, now)
      ? "shadow-[inset_3px_0_var(--attention)]"
      : "";
  return (
    <li
      className={`relative mb-2.5 list-none rounded-lg border border-rule bg-surface px-3.5 py-3 focus-within:border-info hover:border-edge ${edge}`}
    >
      <div className="flex items-start gap-1">
        <p className="m-0 min-w-0 flex-1 truncate text-[12px] font-semibold text-accent">
          {card.kicker || card.section || "No section yet"}
        </p>
        <div className="relative z-10 -mt-1.5 -mr-2 -mb-2">
          <CardMenu card={card} />
        </div>
      </div>
      <h3 className="m-0 mt-1 mb-2 font-head text-[17px] leading-[1.22] font-medium break-words">
        <Link
          href={cardAddress(card)}
          dir="auto"
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
}

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

const late = (words: ReactNode) => <span className="font-semibold text-broken">{words}</span>;

function factsOf({ card, now, zone }: Props): { name: string; shown: ReactNode }[] {
  const facts: { name: string; shown: ReactNode }[] = [];
  const add = (name: string, shown: ReactNode) => facts.push({ name, shown });
  const isOut = card.stage === "published";
  if (isOut && card.publishedAt) add("out", nearMoment(card.publishedAt, now, zone));
  if (card.stage === "scheduled" && card.scheduledFor)
    add("moment", nearMoment(card.scheduledFor, now, zone));
  if (!isOut && card.stage !== "scheduled") add("who", card.authors.join(", ") || "Nobody yet");
  if (card.stage === "drafting") add("words", `${card.words.toLocaleString("en-GB")} w`);
  if (card.stage === "in_review") {
    const lain = howLong(card.stageSince, now);
    const waiting = lain === "just now" ? "just sent" : `waiting ${lain}`;
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
  if (card.openComments > 0)
    add("comments", card.openComments === 1 ? "1 comment" : `${card.openComments} comments`);
  return facts;
}

const correctedAt = (at: Date, now: Date, zone: string) =>
  at.getTime() > now.getTime() - 86_400_000 ? clockTime(at, zone) : nearMoment(at, now, zone);
