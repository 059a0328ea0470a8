"use client";

import { type FormEvent, type RefObject, useRef, useState } from "react";
import { saveQuote } from "@/app/actions/quotes";
import { compareWords } from "@/domain/quotations/compare";
import type { QuoteRecord } from "@/domain/quote-record";
import { quoteLimits } from "@/domain/quote-rules";
import { Button } from "../desk/button";
import { TextArea, TextField } from "../desk/field";
import { Notice } from "../desk/notice";
import { useCommand } from "../desk/use-command";
import { DifferenceLine } from "./difference-line";
import { EvidenceFields } from "./evidence-fields";
import { useFilesOnHand } from "./files-on-hand";
import { NewSourceFields } from "./new-source-fields";
import { OccasionFields } from "./occasion-fields";
import { OnRecordAlready } from "./on-record-already";
import {
  bareWords,
  type ChosenSource,
  type DraftProblems,
  entryOf,
  firstDraft,
  freshSource,
  problemsIn,
  type QuoteDraft,
} from "./quote-draft";
import { Sheet } from "./sheet";
import { namedAs, searched } from "./speaker-choices";
import { SpeakerField } from "./speaker-field";
import { StatementField } from "./statement-field";
import { useKnownOf, useSuggested } from "./use-known-source";

type Props = {
  /** The words as they stand in the story; empty where a quote is put down on its own. */
  verbatim: string;
  /** Whom the text seems to name as the speaker. */
  suggestion: string | null;
  /** The quote to be changed; left out for a new one. */
  record?: QuoteRecord | undefined;
  /** The source that is known already, as on a source's own page. */
  source?: ChosenSource | undefined;
  /** The story in which the words stand. */
  storyId?: string | undefined;
  language?: string | undefined;
  /** The quote as it is now on record: just saved, or chosen from what was there already. */
  onSaved: (record: QuoteRecord) => void;
  onClose: () => void;
};

/** Ties words to a speaker, an occasion and evidence. A dialog for as long as it is rendered; a failure loses nothing
 * that was typed, and closing it asks first. */
export function QuoteForm(props: Props) {
  const { verbatim, record, storyId, onSaved, onClose } = props;
  const speakerInput = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const { first, draft, setDraft, change, search, setSearch } = useDraft(props);
  const [problems, setProblems] = useState<DraftProblems>({});
  const [leaving, setLeaving] = useState(false);
  const { run, pending: saving, error } = useCommand(saveQuote);
  const [settling, setSettling] = useState(false);
  const pending = saving || settling;
  const known = useKnownOf(draft.speaker?.id ?? null);
  const onHand = useFilesOnHand(draft.speaker?.id ?? null);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    setSettling(true);
    const settled = await settleSpeaker(draft, search);
    setSettling(false);
    setDraft(settled.draft);
    if (settled.draft.speaker) setSearch(settled.draft.speaker.name);
    const found = { ...problemsIn(settled.draft), ...settled.problems };
    setProblems(found);
    if (Object.keys(found).length > 0) {
      // After the errors are drawn, the first field with one takes the focus.
      setTimeout(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
      return;
    }
    const saved = await run(entryOf(settled.draft, storyId));
    if (saved) onSaved(saved.value);
  };
  const close = () => {
    if (pending) return;
    if (draft === first || leaving) onClose();
    else setLeaving(true);
  };

  return (
    <Sheet
      title={record ? "Quote on record" : storyId ? "Attach quote" : "New quote"}
      first={speakerInput}
      onClose={close}
      foot={
        <Foot
          leaving={leaving}
          pending={pending}
          error={error}
          onStay={() => setLeaving(false)}
          onLeave={onClose}
          onCancel={close}
        />
      }
    >
      <form ref={form} id="quote-form" noValidate onSubmit={send}>
        <Speaker {...{ draft, search, problems, speakerInput, change, setSearch }} />
        <OnRecordAlready quotes={record ? [] : known.quotes} words={bareWords(verbatim)} onChoose={onSaved} />
        <VerbatimField
          draft={draft}
          displayed={record ? "" : bareWords(verbatim)}
          {...{ problems, change }}
        />
        <OccasionFields draft={draft} offered={known.occasions} problems={problems} onChange={change} />
        <StatementField
          statement={draft.statement}
          withheld={draft.groundRule !== "on_record" || (draft.speaker ?? draft.fresh)?.unnamed === true}
          onChange={(statement) => change({ statement })}
        />
        <EvidenceFields
          pieces={draft.pieces}
          problems={problems}
          onHand={onHand}
          onChange={(become) => setDraft((before) => ({ ...before, pieces: become(before.pieces) }))}
        />
        <More draft={draft} change={change} />
      </form>
    </Sheet>
  );
}

