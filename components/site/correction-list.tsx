import { tongue } from "./frame";
import { Moment } from "./moment";
import type { Clock, CorrectionListed } from "./shown";
import { kindWords } from "./story-parts";

type CorrectionInList = CorrectionListed & { address: string; headline: string; language: string };

/** All that was corrected, newest first, each with its story. */
export function CorrectionList({
  corrections,
  older,
  clock,
  hasPolicy,
}: {
  corrections: readonly CorrectionInList[];
  older: string | undefined;
  clock: Clock;
  hasPolicy: boolean;
}) {
  return (
    <div className="plain">
      <h1>Corrections</h1>
      <p>
        A story that was wrong says so at its foot, with the day, and is listed here.
        {hasPolicy ? (
          <>
            {" "}
            <a href="/about/corrections">How we correct</a>
          </>
        ) : null}
      </p>
      {corrections.length === 0 ? <p className="empty">Nothing has been corrected yet.</p> : null}
      {corrections.map((correction) => (
        <article key={correction.id} className="corrected">
          <h2>
            <a href={`${correction.address}#corrections`} {...tongue(correction.language, clock.language)}>
              {correction.headline}
            </a>
          </h2>
          <p>
            <b>
              {kindWords[correction.kind]}, <Moment at={correction.at} format="day" clock={clock} />:
            </b>{" "}
            <bdi>{correction.text}</bdi>
          </p>
        </article>
      ))}
      {older ? (
        <p className="older">
          <a href={older} rel="next">
            Older
          </a>
        </p>
      ) : null}
    </div>
  );
}
