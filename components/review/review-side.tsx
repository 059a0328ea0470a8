import Link from "next/link";
import type { ReactNode } from "react";
import type { CheckedStory, Verdict } from "@/domain/checks/checked-story";
import type { CorrectionKind } from "@/domain/corrections";
import { howLong, nearMoment } from "@/domain/desk-times";
import { type Actor, isAdmin, isEditor } from "@/domain/people";
import { cardQuotes } from "@/domain/publication/publication";
import type { QuoteRecord } from "@/domain/quote-record";
import { type Anchor, findPassage, passageIn } from "@/domain/review/anchor";
import type { Mentionable } from "@/domain/review/mentions";
import type { ShownSuggestion } from "@/domain/review/shown-suggestions";
import { lineNames, pictureLines } from "@/domain/review/suggested-lines";
import type { suggestionFields } from "@/domain/review/suggestions";
import { type TrailEvent, trailWords } from "@/domain/review/trail";
import type { ReplySought } from "@/domain/sourcing";
import { localOf } from "@/domain/time";
import type { Words } from "@/domain/words";
import type { Move, Stage, StoryFacts } from "@/domain/workflow";
import { Checks } from "./checks";
import { Comments } from "./comments";
import { CorrectionsOnFile } from "./corrections";
import { ForReaders, type ReadersShown } from "./for-readers";
import type { Plan } from "./plan";
import { planOf } from "./plan";
import { Planning } from "./planning";
import { type PreviewLinkShown, PreviewLinks } from "./preview-links";
import { Replies, type ReplyLine } from "./replies";
import type { ReviewView } from "./review-bar";
import { type SuggestionShown, Suggestions } from "./suggestions";
import { Trail } from "./trail";
import { Weights } from "./weights";

/** What the side has to know of a story. */
export type SideStory = ReadersShown & {
  readonly id: string;
  readonly words: Words;
  readonly records: readonly QuoteRecord[];
  readonly verdicts: readonly Verdict[];
  readonly now: Date;
  readonly paper: { readonly zone: string };
  readonly assignment: string;
  readonly replies: readonly ReplySought[];
  readonly weights: CheckedStory["weights"];
  /** The sources that the story quotes, as the desk speaks of them. */
  readonly sourcesShown: readonly { readonly id: string; readonly name: string }[];
  readonly authors: readonly { readonly id: string; readonly name: string }[];
  readonly dueAt: Date | null;
  readonly embargoUntil: Date | null;
  readonly stage: Stage;
  readonly copy: StoryFacts["copy"];
  readonly moves: readonly Move[];
  readonly mentionable: readonly Mentionable[];
  readonly suggestions: readonly (Omit<SuggestionShown, "ago" | "isOwn" | "anchor" | "line"> &
    Pick<ShownSuggestion, "span"> & {
      readonly field: (typeof suggestionFields)[number];
      readonly byId: string;
      readonly at: Date;
    })[];
  readonly threads: readonly (Anchor & {
    readonly id: string;
    readonly mustResolve: boolean;
    readonly resolvedAt: Date | null;
    readonly comments: readonly {
      readonly id: string;
      readonly by: string;
      readonly text: string;
      readonly at: Date;
    }[];
  })[];
  readonly previews: readonly (Omit<PreviewLinkShown, "until"> & { readonly expiresAt: Date })[];
  readonly corrections: readonly {
    readonly id: string;
    readonly kind: CorrectionKind;
    readonly text: string;
    readonly was: string;
    readonly says: string;
    readonly at: Date;
    readonly amendedAt: Date | null;
    readonly before: readonly { readonly id: number; readonly text: string; readonly until: Date }[];
  }[];
  readonly events: readonly (TrailEvent & { readonly id: number; readonly at: Date })[];
};