/** A name typed and not chosen is settled here, so that nothing is asked twice: the source of that name in the library,
 * else a new one. Only where several have it does the person have to say which. */
async function settleSpeaker(
  draft: QuoteDraft,
  search: string,
): Promise<{ draft: QuoteDraft; problems: DraftProblems }> {
  const typed = search.trim();
  if (draft.speaker || draft.fresh || !typed) return { draft, problems: {} };
  const { found, failed } = await searched(typed);
  if (failed) return { draft, problems: { speaker: failed } };
  const same = namedAs(found ?? [], typed);
  if (same.length > 1)
    return {
      draft,
      problems: { speaker: "Several in the library have this name: choose one from the list." },
    };
  return same[0]
    ? { draft: { ...draft, speaker: same[0] }, problems: {} }
    : { draft: { ...draft, fresh: freshSource(typed), occasion: null }, problems: {} };
}

type Change = (part: Partial<QuoteDraft>) => void;

/** What is typed, from the first words on. A suggested speaker is filled in only while nobody has chosen another. */
function useDraft({ verbatim, record, source, language, suggestion }: Props) {
  const [first, setFirst] = useState(() =>
    firstDraft({ verbatim, record, speaker: source, language: language ?? "en-GB" }),
  );
  const [draft, setDraft] = useState<QuoteDraft>(first);
  const [search, setSearch] = useState(record?.source.name ?? source?.name ?? suggestion ?? "");
  const isNew = record === undefined && source === undefined;
  useSuggested(isNew ? suggestion : null, (found) => {
    if (draft !== first || search !== suggestion) return;
    const suggested = { ...draft, speaker: found };
    setFirst(suggested);
    setDraft(suggested);
    setSearch(found.name);
  });
  const change: Change = (part) => setDraft((before) => ({ ...before, ...part }));
  return { first, draft, setDraft, change, search, setSearch };
}

const newName = "This is the name under which the source stands in the library.";
const pseudonym =
  "A name for the desk that points at nobody, such as “Harbour official A”. Never the real name.";

function Speaker({
  draft,
  search,
  problems,
  speakerInput,
  change,
  setSearch,
}: {
  draft: QuoteDraft;
  search: string;
  problems: DraftProblems;
  speakerInput: RefObject<HTMLInputElement | null>;
  change: Change;
  setSearch: (text: string) => void;
}) {
  const { speaker, fresh } = draft;
  return (
    <div className="mb-4">
      <SpeakerField
        text={fresh ? fresh.name : search}
        chosen={speaker}
        newSourceHint={fresh ? (fresh.unnamed ? pseudonym : newName) : null}
        error={problems.speaker}
        input={speakerInput}
        onType={(text) => {
          if (fresh) change({ fresh: { ...fresh, name: text } });
          else {
            setSearch(text);
            // An occasion belongs to its source, so it goes with it.
            if (speaker) change({ speaker: null, occasion: null });
          }
        }}
        onChoose={(source) => {
          setSearch(source.name);
          change({ speaker: source });
        }}
        onNew={(name) => change({ fresh: freshSource(name), occasion: null })}
      />
      {fresh ? (
        <NewSourceFields
          source={fresh}
          withheld={draft.groundRule === "background" || draft.groundRule === "deep_background"}
          descriptionError={problems.description}
          onChange={(source) => change({ fresh: source })}
          onBack={() => {
            setSearch(fresh.unnamed ? "" : fresh.name);
            change({ fresh: null });
          }}
        />
      ) : null}
    </div>
  );
}

