import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { requireStaff } from "@/auth";
import { PageHead } from "@/components/desk/page-head";
import { HistoryList } from "@/components/history/history-list";
import { Restore } from "@/components/history/restore";
import { NextChange } from "@/components/review/next-change";
import { Since } from "@/components/review/since";
import { savedText, savedTexts } from "@/db/queries/desk/history";
import { quoteRecords } from "@/db/queries/desk/quotes";
import { type StoryForWriting, storyForWriting } from "@/db/queries/desk/story";
import { quoteIdsIn } from "@/db/stories/records";
import { nearMoment } from "@/domain/desk-times";
import { isId } from "@/domain/ids";
import type { Actor } from "@/domain/people";
import { refusalWords } from "@/domain/refusal";
import { compareTexts } from "@/domain/review/compare";
import { historyGroups, type SavedText, savedTextName } from "@/domain/review/history";
import type { Words } from "@/domain/words";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
type Story = StoryForWriting;

export const metadata: Metadata = { title: "History" };

const idIn = (value: string | string[] | undefined) => (isId(value) ? value : null);

/** Every saved text of a story, what differs between any two of them, and a way back to any. */
export default async function HistoryPage({ params, searchParams }: Props) {
  const [actor, { id }, search] = await Promise.all([requireStaff(), params, searchParams]);
  const story = isId(id) ? await storyForWriting(actor, id) : null;
  if (!story) notFound();
  const { texts, more } = await savedTexts(actor, id, idIn(search.before));
  const newest = texts.find((text) => text.kind !== "branch");
  const to = idIn(search.to) ?? newest?.id ?? null;
  const from =
    idIn(search.from) ?? texts.find((text) => text.kind !== "branch" && text.id !== to)?.id ?? null;
  const address = `/desk/stories/${id}/history`;
  return (
    <>
      <PageHead title="History" beside={<StoryLink story={story} />} />
      <div className="grid grid-cols-1 gap-4 px-4 pb-16 md:px-6.5 lg:grid-cols-[minmax(0,1fr)_360px]">
        <div className="order-2 min-w-0 lg:order-1">
          <Difference actor={actor} story={story} from={from} to={to} />
        </div>
        <section
          aria-label="Saved texts"
          className="order-1 max-h-[50dvh] overflow-y-auto rounded-lg border border-rule bg-surface text-[13.5px] lg:sticky lg:top-4 lg:order-2 lg:self-start lg:max-h-[calc(100dvh-6rem)]"
        >
          <HistoryList
            groups={historyGroups(texts)}
            current={story.revision}
            from={from}
            to={to}
            now={story.now}
            zone={story.paper.zone}
            address={address}
          />
          {more ? (
            <Link
              href={`${address}?before=${more}`}
              className="block p-3 text-center font-semibold text-info"
            >
              Older texts
            </Link>
          ) : null}
        </section>
      </div>
    </>
  );
}

const StoryLink = ({ story }: { story: Story }) => (
  <Link href={`/desk/stories/${story.id}`}>{story.words.headline || "Untitled"}</Link>
);

async function Difference({
  actor,
  story,
  from,
  to,
}: {
  actor: Actor;
  story: Story;
  from: string | null;
  to: string | null;
}) {
  const [older, newer] = await Promise.all([
    from ? savedText(actor, story.id, from) : null,
    to ? savedText(actor, story.id, to) : null,
  ]);
  if (!newer) return <p className="text-[14px] text-ink-2">Choose a text from the list to read it.</p>;
  const base = older ?? newer;
  const comparison = compareTexts(base.words, newer.words, {
    section: (id) => story.sections.find((each) => each.id === id)?.name ?? "a section that is gone",
    topic: (id) => story.topics.find((each) => each.id === id)?.name ?? "a topic that is gone",
    speaker: await speakersOf(actor, [base, newer]),
  });
  const places = comparison.changes === 1 ? "1 place differs." : `${comparison.changes} places differ.`;
  return (
    <>
      <div className="mx-auto mb-3 flex max-w-[780px] flex-wrap items-center gap-3 text-[13.5px] text-ink-2">
        <p className="m-0 min-w-0 flex-1 basis-72">
          {older ? (
            <>
              From {called(older, story)} to {called(newer, story)}:{" "}
              {comparison.changes === 0 ? "nothing differs." : places}
            </>
          ) : (
            <>{called(newer, story)}, the only text there is.</>
          )}
        </p>
        <NextChange key={`${from} ${to}`} count={comparison.changes} />
        {older && older.id !== newer.id ? <RestoreOf text={older} story={story} /> : null}
        {newer.number !== story.revision || newer.kind === "branch" ? (
          <RestoreOf text={newer} story={story} />
        ) : null}
      </div>
      <Since comparison={comparison} language={newer.words.language} />
    </>
  );
}

/** Who said the words of a quote, as far as this person may know. */
async function speakersOf(actor: Actor, texts: readonly { readonly words: Words }[]) {
  const ids = [...new Set(texts.flatMap(({ words }) => quoteIdsIn(words.body)))];
  const records = new Map((await quoteRecords(actor, ids)).map((record) => [record.id, record]));
  return (id: string): string => {
    const source = records.get(id)?.source;
    if (!source) return "a quote that you may not see";
    return source.unnamed ? source.publicDescription || "an unnamed source" : source.name;
  };
}

const called = (text: SavedText, story: Story) =>
  `${text.kind === "branch" ? "the text beside revision" : "revision"} ${text.number} (${savedTextName(text)}, ${text.by}, ${nearMoment(text.at, story.now, story.paper.zone)})`;

/** Only who may edit may restore, and a lapsing approval is said before, not after. */
function RestoreOf({ text, story }: { text: SavedText; story: Story }) {
  if (story.closed) {
    return <span className="text-[12.5px] text-ink-3">{refusalWords[story.closed]}</span>;
  }
  if (text.number === story.revision && text.kind !== "branch") return null;
  const warning =
    story.stage === "approved" || story.stage === "scheduled"
      ? "The approval lapses: the story goes back to review."
      : story.stage === "published"
        ? "The story goes back to drafting. Readers keep the live copy until it is published again."
        : "";
  return (
    <span className="inline-flex items-center gap-2">
      <span className="text-[12.5px] text-ink-3">
        {text.kind === "branch" ? "Beside" : "Revision"} {text.number}
      </span>
      <Restore
        storyId={story.id}
        revisionId={text.id}
        called={text.kind === "branch" ? "The text kept beside" : `Revision ${text.number}`}
        base={story.revision}
        warning={warning}
      />
    </span>
  );
}