/** Beside the text: what stands in the way, what the desk says, what has happened. */
export function ReviewSide({
  story,
  actor,
  view,
  people,
  assigning,
}: {
  story: SideStory;
  actor: Actor;
  view: ReviewView;
  /** Who can be an author; empty for who may not assign. */
  people: Plan["people"];
  /** The form to assign it stands open from the start. */
  assigning: boolean;
}) {
  const { zone } = story.paper;
  return (
    <aside
      aria-label="About this story"
      className="border-t border-rule bg-surface text-[13.5px] lg:overflow-y-auto lg:border-t-0 lg:border-l"
    >
      <Part title="Before it can be approved">
        <Checks
          storyId={story.id}
          verdicts={story.verdicts}
          sheetHref={`/desk/stories/${story.id}/review`}
          isSheetShown={view === "published"}
          mayOverride={isAdmin(actor)}
          mayAttest={isEditor(actor)}
        />
      </Part>
      <Part title="Suggested edits" id="suggested-edits">
        <Suggestions
          storyId={story.id}
          mayDecide={story.moves.includes("edit")}
          suggestions={story.suggestions.map((each) => ({
            id: each.id,
            out: each.out,
            in: each.in,
            lead: each.lead,
            tail: each.tail,
            line: each.field === "body" ? null : lineNames[each.field],
            quotation: each.quotation,
            picture: each.picture,
            why: each.why,
            by: each.by,
            ago: howLong(each.at, story.now),
            isOwn: each.byId === actor.id,
            anchor: placeOfSuggestion(each),
          }))}
        />
      </Part>
      <Part title="Right of reply">
        <Replies
          storyId={story.id}
          sources={story.sourcesShown}
          replies={repliesOf(story)}
          nowLocal={localOf(story.now, zone)}
        />
      </Part>
      {story.sourcesShown.length > 0 ? (
        <Part title="What the story rests on">
          <Weights storyId={story.id} sources={story.sourcesShown} weights={story.weights} />
        </Part>
      ) : null}
      <Part title="Comments">
        <Comments
          storyId={story.id}
          people={story.mentionable}
          threads={story.threads.map((thread) => ({
            id: thread.id,
            passage: thread.passage,
            mustResolve: thread.mustResolve,
            resolved: thread.resolvedAt !== null,
            ...placeOfThread(story.words, thread),
            comments: thread.comments.map(({ at, ...said }) => ({ ...said, ago: howLong(at, story.now) })),
          }))}
        />
      </Part>
      {story.corrections.length > 0 ? (
        <Part title="Corrections">
          <CorrectionsOnFile
            mayAmend={isEditor(actor)}
            corrections={story.corrections.map(({ at, amendedAt, before, ...each }) => ({
              ...each,
              on: nearMoment(at, story.now, zone),
              amended: amendedAt && nearMoment(amendedAt, story.now, zone),
              before: before.map(({ until, ...wording }) => ({
                ...wording,
                until: nearMoment(until, story.now, zone),
              })),
            }))}
          />
        </Part>
      ) : null}
      <Part title="Planning">
        <div className="px-4.5 pb-4">
          <Planning plan={planOf(story, people)} assigning={assigning} />
        </div>
      </Part>
      <Part title="Readers">
        <ForReaders
          key={`${story.withoutAppeal}${story.withoutReplies}${story.cardQuoteId}`}
          storyId={story.id}
          mayChange={isEditor(actor)}
          withoutAppeal={story.withoutAppeal}
          withoutReplies={story.withoutReplies}
          cardQuoteId={story.cardQuoteId}
          cardQuotes={cardQuotes(story.words, story.records)}
          reads={story.reads}
        />
      </Part>
      {isEditor(actor) ? (
        <Part title="Preview links">
          <PreviewLinks
            storyId={story.id}
            links={story.previews.map(({ expiresAt, ...link }) => ({
              ...link,
              until: nearMoment(expiresAt, story.now, zone),
            }))}
          />
        </Part>
      ) : null}
      <Part title="Trail">
        <Trail
          lines={story.events.map((event) => ({
            id: event.id,
            time: nearMoment(event.at, story.now, zone),
            by: event.by,
            words: trailWords(event, story.now, zone),
          }))}
        />
        <p className="m-0 px-4.5 pb-4">
          <Link href={`/desk/stories/${story.id}/history`} className="font-semibold text-info">
            Every saved text
          </Link>{" "}
          ·{" "}
          {isEditor(actor) ? (
            <>
              <Link href={`/desk/trail?story=${story.id}`} className="font-semibold text-info">
                Search the trail
              </Link>{" "}
              ·{" "}
            </>
          ) : null}
          <a href={`/desk/stories/${story.id}/preview`} className="font-semibold text-info">
            Preview as a page
          </a>
        </p>
      </Part>
    </aside>
  );
}

/** Where the passage of a thread stands now: in the body, the headline or the standfirst; or that it is gone. */
function placeOfThread(words: Words, thread: Anchor & { readonly id: string }) {
  const inBody = passageIn(words.body, thread);
  if (inBody && !inBody.changed) return { anchor: `passage-${thread.id}`, changed: false };
  const field = (["headline", "standfirst"] as const).find(
    (each) => findPassage(words[each], thread)?.changed === false,
  );
  if (field) return { anchor: `field-${field}`, changed: false };
  return { anchor: inBody ? `passage-${thread.id}` : null, changed: inBody !== null };
}

function placeOfSuggestion({ span, field, id }: SideStory["suggestions"][number]): string | null {
  if (!span) return null;
  if (field === "body") return `suggested-${id}`;
  return pictureLines.includes(field) ? "field-hero" : `field-${field}`;
}

function repliesOf({ replies, now, paper: { zone } }: SideStory): ReplyLine[] {
  return replies.map(({ contactedAt, deadline, ...reply }) => ({
    ...reply,
    contacted: nearMoment(contactedAt, now, zone),
    contactedLocal: localOf(contactedAt, zone),
    until: deadline ? nearMoment(deadline, now, zone) : "",
    deadlineLocal: deadline ? localOf(deadline, zone) : "",
  }));
}

const Part = ({ title, id, children }: { title: string; id?: string; children: ReactNode }) => (
  <section id={id} className="border-b border-rule last:border-b-0">
    <h2 className="m-0 px-4.5 pt-4 pb-1.5 text-[14px] font-semibold">{title}</h2>
    {children}
  </section>
);
