"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { decideSuggestion, decideSuggestions, suggest } from "@/app/actions/suggestions";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { TextArea, TextField } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import type { ShownSuggestion } from "@/domain/review/shown-suggestions";
import type { SelectedPassage } from "./use-selected-passage";
import { useSuggestionKeys } from "./use-suggestion-keys";

export type SuggestionShown = Pick<
  ShownSuggestion,
  "out" | "in" | "lead" | "tail" | "quotation" | "picture"
> & {
  readonly id: string;
  readonly why: string;
  readonly by: string;
  readonly ago: string;
  readonly isOwn: boolean;
  /** The line around the text that it is about; null of one in the text. */
  readonly line: string | null;
  /** Where the words stand on the sheet; null when they are not there any more. */
  readonly anchor: string | null;
};

type Props = {
  storyId: string;
  suggestions: readonly SuggestionShown[];
  /** Whether this person may change the text, and so decide. */
  mayDecide: boolean;
};

/** Other words that somebody suggests, one by one or all at once. The text is as it was until they are accepted. */
export function Suggestions({ storyId, suggestions, mayDecide }: Props) {
  const router = useRouter();
  const announce = useAnnounce();
  const { run, pending, error } = useCommand(decideSuggestions);
  const keyError = useSuggestionKeys(suggestions, mayDecide);
  const decideAll = async (verdict: "accepted" | "rejected") => {
    const made = await run({ id: storyId, verdict });
    router.refresh();
    if (!made) return;
    const { decided, gone } = made.value;
    const left = gone > 0 ? ` ${gone} could not be: the words are gone.` : "";
    announce(`${decided === 1 ? "1 suggestion" : `${decided} suggestions`} ${verdict}.${left}`);
  };
  if (suggestions.length === 0) {
    return (
      <p className="m-0 px-4.5 pb-4 text-ink-3">
        Nothing is suggested. Select words in the text and press Suggest other words.
      </p>
    );
  }
  return (
    <>
      {mayDecide && suggestions.length > 1 ? (
        <div className="flex flex-wrap gap-2 px-4.5 pb-1">
          <Button pending={pending} pendingLabel="Accepting …" onClick={() => void decideAll("accepted")}>
            Accept all {suggestions.length}
          </Button>
          <Button look="quiet" pending={pending} onClick={() => void decideAll("rejected")}>
            Reject all
          </Button>
        </div>
      ) : null}
      {error ? <Notice>{error}</Notice> : null}
      {keyError ? <Notice>{keyError}</Notice> : null}
      {suggestions.map((each) => (
        <Suggestion key={each.id} suggestion={each} mayDecide={mayDecide} />
      ))}
    </>
  );
}

function Suggestion({ suggestion, mayDecide }: { suggestion: SuggestionShown; mayDecide: boolean }) {
  const router = useRouter();
  const { run, pending, error } = useCommand(decideSuggestion);
  const decide = (verdict: "accepted" | "rejected" | "taken back") =>
    void run({ id: suggestion.id, verdict }).then(() => router.refresh());
  const gone = suggestion.anchor === null;
  return (
    <section data-suggestion={suggestion.id} aria-label={suggestionName(suggestion)} className="px-4.5 py-1">
      <div className="my-1.5 rounded-lg border border-rule bg-surface px-3 py-2.5 leading-[1.45] [overflow-wrap:anywhere]">
        <b>{suggestion.by}</b> <small className="text-ink-3">{suggestion.ago}</small>
        {suggestion.line ? <p className="m-0 text-ink-3">In the {suggestion.line}</p> : null}
        <p dir="auto" className="m-0">
          {suggestion.anchor ? (
            <a href={`#${suggestion.anchor}`} className="text-inherit no-underline">
              <SuggestedWords {...suggestion} />
            </a>
          ) : (
            <SuggestedWords {...suggestion} />
          )}
        </p>
        {suggestion.why ? <p className="m-0 text-ink-2">{suggestion.why}</p> : null}
        {suggestion.picture ? <p className="m-0">{suggestion.picture}</p> : null}
        {suggestion.quotation ? <p className="m-0 text-attention">{suggestion.quotation}</p> : null}
        {gone ? <p className="m-0 font-semibold text-broken">The passage is gone from the text.</p> : null}
      </div>
      <div className="flex flex-wrap gap-1">
        {mayDecide ? (
          <>
            <Button
              pending={pending}
              refusedBecause={gone ? "The passage is gone from the text." : undefined}
              onClick={() => decide("accepted")}
            >
              Accept
            </Button>
            <Button look="quiet" pending={pending} onClick={() => decide("rejected")}>
              Reject
            </Button>
          </>
        ) : null}
        {suggestion.isOwn ? (
          <Button look="quiet" pending={pending} onClick={() => decide("taken back")}>
            Take back
          </Button>
        ) : null}
      </div>
      {error ? <Notice>{error}</Notice> : null}
    </section>
  );
}

/** What a suggestion goes by where it has to be said in a line. */
export const suggestionName = ({ out, in: put }: Pick<ShownSuggestion, "out" | "in">): string =>
  out ? `Suggestion for “${out}”` : `Suggestion to put in “${put}”`;

/** The words that go, struck, and those that come, underlined; with what is around them, where nothing goes. */
function SuggestedWords({ out, in: put, lead, tail }: Pick<ShownSuggestion, "out" | "in" | "lead" | "tail">) {
  return (
    <>
      {out ? null : <span className="text-ink-3">… {lead}</span>}
      {out ? <del className="suggested-out">{out}</del> : null}
      {out && put ? " " : null}
      {put ? <ins className="suggested-in">{put}</ins> : null}
      {put ? null : <span className="text-ink-3"> is left out</span>}
      {out ? null : <span className="text-ink-3">{tail} …</span>}
    </>
  );
}

/** Asks for the words that are to stand in place of the selected ones. */
export function SuggestForm({
  storyId,
  selected,
  onClose,
}: {
  storyId: string;
  selected: SelectedPassage;
  onClose: () => void;
}) {
  const router = useRouter();
  const announce = useAnnounce();
  const [replacement, setReplacement] = useState(selected.passage);
  const [why, setWhy] = useState("");
  const { run, pending, error } = useCommand(suggest);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const { cut: _, ...anchor } = selected;
    if (!(await run({ id: storyId, ...anchor, replacement, why }))) return;
    announce("Suggested. Its author decides.");
    onClose();
    router.refresh();
  };
  return (
    <form className="px-4.5 pt-2 pb-3" onSubmit={(event) => void send(event)}>
      <p className="m-0 mb-1.5 text-[13px] text-ink-2">
        In place of <span className="bg-mark">“{selected.passage}”</span>
      </p>
      <TextArea
        label="Other words"
        hint="Leave it empty to suggest that the words go."
        rows={2}
        autoFocus
        maxLength={2_000}
        value={replacement}
        onChange={(event) => setReplacement(event.target.value.replaceAll("\n", " "))}
      />
      <TextField label="Why" maxLength={2_000} value={why} onChange={(event) => setWhy(event.target.value)} />
      {error ? <Notice>{error}</Notice> : null}
      <div className="flex gap-2">
        <Button type="submit" look="strong" pending={pending} pendingLabel="Suggesting …">
          Suggest
        </Button>
        <Button look="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
