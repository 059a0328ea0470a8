"use client";

import { useState, useSyncExternalStore } from "react";
import { Button } from "@/components/desk/button";
import { CheckField, TextField } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { PictureLibrary } from "@/components/pictures/library-dialog";
import { sendPicture } from "@/components/pictures/send-picture";
import { pictureLines } from "@/domain/review/suggested-lines";
import { slugOf } from "@/domain/slugs";
import { wordLimits } from "@/domain/words";
import type { Named } from "../story";
import { LineSuggested } from "../suggesting/line-suggested";
import type { SuggestingView } from "../suggesting/suggesting";
import { usePictureFiles } from "../text/picture-files";
import { PictureWords } from "../text/picture-words";
import type { Fields, StoryText } from "../text/story-text";

type Props = {
  text: StoryText;
  topics: readonly Named[];
  editable: boolean;
  address: string | null;
  suggesting: SuggestingView;
};

/** What belongs to the story beside its text. All of it is saved with the text, in one revision. */
export function DetailsPanel({ text, topics, editable, address, suggesting }: Props) {
  const fields = useSyncExternalStore(
    text.subscribe,
    () => text.fields,
    () => text.fields,
  );
  return (
    <div className="p-4.5" data-of-story>
      <Topics
        fields={fields}
        topics={topics}
        editable={editable}
        onChange={(change) => text.change(change)}
      />
      <TextField
        label="Address"
        hint={
          address
            ? `Readers have it at ${address}. A new address takes them on from the old one.`
            : "The last part of the web address. Left empty, it is made from the headline."
        }
        value={fields.slug}
        maxLength={wordLimits.slug}
        readOnly={!editable}
        spellCheck={false}
        onChange={(event) => text.change({ slug: event.target.value })}
        onBlur={(event) => {
          const slug = slugOf(event.target.value);
          if (slug !== event.target.value) text.change({ slug });
        }}
      />
      <TextField
        key={fields.sectionId}
        label="Language"
        hint="Its code, such as en-GB: for quotation marks, spelling and screen readers. The section brings its own."
        defaultValue={fields.language}
        readOnly={!editable}
        spellCheck={false}
        onChange={(event) => {
          const typed = event.target.value.trim();
          if (/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(typed)) text.change({ language: typed });
        }}
      />
      <Hero text={text} editable={editable} suggesting={suggesting} />
    </div>
  );
}

type TopicsProps = {
  fields: Fields;
  topics: readonly Named[];
  editable: boolean;
  onChange: (change: Partial<Fields>) => void;
};

function Topics({ fields, topics, editable, onChange }: TopicsProps) {
  const full = fields.topicIds.length >= wordLimits.topics;
  const toggle = (id: string, on: boolean) => {
    const ids = on ? [...fields.topicIds, id] : fields.topicIds.filter((each) => each !== id);
    // In the order in which the newsroom keeps them, so that the same topics are the same text.
    onChange({ topicIds: ids.toSorted() });
  };
  return (
    <fieldset className="m-0 mb-4 border-0 p-0">
      <legend className="mb-1 p-0 text-[13px] font-semibold text-ink-2">Topics</legend>
      {topics.length === 0 ? <p className="m-0 text-ink-3">An admin adds topics in the settings.</p> : null}
      <div className="max-h-56 overflow-auto [&>div]:mb-1.5">
        {topics.map((topic) => {
          const on = fields.topicIds.includes(topic.id);
          return (
            <CheckField
              key={topic.id}
              label={topic.name}
              checked={on}
              disabled={!editable || (full && !on)}
              onChange={(event) => toggle(topic.id, event.target.checked)}
            />
          );
        })}
      </div>
    </fieldset>
  );
}

type HeroProps = { text: StoryText; editable: boolean; suggesting: SuggestingView };

/** The lead picture. What is said of it can be suggested; which picture it is, is the story's own. */
function Hero({ text, editable, suggesting }: HeroProps) {
  const shown = suggesting.proposal?.text ?? text;
  const hero = useSyncExternalStore(
    shown.subscribe,
    () => shown.fields.hero,
    () => shown.fields.hero,
  );
  const onChange = (changed: Fields["hero"]) => shown.change({ hero: changed });
  const [part, setPart] = useState<number | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [choosing, setChoosing] = useState(false);
  const files = usePictureFiles();
  const choose = async (file: File | undefined) => {
    if (!file) return;
    setTrouble(null);
    setPart(0);
    const answer = await sendPicture(file, setPart);
    setPart(null);
    if (!answer.ok) return setTrouble(answer.words);
    files.add(answer.picture);
    onChange({ mediaId: answer.picture.id, alt: "", caption: "", credit: "" });
  };
  return (
    <section aria-label="Lead picture">
      <h2 className="m-0 mb-1 text-[13px] font-semibold text-ink-2">Lead picture</h2>
      {trouble ? <Notice>{trouble}</Notice> : null}
      {hero ? (
        <>
          <PictureWords
            mediaId={hero.mediaId}
            words={hero}
            editable={editable || suggesting.proposal !== null}
            mayCrop={editable}
            onChange={(words) => onChange({ ...hero, ...words })}
          />
          {pictureLines.map((line) => (
            <LineSuggested key={line} line={line} named text={text} view={suggesting} />
          ))}
        </>
      ) : (
        <p className="m-0 mb-2 text-ink-3">Shown above the story and on the front page.</p>
      )}
      {part === null ? null : (
        <progress className="mb-2 w-full" max={1} value={part} aria-label="Sending the picture" />
      )}
      {editable ? (
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setChoosing(true)}>{hero ? "Another picture…" : "Choose a picture…"}</Button>
          {hero ? (
            <Button look="quiet" onClick={() => onChange(null)}>
              Remove
            </Button>
          ) : null}
        </div>
      ) : null}
      {choosing ? (
        <PictureLibrary
          onSend={([file]) => void choose(file)}
          onChoose={({ id: mediaId, alt, caption, credit, ...file }) => {
            setChoosing(false);
            files.add({ id: mediaId, ...file });
            onChange({ mediaId, alt, caption, credit });
          }}
          onClose={() => setChoosing(false)}
        />
      ) : null}
    </section>
  );
}
