import Link from "next/link";
import { Empty } from "@/components/desk/empty";
import { Pill } from "@/components/desk/pill";
import { StagePill } from "@/components/desk/stage-pill";
import { standingPill } from "@/components/quotes/used-in";
import type { ComingUse, PrintedUse } from "@/domain/source-stories";

const heading = "m-0 mb-2 font-ui text-[15px] font-semibold";
const list = "m-0 list-none divide-y divide-rule rounded-lg border border-rule bg-surface p-0";
const quotesInWords = (count: number) => (count === 1 ? "1 quote" : `${count} quotes`);

/** Where a source's words go that readers do not have yet, and how far each story is. */
export function ComingUses({ coming, unseen }: { coming: readonly ComingUse[]; unseen: number }) {
  return (
    <section aria-labelledby="coming">
      <h2 id="coming" className={heading}>
        In stories not out yet
      </h2>
      {coming.length === 0 && unseen === 0 ? (
        <Empty>
          No story on its way shows this source. In a story, select the words and press Attach quote.
        </Empty>
      ) : (
        <ul className={list} aria-labelledby="coming">
          {coming.map((story) => (
            <li key={story.storyId} className="px-3.5 py-2.5">
              <Link
                href={`/desk/stories/${story.storyId}`}
                className="font-semibold [overflow-wrap:anywhere]"
              >
                <bdi>{story.headline || "Untitled story"}</bdi>
              </Link>{" "}
              <StagePill stage={story.stage} />
              {story.quotes.map((quote) => (
                <p key={`${quote.id}-${quote.displayed}`} className="m-0 mt-1">
                  <Link
                    href={`/desk/quotes/${quote.id}`}
                    className="line-clamp-3 font-head text-[15.5px] text-ink italic no-underline [overflow-wrap:anywhere] hover:underline"
                  >
                    <bdi>{quote.displayed}</bdi>
                  </Link>
                  {quote.standing === "altered" ? (
                    <Pill tone={standingPill.altered[0]}>{standingPill.altered[1]}</Pill>
                  ) : null}
                </p>
              ))}
            </li>
          ))}
          {unseen > 0 ? (
            <li className="px-3.5 py-2.5 text-ink-2">
              {unseen === 1 ? "A story of somebody else’s" : `${unseen} stories of other people’s`}
            </li>
          ) : null}
        </ul>
      )}
    </section>
  );
}

/** The stories in which readers have this source's words. */
export function PrintedUses({ printed }: { printed: readonly PrintedUse[] }) {
  return (
    <section aria-labelledby="printed">
      <h2 id="printed" className={heading}>
        In published stories
      </h2>
      {printed.length === 0 ? (
        <Empty>Readers have no words of this source before them.</Empty>
      ) : (
        <ul className={list} aria-labelledby="printed">
          {printed.map((story) => (
            <li key={story.storyId} className="px-3.5 py-2.5 [overflow-wrap:anywhere]">
              {story.mine ? (
                <Link href={`/desk/stories/${story.storyId}`} className="font-semibold">
                  <bdi>{story.headline}</bdi>
                </Link>
              ) : (
                <bdi className="font-semibold">{story.headline}</bdi>
              )}
              <p className="m-0 text-[12.5px] text-ink-3">
                {quotesInWords(story.quotes)} ·{" "}
                <a href={story.address} className="text-info">
                  As readers see it<span className="sr-only">: {story.headline}</span>
                </a>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
