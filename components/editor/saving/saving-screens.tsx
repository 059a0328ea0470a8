"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Naming } from "@/domain/review/compare";
import type { Words } from "@/domain/words";
import type { StoryText } from "../text/story-text";
import { ConflictScreen } from "./conflict-screen";
import { KeptTextScreen } from "./kept-text-screen";
import type { LatestText } from "./latest-text";
import { latestText } from "./latest-text";
import { copiesOf, dropCopy, type LocalCopy } from "./local-copies";
import { OtherPersonScreen } from "./other-person-screen";
import { SignInAgain } from "./sign-in-again";
import { hashOf, type StorySaver } from "./story-saver";

type Props = {
  story: { readonly id: string; readonly userId: string };
  /** The name of whoever writes here. */
  writer: string;
  text: StoryText;
  saver: StorySaver;
  editable: boolean;
  /** Takes the pen, for whoever chose their own text and may have lost it. */
  takePen: () => void;
  /** Shows other words on the page, as one change that can be undone. */
  show: (words: Words) => void;
  naming: Naming;
  moment: (iso: string) => string;
};

/** What a person has to decide about the text before it can be saved on: a newer text, text kept on this device, or
 * who they are. Closing any of it decides nothing and loses nothing. */
export function SavingScreens(props: Props) {
  const { saver } = props;
  const trouble = useSyncExternalStore(
    saver.subscribe,
    () => saver.current().autosave.trouble,
    () => saver.current().autosave.trouble,
  );
  const [later, setLater] = useState<unknown>(null);
  const again = later !== null && later === trouble;
  if (again && trouble && ["signed_out", "other_person", "conflict"].includes(trouble.kind)) {
    return <NotYet conflict={trouble.kind === "conflict"} onNow={() => setLater(null)} />;
  }
  if (trouble?.kind === "signed_out") {
    return <SignInAgain onSignedIn={() => saver.signedIn()} onLater={() => setLater(trouble)} />;
  }
  if (trouble?.kind === "other_person") {
    return (
      <OtherPersonScreen
        name={trouble.name}
        writer={props.writer}
        words={props.text.words()}
        keeps={saver.current().keeps}
        onSignedIn={() => saver.signedIn()}
        onLater={() => setLater(trouble)}
      />
    );
  }
  if (trouble?.kind === "conflict") {
    return <Conflict {...props} by={trouble.by} at={trouble.at} onLater={() => setLater(trouble)} />;
  }
  return <KeptText {...props} />;
}

function NotYet({ conflict, onNow }: { conflict: boolean; onNow: () => void }) {
  return (
    <button
      type="button"
      onClick={onNow}
      className="fixed right-4 bottom-24 z-40 cursor-pointer rounded-card bg-ink px-4 py-2.5 text-[14px] font-semibold text-paper shadow-xl md:bottom-6"
    >
      {conflict ? "Compare the two texts" : "Sign in to save"}
    </button>
  );
}

function Conflict({
  story,
  text,
  saver,
  takePen,
  show,
  by,
  at,
  onLater,
  naming,
  moment,
}: Props & { by: string; at: string; onLater: () => void }) {
  const [mine] = useState(() => text.words());
  const take = async (theirs: LatestText) => {
    if (!(await saver.storeBeside())) return false;
    show(theirs.words);
    saver.tookTheirs(theirs);
    return true;
  };
  return (
    <ConflictScreen
      storyId={story.id}
      by={by || "Somebody"}
      at={moment(at)}
      mine={mine}
      naming={naming}
      onKeepMine={(theirs) => {
        takePen();
        saver.keepMine(theirs.revision);
      }}
      onTakeTheirs={take}
      onMerge={async (words, theirs) => {
        if (!(await saver.storeBeside())) return false;
        takePen();
        show(words);
        saver.keepMine(theirs.revision);
        return true;
      }}
      onLater={onLater}
    />
  );
}

/** Looks once, when the page opens, for text that this device kept. */
function KeptText({ story, text, saver, editable, show, naming, moment }: Props) {
  const [kept, setKept] = useState<LocalCopy | null>(null);
  const looked = useRef(false);

  useEffect(() => {
    if (looked.current || !editable) return;
    looked.current = true;
    void findKept(story, text, saver, show).then(setKept);
  }, [story, text, saver, show, editable]);

  // Whoever reads along looks at it once they have the pen.
  if (!kept || !editable) return null;
  const settle = async () => {
    await dropCopy(kept.key);
    setKept(null);
  };
  return (
    <KeptTextScreen
      keptAt={moment(kept.at)}
      kept={kept.words}
      saved={text.words()}
      naming={naming}
      onUseKept={() => {
        show(kept.words);
        saver.replaced();
        void settle();
      }}
      onUseSaved={async () => {
        const done = await saver.setAside(kept.words, "Kept on a device and set aside");
        if (done) await settle();
        return done;
      }}
      onLater={() => setKept(null)}
    />
  );
}

/** The newest text that this device kept and the server does not have. A save that was begun and not answered is
 * finished first, under its own key: often that is all there is to it. */
async function findKept(
  story: Props["story"],
  text: StoryText,
  saver: StorySaver,
  show: (words: Words) => void,
): Promise<LocalCopy | null> {
  const copies = await copiesOf(story.userId, story.id);
  const before = hashOf(text.words());
  const left: LocalCopy[] = [];
  for (const copy of copies) {
    if (hashOf(copy.words) === before || (await isFinished(saver, copy))) await dropCopy(copy.key);
    else left.push(copy);
  }
  if (copies.length > 0) await catchUp(story.id, text, saver, show);
  const saved = hashOf(text.words());
  let newest: LocalCopy | null = null;
  for (const copy of left) {
    if (hashOf(copy.words) === saved) await dropCopy(copy.key);
    else newest ??= copy;
  }
  return newest;
}

/** Sends the save that was under way when the copy was made, and says whether it held all that the copy holds: such a
 * copy is an old revision by now, and must not be offered as text that was never saved. */
async function isFinished(saver: StorySaver, { pending, words }: LocalCopy): Promise<boolean> {
  if (!pending) return false;
  const answer = await saver.finish(pending);
  return answer.kind === "stored" && answer.hash === hashOf(words);
}

/** Brings the page to the newest text, as long as nothing was typed on it. */
async function catchUp(
  storyId: string,
  text: StoryText,
  saver: StorySaver,
  show: (words: Words) => void,
): Promise<void> {
  const latest = await latestText(storyId);
  const { autosave } = saver.current();
  if (!latest || latest.revision === autosave.base || autosave.version > 0) return;
  if (hashOf(latest.words) !== hashOf(text.words())) show(latest.words);
  saver.tookTheirs(latest);
}
