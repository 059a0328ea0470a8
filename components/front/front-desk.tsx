"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { useLive } from "@/components/desk/live";
import { Notice } from "@/components/desk/notice";
import { PageHead } from "@/components/desk/page-head";
import { useClock } from "@/components/desk/use-clock";
import { useLeaveWarning } from "@/components/desk/use-leave-warning";
import {
  type Arranged,
  type Breaking,
  clear,
  type FrontPlace,
  fillings,
  frontAsText,
  frontPageName,
  frontPlaceNames,
  type LiveQuote,
  type LiveStory,
  placesFilled,
  placesOf,
  put,
} from "@/domain/front-page";
import { localOf } from "@/domain/time";
import { BreakingBar } from "./breaking-bar";
import { FrontPreview } from "./front-preview";
import { Picking } from "./picking";
import { Place } from "./place";
import { TwoFronts } from "./two-fronts";
import { useArrangement, useDraft } from "./use-draft";
import { Voices, withQuote } from "./voices";

type Props = {
  /** "front", or a section's id. */
  front: string;
  title: string;
  /** Where readers find it, and where it is arranged. */
  site: string;
  address: string;
  /** Both with their moments as local times in the newsroom's zone. */
  draft: Arranged;
  live: Arranged;
  revision: number;
  /** Who kept the draft last. */
  savedBy: string;
  /** "Last published by … at …", or empty. */
  history: string;
  /** Live stories that fit `find`, newest first, with those that are placed; and quotations likewise. */
  stories: readonly LiveStory[];
  quotes: readonly LiveQuote[];
  find: string;
  zone: string;
  zoneName: string;
  /** The newsroom's clock, as it was read with the page. */
  now: Date;
};

/** What is said here instead of a refusal's own words, which do not know what a front is. */
const refusedHere: { readonly [refusal: string]: string } = {
  not_live:
    "A story or a quotation that stands here is not live any more. Clear its place, then publish again.",
  embargoed:
    "The change to a story that stands here is under embargo. Leave that story the headline and picture that readers have, and the breaking bar away from it, then publish again.",
};
const noBreaking: Breaking = { text: "", href: "", until: null };

