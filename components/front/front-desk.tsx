"use client";

import { useMemo, useState } from "react";
import { saveFrontPage } from "@/app/actions/front";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { TextField } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { PageHead } from "@/components/desk/page-head";
import { useCommand } from "@/components/desk/use-command";
import { useLeaveWarning } from "@/components/desk/use-leave-warning";
import {
  type Breaking,
  clear,
  type FrontPlace,
  fillings,
  frontAsText,
  frontLimits,
  frontPlaceNames,
  frontPlaces,
  type LiveStory,
  type Placing,
  put,
} from "@/domain/front-page";
import { LiveStories } from "./live-stories";
import { Place } from "./place";

type Props = {
  /** `pinnedUntil` as a local time in the newsroom's zone, or null. */
  placings: readonly Placing[];
  breaking: Breaking | null;
  base: string;
  /** Live stories, newest first, with those that are placed. */
  stories: readonly LiveStory[];
  zoneName: string;
};

type Arranged = { placings: readonly Placing[]; breaking: Breaking };

const stale =
  "Another editor has changed the front page since you opened it. Nothing of yours was published. Reload to see theirs; what you arranged is lost then, so note it first.";
const gone = "A story that you placed has been withdrawn. Clear its place, then publish again.";

/** The front page as an editor arranges it: nothing is seen by readers before it is published, in one step. */
export function FrontDesk(props: Props) {
  const { arranged, change, undo, canUndo, changed, settle } = useArrangement(props);
  const [chosen, choose] = useState<FrontPlace>("lead");
  const { save, pending, words } = useSaving(arranged, props.base, settle);
  useLeaveWarning(changed);

  const byId = useMemo(() => new Map(props.stories.map((story) => [story.id, story])), [props.stories]);
  const filled = useMemo(
    () => fillings(arranged.placings, props.stories),
    [arranged.placings, props.stories],
  );
  const place = (at: FrontPlace, storyId: string) => {
    change({ ...arranged, placings: put(arranged.placings, at, storyId) });
    choose(nextEmpty(at, put(arranged.placings, at, storyId)));
  };

  return (
    <>
      <PageHead title="Front page" beside={changed ? "Changed, not yet published" : "As readers see it"}>
        <a href="/" target="_blank" rel="noreferrer" className="text-[13.5px] font-semibold text-info">
          Open the page
        </a>
        <Button refusedBecause={canUndo ? undefined : "Nothing to undo."} onClick={undo}>
          Undo
        </Button>
        <Button
          look="go"
          pending={pending}
          pendingLabel="Publishing …"
          refusedBecause={changed ? undefined : "Nothing has been changed."}
          onClick={() => void save()}
        >
          Publish front page
        </Button>
      </PageHead>
      <div className="px-4 md:px-6.5">{words ? <Notice>{words}</Notice> : null}</div>
      <div className="grid grid-cols-1 gap-5 px-4 pb-16 md:px-6.5 lg:grid-cols-[minmax(0,1fr)_340px]">
        <div>
          <BreakingBar
            breaking={arranged.breaking}
            change={(breaking) => change({ ...arranged, breaking })}
          />
          <div className="grid grid-cols-1 gap-3 sm:grid-cols-2 xl:grid-cols-4">
            {frontPlaces.map((name) => (
              <Place
                key={name}
                name={name}
                placing={arranged.placings.find((each) => each.place === name) ?? null}
                story={storyAt(name, arranged.placings, byId)}
                filling={filled.get(name) ?? null}
                chosen={chosen === name}
                zoneName={props.zoneName}
                onChoose={() => choose(name)}
                onDrop={(storyId) => place(name, storyId)}
                onClear={() => change({ ...arranged, placings: clear(arranged.placings, name) })}
                onChange={(placing) =>
                  change({
                    ...arranged,
                    placings: arranged.placings.map((each) => (each.place === name ? placing : each)),
                  })
                }
              />
            ))}
          </div>
        </div>
        <LiveStories
          stories={props.stories}
          placings={arranged.placings}
          into={frontPlaceNames[chosen]}
          onPut={(storyId) => place(chosen, storyId)}
        />
      </div>
    </>
  );
}

const storyAt = (
  name: FrontPlace,
  placings: readonly Placing[],
  byId: ReadonlyMap<string, LiveStory>,
): LiveStory | null => {
  const placing = placings.find((each) => each.place === name);
  return placing ? (byId.get(placing.storyId) ?? null) : null;
};

/** After a story is put down the next empty place is chosen, so that a page is laid out from the top by pressing on. */
const nextEmpty = (at: FrontPlace, placings: readonly Placing[]): FrontPlace => {
  const later = frontPlaces.slice(frontPlaces.indexOf(at) + 1);
  return later.find((name) => !placings.some((each) => each.place === name)) ?? at;
};

const noBreaking: Breaking = { text: "", href: "" };

/** What is arranged, with every step before it, so that each can be undone. */
function useArrangement({ placings, breaking }: Pick<Props, "placings" | "breaking">) {
  const [published, setPublished] = useState<Arranged>({ placings, breaking: breaking ?? noBreaking });
  const [steps, setSteps] = useState<readonly Arranged[]>([published]);
  const arranged = steps.at(-1) ?? published;
  const text = (each: Arranged) => frontAsText(each.placings, each.breaking);
  return {
    arranged,
    change: (next: Arranged) => setSteps([...steps, next].slice(-100)),
    undo: () => setSteps(steps.length > 1 ? steps.slice(0, -1) : steps),
    canUndo: steps.length > 1,
    changed: text(arranged) !== text(published),
    settle: () => setPublished(arranged),
  };
}

function useSaving(arranged: Arranged, firstBase: string, settle: () => void) {
  const announce = useAnnounce();
  const [base, setBase] = useState(firstBase);
  const { run, pending, error, refusal } = useCommand(saveFrontPage);
  const save = async () => {
    const placings = arranged.placings.map((each) => ({ ...each, pinnedUntil: each.pinnedUntil ?? "" }));
    const saved = await run({ base, placings, breaking: arranged.breaking });
    if (!saved) return;
    setBase(saved.value.base);
    settle();
    announce(
      saved.value.confirmed
        ? "The front page is published. Readers see it now."
        : "The front page is published. One server has not confirmed yet; readers will see it within seconds.",
    );
  };
  const words = refusal === "stale_revision" ? stale : refusal === "not_live" ? gone : error;
  return { save, pending, words };
}

function BreakingBar({ breaking, change }: { breaking: Breaking; change: (next: Breaking) => void }) {
  return (
    <fieldset className="m-0 mb-3 grid grid-cols-1 gap-x-3 rounded-lg border border-rule bg-surface px-4 pt-3 pb-0 sm:grid-cols-[2fr_1fr]">
      <legend className="sr-only">Breaking bar</legend>
      <TextField
        label="Breaking bar"
        hint="Stands above every page while it is there. Leave it empty for none."
        maxLength={frontLimits.breaking}
        value={breaking.text}
        onChange={(event) => change({ ...breaking, text: event.target.value })}
      />
      <TextField
        label="Leads to"
        placeholder="/harbour/…"
        maxLength={2_000}
        value={breaking.href}
        onChange={(event) => change({ ...breaking, href: event.target.value })}
      />
    </fieldset>
  );
}
