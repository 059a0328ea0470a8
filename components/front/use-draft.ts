import { useEffect, useRef, useState } from "react";
import { keepFrontDraft, saveFrontPage } from "@/app/actions/front";
import { useAnnounce } from "@/components/desk/announcer";
import { useCommand } from "@/components/desk/use-command";
import { seenByReaders } from "@/components/desk/with-readers";
import { type Arranged, frontAsText } from "@/domain/front-page";

/** How another editor left the draft meanwhile. */
export type Conflict = {
  readonly words: string;
  readonly by: string;
  readonly revision: number;
  readonly theirs: Arranged;
};

/** What is arranged, with every step before it, so that each can be undone. */
export function useArrangement(first: Arranged) {
  const [steps, setSteps] = useState<readonly Arranged[]>([first]);
  const [undone, setUndone] = useState<readonly Arranged[]>([]);
  /** When the last step was typed, until something else is done. */
  const typed = useRef(0);
  const arranged = steps.at(-1) ?? first;
  return {
    arranged,
    change: (next: Arranged) => {
      const now = performance.now();
      const isTyped = isOnlyTyped(arranged, next);
      const goesOn = isTyped && steps.length > 1 && now - typed.current < typedTogether;
      typed.current = isTyped ? now : 0;
      setSteps([...(goesOn ? steps.slice(0, -1) : steps), next].slice(-100));
      setUndone([]);
    },
    undo: () => {
      if (steps.length < 2) return;
      typed.current = 0;
      setSteps(steps.slice(0, -1));
      setUndone([...undone, arranged]);
    },
    redo: () => {
      const next = undone.at(-1);
      if (!next) return;
      setSteps([...steps, next]);
      setUndone(undone.slice(0, -1));
    },
    canUndo: steps.length > 1,
    canRedo: undone.length > 0,
  };
}

/** Milliseconds within which letters typed into a field are one step. */
const typedTogether = 1_000;

/** Whether two arrangements differ in letters alone. */
const isOnlyTyped = (one: Arranged, other: Arranged): boolean =>
  frontAsText(withoutLetters(one)) === frontAsText(withoutLetters(other));
const withoutLetters = ({ placings, breaking, ...rest }: Arranged): Arranged => ({
  ...rest,
  placings: placings.map((each) => ({ ...each, headline: "" })),
  breaking: { text: "…", href: "", until: breaking?.until ?? null },
});

/** Keeps the draft a moment after each change, and publishes it. Neither writes over what another editor did since: then
 * `conflict` holds theirs, until one of the two is chosen. */
export function useDraft(front: string, first: { revision: number; draft: Arranged }, arranged: Arranged) {
  const announce = useAnnounce();
  const base = useRef(first.revision);
  const underWay = useRef<Promise<unknown>>(Promise.resolve());
  const [revision, setRevision] = useState(first.revision);
  const [kept, setKept] = useState(frontAsText(first.draft));
  const [failed, setFailed] = useState("");
  const [published, setPublished] = useState<Arranged | null>(null);
  const keeping = useCommand(keepFrontDraft);
  const publishing = useCommand(saveFrontPage);
  const conflict = conflictIn(keeping.refusal) ?? conflictIn(publishing.refusal);
  const text = frontAsText(arranged);
  const pending = keeping.pending || publishing.pending;

  const settle = (now: number, as = text) => {
    base.current = now;
    setRevision(now);
    setKept(as);
  };
  const keep = async () => {
    const saved = await keeping.run(inputOf(front, base.current, arranged));
    if (saved) settle(saved.value.revision);
    else setFailed(text);
  };
  const waits = text !== kept && text !== failed && !conflict && !pending;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text stands for all that is kept
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(() => {
      underWay.current = keep();
    }, 700);
    return () => clearTimeout(timer);
  }, [waits, text]);

  /** Publishes what is arranged, or some of it: then the rest is kept as a draft again, over what readers see. */
  const publish = async (what = arranged) => {
    await underWay.current;
    const saved = await publishing.run(inputOf(front, base.current, what));
    if (!saved) return;
    settle(saved.value.revision, frontAsText(what));
    setPublished(what);
    announce(`${seenByReaders("Published.", saved.value.confirmed)}.`);
  };
  /** Goes on from the other editor's revision: with their arrangement, or with one's own over it. */
  const settleConflict = (how: "mine" | "theirs") => {
    if (!conflict) return;
    base.current = conflict.revision;
    setRevision(conflict.revision);
    setKept(frontAsText(conflict.theirs));
    setFailed("");
    keeping.forget();
    publishing.forget();
    announce(how === "mine" ? "Going on with yours." : `Going on with what ${conflict.by} arranged.`);
  };
  /** Goes on from what another editor kept, where nothing of one's own is in the way. */
  const follow = (now: number, theirs: Arranged) => {
    base.current = now;
    setRevision(now);
    setKept(frontAsText(theirs));
    setPublished(null);
  };
  const error = conflict ? null : (publishing.error ?? keeping.error);
  const isKept = text === kept;
  return {
    publish,
    settleConflict,
    follow,
    conflict,
    error,
    refusedAs: publishing.refusal,
    isKept,
    revision,
    published,
    publishing: publishing.pending,
  };
}

const conflictIn = (refusal: string | Conflict | null): Conflict | null =>
  typeof refusal === "object" ? refusal : null;

const inputOf = (front: string, base: number, { placings, quotes, breaking }: Arranged) => ({
  front,
  base,
  placings: placings.map(({ picture, pinnedUntil, ...each }) => ({
    ...each,
    pictureId: picture?.id ?? "",
    pinnedUntil: pinnedUntil ?? "",
  })),
  quotes: quotes.map(({ storyId, ref }) => ({ storyId, ref })),
  breaking: {
    text: breaking?.text ?? "",
    href: breaking?.href ?? "",
    until: breaking?.until ?? "",
  },
});