/** A front as editors arrange it: readers see nothing of it before it is published, in one step. */
export function FrontDesk(props: Props) {
  const { arranged, change, undo, redo, canUndo, canRedo } = useArrangement(props.draft);
  const draft = useDraft(props.front, props, arranged);
  useUndoKeys(undo, redo);
  useOthers(props, draft, arranged, change);
  const [chosen, choose] = useState<FrontPlace>("lead");
  const [previews, setPreviews] = useState(false);
  const live = draft.published ?? props.live;
  const changed = frontAsText(arranged) !== frontAsText(live);
  const nowLocal = localOf(useClock(props.now), props.zone);
  const isOver = (until: string | null | undefined) => Boolean(until && until <= nowLocal);
  const barAlone = { ...live, breaking: arranged.breaking };
  const isNewBar = frontAsText(barAlone) !== frontAsText(live);
  const isBarAlone = frontAsText(barAlone) === frontAsText(arranged);
  useLeaveWarning(!draft.isKept);
  const known = useKnown(props);
  const places = placesOf(props.front);
  const place = (at: FrontPlace, storyId: string) => {
    const placings = put(arranged.placings, at, storyId);
    change({ ...arranged, placings });
    choose(nextEmpty(places, at, arranged.placings, placings));
  };
  const chooseQuote = (quote: LiveQuote | undefined) => {
    if (quote) change({ ...arranged, quotes: withQuote(arranged.quotes, quote) });
  };
  return (
    <>
      <PageHead title={props.title} beside={standing(changed, draft.isKept)}>
        <a
          href={props.site}
          target="_blank"
          rel="noreferrer"
          className="text-[13.5px] font-semibold text-info"
        >
          Open the page
        </a>
        <Button
          title="Ctrl Z, or ⌘ Z"
          refusedBecause={canUndo ? undefined : "Nothing to undo."}
          onClick={undo}
        >
          Undo
        </Button>
        {canRedo ? (
          <Button title="Ctrl ⇧ Z, or ⌘ ⇧ Z" onClick={redo}>
            Redo
          </Button>
        ) : null}
        <Button
          refusedBecause={changed ? undefined : "This is what readers see."}
          onClick={() => change(live)}
        >
          Back to what readers see
        </Button>
        <Button aria-pressed={previews} onClick={() => setPreviews(!previews)}>
          Preview
        </Button>
        <Button
          look="go"
          pending={draft.publishing}
          pendingLabel="Publishing …"
          refusedBecause={refusalOf(changed, draft.conflict !== null)}
          onClick={() => void draft.publish()}
        >
          {props.front === frontPageName ? "Publish front page" : "Publish section front"}
        </Button>
      </PageHead>
      <div className="px-4 md:px-6.5">
        {props.history ? <p className="m-0 mb-3 text-[12.5px] text-ink-3">{props.history}</p> : null}
        {draft.error ? (
          <Notice>
            {(typeof draft.refusedAs === "string" && refusedHere[draft.refusedAs]) || draft.error}
          </Notice>
        ) : null}
        {draft.conflict ? (
          <TwoFronts
            conflict={draft.conflict}
            mine={arranged}
            places={places}
            headlineOf={(id) => known.story(id)?.headline ?? "A story that is not live, or not listed here"}
            wordsOf={(ref) => known.quote(ref)?.words ?? "…"}
            onChoose={(how) => {
              if (how === "theirs" && draft.conflict) change(draft.conflict.theirs);
              draft.settleConflict(how);
            }}
          />
        ) : null}
        {previews ? <FrontPreview front={props.front} revision={draft.revision} /> : null}
      </div>
      <div className="grid grid-cols-1 gap-5 px-4 pb-16 md:px-6.5 lg:grid-cols-[minmax(0,1fr)_340px]">
        <div className="min-w-0">
          {props.front === frontPageName ? (
            <BreakingBar
              breaking={arranged.breaking ?? noBreaking}
              zoneName={props.zoneName}
              isSeen={!isNewBar}
              isOver={isOver(arranged.breaking?.until)}
              change={(breaking) => change({ ...arranged, breaking })}
              publishing={draft.publishing}
              onPublishAlone={
                isNewBar && !isBarAlone && !draft.conflict ? () => void draft.publish(barAlone) : null
              }
            />
          ) : null}
          <Places
            {...props}
            arranged={arranged}
            isOver={isOver}
            change={change}
            known={known}
            chosen={chosen}
            choose={choose}
            place={place}
          />
          <Voices
            quotes={arranged.quotes}
            quoteOf={known.quote}
            fillsItself={props.front === frontPageName}
            onChange={(quotes) => change({ ...arranged, quotes })}
            onDrop={(ref) => chooseQuote(known.quote(ref))}
          />
        </div>
        <Picking
          {...props}
          placings={arranged.placings}
          chosen={arranged.quotes}
          into={frontPlaceNames[chosen]}
          onPut={(storyId) => place(chosen, storyId)}
          onChoose={chooseQuote}
        />
      </div>
    </>
  );
}

/** Undo and redo from the keyboard. A field that is typed in has its own. */
function useUndoKeys(undo: () => void, redo: () => void): void {
  const latest = useRef({ undo, redo });
  latest.current = { undo, redo };
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const isField =
        event.target instanceof HTMLElement && event.target.closest("input, textarea, select, dialog");
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
      if (event.defaultPrevented || isField || !isCommand || event.key.toLowerCase() !== "z") return;
      event.preventDefault();
      if (event.shiftKey) latest.current.redo();
      else latest.current.undo();
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, []);
}

/** What another editor keeps shows here at once, as a step that can be undone; unless something of one's own is not kept
 * yet, which then meets theirs when it is. */
function useOthers(
  { front, revision, draft: theirs, savedBy }: Props,
  { revision: mine, isKept, conflict, follow }: ReturnType<typeof useDraft>,
  arranged: Arranged,
  change: (next: Arranged) => void,
): void {
  const router = useRouter();
  const announce = useAnnounce();
  useLive(({ about, id }) => {
    if (about === "everything" || (about === "front" && id === front)) router.refresh();
  });
  const isNewer = revision > mine && isKept && !conflict;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each newer draft
  useEffect(() => {
    if (!isNewer) return;
    follow(revision, theirs);
    if (frontAsText(theirs) === frontAsText(arranged)) return;
    change(theirs);
    announce(`${savedBy || "Another editor"} arranged this front.`);
  }, [isNewer, revision]);
}