function VerbatimField({
  draft,
  displayed,
  problems,
  change,
}: {
  draft: QuoteDraft;
  displayed: string;
  problems: DraftProblems;
  change: Change;
}) {
  const comparison = displayed && draft.verbatim.trim() ? compareWords(draft.verbatim, displayed) : null;
  const translated = draft.translation.trim() !== "";
  return (
    <>
      <TextArea
        label="Verbatim"
        rows={3}
        hint="The exact words, as they were said: all of them, also where the story shows a part."
        error={problems.verbatim}
        maxLength={quoteLimits.verbatim}
        value={draft.verbatim}
        onChange={(event) => change({ verbatim: event.target.value })}
        className="field-sizing-content max-h-60 min-h-20 font-head! text-[17px]! leading-snug"
      />
      {comparison?.standing === "altered" && !translated ? (
        <div className="-mt-2 mb-4">
          <p className="m-0 mb-1 text-[12.5px] text-attention">
            The story shows other words than these. It can be saved; the story then has to be mended.
          </p>
          <DifferenceLine differences={comparison.differences} className="border border-rule" />
        </div>
      ) : null}
      {comparison?.standing === "permitted" ? (
        <p className="m-0 -mt-2 mb-4 text-[12.5px] text-sourced">
          ✓ The words in the story are a permitted edit: {comparison.rules.join("; ").toLowerCase()}.
        </p>
      ) : null}
    </>
  );
}

function More({ draft, change }: { draft: QuoteDraft; change: Change }) {
  return (
    <details className="mb-2" open={draft.translation !== "" || draft.note !== "" || undefined}>
      <summary className="mb-3 cursor-pointer text-[13.5px] font-semibold text-ink-2">
        Language, translation and note
      </summary>
      <div className="grid gap-x-4 sm:grid-cols-[8.5rem_1fr]">
        <TextField
          label="Language"
          hint="A code: en-GB, sv, de"
          maxLength={35}
          value={draft.language}
          onChange={(event) => change({ language: event.target.value })}
        />
        <TextArea
          label="Translation"
          rows={2}
          hint="As the story shows it, where these words are in another language."
          maxLength={quoteLimits.verbatim}
          value={draft.translation}
          onChange={(event) => change({ translation: event.target.value })}
        />
      </div>
      <TextArea
        label="Note"
        rows={2}
        hint="For the desk alone."
        maxLength={quoteLimits.note}
        value={draft.note}
        onChange={(event) => change({ note: event.target.value })}
      />
    </details>
  );
}

type FootProps = {
  leaving: boolean;
  pending: boolean;
  error: string | null;
  onStay: () => void;
  onLeave: () => void;
  onCancel: () => void;
};

function Foot({ leaving, pending, error, onStay, onLeave, onCancel }: FootProps) {
  return (
    <>
      {error ? <Notice>{error}</Notice> : null}
      {leaving ? (
        <div role="alert" className="flex flex-wrap items-center justify-end gap-2.5 text-[13.5px]">
          <span className="flex-1">What you typed here is not saved.</span>
          <Button onClick={onStay}>Go on with it</Button>
          <Button look="stop" onClick={onLeave}>
            Throw it away
          </Button>
        </div>
      ) : (
        <div className="flex items-center justify-end gap-2.5">
          <Button look="quiet" onClick={onCancel}>
            Cancel
          </Button>
          <Button look="strong" type="submit" form="quote-form" pending={pending} pendingLabel="Saving …">
            Save quote
          </Button>
        </div>
      )}
    </>
  );
}
