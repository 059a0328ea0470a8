import { Older } from "./cards";
import { tongue } from "./frame";
import type { Clock, CorrectionListed } from "./shown";
import { CorrectionWords } from "./story-parts";

type CorrectionInList = CorrectionListed & {
  /** The story; null where it is withdrawn still, and nothing of it may be shown. */
  story: { address: string; headline: string; language: string } | null;
};

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
            {correction.story ? (
              <a
                href={`${correction.story.address}#corrections`}
                {...tongue(correction.story.language, clock.language)}
              >
                {correction.story.headline}
              </a>
            ) : (
              "A story that was withdrawn"
            )}
          </h2>
          <CorrectionWords correction={correction} clock={clock} />
        </article>
      ))}
      <Older at={older} />
    </div>
  );
}