type PlacesProps = {
  /** Whether a moment, as a local time, has passed. */
  isOver: (until: string | null) => boolean;
  front: string;
  site: string;
  zoneName: string;
  arranged: Arranged;
  change: (next: Arranged) => void;
  known: Known;
  chosen: FrontPlace;
  choose: (place: FrontPlace) => void;
  place: (at: FrontPlace, storyId: string) => void;
};

function Places({
  isOver,
  front,
  site,
  zoneName,
  arranged,
  change,
  known,
  chosen,
  choose,
  place,
}: PlacesProps) {
  const announce = useAnnounce();
  const { placings } = arranged;
  const places = placesOf(front);
  const standing = placings.filter((each) => !isOver(each.pinnedUntil));
  const filling = placesFilled(
    front,
    standing.map((each) => each.place),
  );
  const newest = known.newest.filter(
    (story) => front === frontPageName || story.address.startsWith(`${site}/`),
  );
  const filled = fillings(filling, standing, newest);
  /** Moves what stands in a place to the one before or behind it; what stands there takes its place. */
  const shift = (from: FrontPlace, by: -1 | 1) => {
    const placing = placings.find((each) => each.place === from);
    const to = places[places.indexOf(from) + by];
    if (!placing || !to) return;
    change({ ...arranged, placings: put(placings, to, placing.storyId) });
    choose(to);
    announce(`Moved to ${frontPlaceNames[to]}.`);
  };
  return (
    <div className="grid grid-cols-1 gap-3 sm:grid-cols-2 xl:grid-cols-4">
      {places.map((name) => {
        const placing = placings.find((each) => each.place === name) ?? null;
        return (
          <Place
            key={name}
            name={name}
            placing={placing}
            story={placing ? (known.story(placing.storyId) ?? null) : null}
            filling={filled.get(name) ?? null}
            isOver={placing !== null && isOver(placing.pinnedUntil)}
            isPlain={!filling.includes(name)}
            chosen={chosen === name}
            zoneName={zoneName}
            onChoose={() => choose(name)}
            onShift={(by) => shift(name, by)}
            onDrop={(storyId) => place(name, storyId)}
            onClear={() => change({ ...arranged, placings: clear(placings, name) })}
            onChange={(next) =>
              change({ ...arranged, placings: placings.map((each) => (each.place === name ? next : each)) })
            }
          />
        );
      })}
    </div>
  );
}

const standing = (changed: boolean, isKept: boolean) =>
  !changed ? "As readers see it" : isKept ? "Draft kept, not yet published" : "Keeping the draft …";

const refusalOf = (changed: boolean, isConflict: boolean): string | undefined => {
  if (isConflict) return "Another editor changed this front. Choose between the two first.";
  return changed ? undefined : "Nothing has been changed.";
};

/** After a story is put into an empty place the next empty one is chosen, so that a page is laid out from the top by
 * pressing on. */
const nextEmpty = (
  places: readonly FrontPlace[],
  at: FrontPlace,
  before: Arranged["placings"],
  placings: Arranged["placings"],
): FrontPlace => {
  const later = places.slice(places.indexOf(at) + 1);
  const wasEmpty = !before.some((each) => each.place === at);
  return (wasEmpty && later.find((name) => !placings.some((each) => each.place === name))) || at;
};

type Known = {
  readonly story: (id: string) => LiveStory | undefined;
  readonly quote: (ref: string) => LiveQuote | undefined;
  readonly newest: readonly LiveStory[];
};

/** All stories and quotations that were listed since the page was opened: a search does not make the rest forgotten. */
function useKnown({ stories, quotes }: Pick<Props, "stories" | "quotes">): Known {
  const [heard, hear] = useState({ stories, quotes });
  const [all, setAll] = useState({ stories, quotes });
  if (heard.stories !== stories || heard.quotes !== quotes) {
    hear({ stories, quotes });
    setAll({
      stories: [...new Map([...all.stories, ...stories].map((each) => [each.id, each])).values()],
      quotes: [...new Map([...all.quotes, ...quotes].map((each) => [each.ref, each])).values()],
    });
  }
  return {
    story: (id) => all.stories.find((each) => each.id === id),
    quote: (ref) => all.quotes.find((each) => each.ref === ref),
    newest: [...all.stories].sort((one, other) => other.publishedAt.getTime() - one.publishedAt.getTime()),
  };
}
