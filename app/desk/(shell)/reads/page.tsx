import type { Metadata } from "next";
import Link from "next/link";
import { requireStaff } from "@/auth";
import { Empty } from "@/components/desk/empty";
import { PageHead } from "@/components/desk/page-head";
import { Segments } from "@/components/desk/segments";
import { deskNow } from "@/db/queries/desk/board";
import { paperOf } from "@/db/queries/desk/paper";
import { appealCounts, mostRead } from "@/db/queries/desk/reads";
import { appealPlaceNames } from "@/domain/appeal";
import { nearMoment } from "@/domain/desk-times";
import { isEditor } from "@/domain/people";

export const metadata: Metadata = { title: "Reads" };

const spans = { "1": "Today", "7": "7 days", "30": "30 days" } as const;
type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const figure = (count: number) => count.toLocaleString("en-GB");

/** What was read most, and what became of the appeal for support: counts of the day, and nobody's name. */
export default async function ReadsPage({ searchParams }: Props) {
  const [actor, search] = await Promise.all([requireStaff(), searchParams]);
  const span = search.days === "1" || search.days === "30" ? search.days : "7";
  const days = Number(span);
  const [stories, appeal, { zone }, now] = await Promise.all([
    mostRead(actor, days),
    appealCounts(actor, days),
    paperOf(),
    deskNow(),
  ]);
  return (
    <>
      <PageHead title="Reads" beside="What readers’ browsers counted, without cookies or addresses">
        <Segments
          label="Over how long"
          views={(["1", "7", "30"] as const).map((each) => ({
            name: spans[each],
            href: each === "7" ? "/desk/reads" : `/desk/reads?days=${each}`,
            current: each === span,
          }))}
        />
      </PageHead>
      <div className="max-w-4xl px-4 pb-16 md:px-6.5">
        {stories.length === 0 ? (
          <Empty>Nothing has been read in this time. A read is counted when a browser shows a story.</Empty>
        ) : (
          <ol className="m-0 list-none divide-y divide-rule rounded-lg border border-rule bg-surface p-0">
            {stories.map((story) => (
              <li
                key={story.storyId}
                className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-2.5 text-[14px]"
              >
                <b className="w-16 text-right tabular-nums">{figure(story.reads)}</b>
                <Link
                  href={`/desk/stories/${story.storyId}/review`}
                  dir="auto"
                  prefetch={false}
                  className="min-w-0 flex-1 basis-60 font-head text-[17px] no-underline wrap-anywhere hover:underline"
                >
                  {story.headline}
                </Link>
                <span className="text-[13px] text-ink-3">
                  {story.withdrawnAt ? "withdrawn" : nearMoment(story.publishedAt, now, zone)}
                </span>
              </li>
            ))}
          </ol>
        )}
        {isEditor(actor) ? (
          <section aria-labelledby="appeal-counts" className="mt-8">
            <h2 id="appeal-counts" className="m-0 mb-2 font-head text-[20px] font-medium">
              Appeal for support
            </h2>
            {appeal.length === 0 ? (
              <Empty>Nobody has seen or followed it in this time. Its words are in the settings.</Empty>
            ) : (
              <table className="w-full border-collapse text-left text-[14px]">
                <thead>
                  <tr className="border-b border-rule text-[13px] text-ink-3">
                    <th className="py-1.5 font-semibold">Where it stands</th>
                    <th className="py-1.5 text-right font-semibold">Seen</th>
                    <th className="py-1.5 text-right font-semibold">Followed</th>
                  </tr>
                </thead>
                <tbody>
                  {appeal.map(({ place, views, clicks }) => (
                    <tr key={place} className="border-b border-rule tabular-nums">
                      <th className="py-1.5 font-normal">{appealPlaceNames[place]}</th>
                      <td className="py-1.5 text-right">{figure(views)}</td>
                      <td className="py-1.5 text-right">{figure(clicks)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </section>
        ) : null}
        <p className="mt-6 max-w-[70ch] text-[13px] leading-normal text-ink-3">
          A browser tells once when it shows a story, with the story’s number and nothing of the reader.
          Readers without scripts are not counted; nor are robots that say what they are, and those that do
          not say so are. A link of the appeal is counted with scripts and without.
        </p>
      </div>
    </>
  );
}
