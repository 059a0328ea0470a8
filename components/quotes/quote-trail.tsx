import { fullMoment } from "@/domain/desk-times";
import { type Verification, verificationNames } from "@/domain/quotes";

type Event = {
  readonly id: string;
  readonly by: string;
  readonly from: Verification | null;
  readonly to: Verification;
  readonly against: string;
  readonly at: Date;
};

/** Each step on the ladder: who, when, against what. */
export function QuoteTrail({ events, zone }: { events: readonly Event[]; zone: string }) {
  return (
    <section aria-labelledby="trail">
      <h2 id="trail" className="m-0 mb-2 font-ui text-[15px] font-semibold">
        Verification
      </h2>
      <ol className="m-0 list-none border-l-2 border-rule p-0 pl-3.5">
        {events.map((event) => (
          <li key={event.id} className="mb-3">
            <p className="m-0 font-semibold">
              {event.from === null ? "Put on record" : verificationNames[event.to]}
              {event.from === null ? `: ${verificationNames[event.to].toLowerCase()}` : ""}
            </p>
            {event.against ? <p className="m-0 [overflow-wrap:anywhere]">{event.against}</p> : null}
            <p className="m-0 text-[12.5px] text-ink-3">
              {event.by}, {fullMoment(event.at, zone)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
