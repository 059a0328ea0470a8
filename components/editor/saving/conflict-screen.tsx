"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/desk/button";
import { Dialog, DialogFoot } from "@/components/desk/dialog";
import { Notice } from "@/components/desk/notice";
import type { Naming } from "@/domain/review/compare";
import type { Words } from "@/domain/words";
import { CopyText } from "./copy-text";
import { Difference } from "./difference";
import { type LatestText, latestText } from "./latest-text";
import { MergeChoices } from "./merge-choices";

type Props = {
  storyId: string;
  by: string;
  at: string;
  mine: Words;
  /** Saves the text on screen on top of the newer one, which stays a revision of its own. */
  onKeepMine: (theirs: LatestText) => void;
  /** Puts theirs on screen once mine is stored beside it. Answers false when that could not be done. */
  onTakeTheirs: (theirs: LatestText) => Promise<boolean>;
  /** Saves a text made of both, once mine is stored beside theirs. Answers false when that could not be done. */
  onMerge: (words: Words, theirs: LatestText) => Promise<boolean>;
  /** Nothing is chosen yet: both texts stay as they are. */
  onLater: () => void;
  naming: Naming;
};

/** Somebody saved a newer text while this one was written. Both are kept whatever is chosen, and closing the page too. */
export function ConflictScreen({
  storyId,
  by,
  at,
  mine,
  onKeepMine,
  onTakeTheirs,
  onMerge,
  onLater,
  naming,
}: Props) {
  const [theirs, setTheirs] = useState<LatestText | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [tries, setTries] = useState(0);
  const [merging, setMerging] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new try asks again
  useEffect(() => {
    let gone = false;
    void latestText(storyId).then((found) => {
      if (gone) return;
      setTheirs(found);
      setTrouble(
        found ? null : "The newer text cannot be read just now. Yours is kept; try again in a moment.",
      );
    });
    return () => {
      gone = true;
    };
  }, [storyId, tries]);

  const settle = async (deed: () => Promise<boolean>) => {
    setBusy(true);
    const done = await deed();
    setBusy(false);
    if (!done)
      setTrouble("Your text could not be stored beside theirs yet, so nothing was changed. Try again.");
  };

  return (
    <Dialog
      title={`${by} saved a newer text`}
      lead={
        <>
          It was saved on {at}. Both texts are kept as revisions of the story, whatever you choose: neither
          can be lost from here.
        </>
      }
      wide
      busy={busy}
      onClose={onLater}
    >
      {trouble ? <Notice>{trouble}</Notice> : null}
      {theirs && merging ? (
        <MergeChoices
          theirs={theirs.words}
          mine={mine}
          busy={busy}
          onBack={() => setMerging(false)}
          onMerge={(words) => void settle(() => onMerge(words, theirs))}
        />
      ) : theirs ? (
        <Difference
          from={theirs.words}
          to={mine}
          names={["only in theirs", "only in yours"]}
          naming={naming}
        />
      ) : trouble ? null : (
        <p className="m-0 text-[14px] text-ink-3">Reading the newer text …</p>
      )}
      {merging ? null : (
        <DialogFoot>
          {trouble && !theirs ? <Button onClick={() => setTries(tries + 1)}>Try again</Button> : null}
          <CopyText words={mine}>Copy mine</CopyText>
          <Button
            pending={busy}
            pendingLabel="Storing yours beside it …"
            refusedBecause={theirs ? undefined : "The newer text has not been read yet."}
            onClick={() => theirs && void settle(() => onTakeTheirs(theirs))}
          >
            Take theirs
          </Button>
          <Button
            refusedBecause={theirs && !busy ? undefined : "The newer text has not been read yet."}
            onClick={() => setMerging(true)}
          >
            Merge by passage
          </Button>
          <Button
            look="strong"
            refusedBecause={theirs && !busy ? undefined : "The newer text has not been read yet."}
            onClick={() => theirs && onKeepMine(theirs)}
          >
            Keep mine
          </Button>
        </DialogFoot>
      )}
    </Dialog>
  );
}
