"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { v7 as newId } from "uuid";
import { saveReply } from "@/app/actions/sourcing";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { Dialog, DialogFoot } from "@/components/desk/dialog";
import { SelectField, TextArea, TextField } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import {
  type ReplyOutcome,
  type ReplyWay,
  replyOutcomeNames,
  replyOutcomes,
  replyWayNames,
  replyWays,
  sourcingLimits,
} from "@/domain/sourcing";

/** A reply that was sought, with its moments in the newsroom's zone: in words, and as a field takes them. */
export type ReplyLine = {
  readonly id: string;
  readonly sourceId: string | null;
  readonly whom: string;
  readonly about: string;
  readonly how: ReplyWay;
  readonly outcome: ReplyOutcome;
  readonly answer: string;
  readonly contacted: string;
  readonly contactedLocal: string;
  readonly until: string;
  readonly deadlineLocal: string;
};
type Source = { readonly id: string; readonly name: string };
type Props = {
  storyId: string;
  sources: readonly Source[];
  replies: readonly ReplyLine[];
  nowLocal: string;
};

const empty = (contactedLocal: string): ReplyLine => ({
  id: newId(),
  sourceId: null,
  whom: "",
  about: "",
  how: "phone",
  outcome: "waiting",
  answer: "",
  contacted: "",
  contactedLocal,
  until: "",
  deadlineLocal: "",
});

/** Whoever is criticised gets a chance to answer: who was asked, when, how, until when, and what they said. */
export function Replies({ storyId, sources, replies, nowLocal }: Props) {
  const [open, setOpen] = useState<ReplyLine | null>(null);
  return (
    <div id="replies" className="scroll-mt-6 px-4.5 pb-4">
      {replies.length === 0 ? (
        <p className="m-0 mb-2 text-ink-3">Nobody has been asked for a reply.</p>
      ) : (
        <ul className="m-0 mb-2 list-none p-0">
          {replies.map((reply) => (
            <li key={reply.id} className="border-b border-rule py-2 leading-normal last:border-b-0">
              <b className="font-semibold break-words">
                <bdi>{reply.whom}</bdi>
              </b>{" "}
              <span className={reply.outcome === "waiting" ? "text-attention" : "text-ink-3"}>
                · {replyOutcomeNames[reply.outcome].toLowerCase()}
              </span>
              <span className="block text-ink-3">
                Asked {replyWayNames[reply.how].toLowerCase()}, {reply.contacted}
                {reply.until ? `, until ${reply.until}` : ""}
              </span>
              {reply.about ? <span className="block break-words">About: {reply.about}</span> : null}
              {reply.answer ? (
                <span className="block break-words whitespace-pre-line">“{reply.answer}”</span>
              ) : null}
              <button
                type="button"
                aria-label={`Change the reply of ${reply.whom}`}
                className="cursor-pointer font-semibold text-info underline"
                onClick={() => setOpen(reply)}
              >
                {reply.outcome === "waiting" ? "Put down the answer" : "Change"}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Button onClick={() => setOpen(empty(nowLocal))}>Put down a request</Button>
      {open ? (
        <ReplyForm
          storyId={storyId}
          sources={sources}
          first={open}
          isNew={!replies.some((each) => each.id === open.id)}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </div>
  );
}

function ReplyForm({
  storyId,
  sources,
  first,
  isNew,
  onClose,
}: {
  storyId: string;
  sources: readonly Source[];
  first: ReplyLine;
  isNew: boolean;
  onClose: () => void;
}) {
  const router = useRouter();
  const announce = useAnnounce();
  const [draft, setDraft] = useState(first);
  const { run, pending, error } = useCommand(saveReply);
  const change = (part: Partial<ReplyLine>) => setDraft((before) => ({ ...before, ...part }));
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const { id, sourceId, whom, about, how, outcome, answer, contactedLocal, deadlineLocal } = draft;
    const given = { id, storyId, sourceId: sourceId ?? "", whom, about, how, outcome, answer };
    if (!(await run({ ...given, contactedAt: contactedLocal, deadline: deadlineLocal }))) return;
    onClose();
    announce("It is on file.");
    router.refresh();
  };
  return (
    <Dialog
      title={isNew ? "A reply is sought" : "What came of it"}
      lead="Stays with the story, for the desk alone."
      busy={pending}
      onClose={onClose}
    >
      <form onSubmit={(event) => void send(event)}>
        <Asked draft={draft} sources={sources} change={change} />
        <SelectField
          label="What came of it"
          value={draft.outcome}
          onChange={(event) =>
            change({ outcome: replyOutcomes.find((each) => each === event.target.value) ?? draft.outcome })
          }
        >
          {replyOutcomes.map((each) => (
            <option key={each} value={each}>
              {replyOutcomeNames[each]}
            </option>
          ))}
        </SelectField>
        {draft.outcome === "answered" ? (
          <TextArea
            label="The answer"
            rows={3}
            maxLength={sourcingLimits.answer}
            value={draft.answer}
            onChange={(event) => change({ answer: event.target.value })}
          />
        ) : null}
        {error ? <Notice>{error}</Notice> : null}
        <DialogFoot>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="strong" pending={pending} pendingLabel="Saving …">
            Save
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

function Asked({
  draft,
  sources,
  change,
}: {
  draft: ReplyLine;
  sources: readonly Source[];
  change: (part: Partial<ReplyLine>) => void;
}) {
  return (
    <>
      <TextField
        label="Who was asked"
        required
        maxLength={sourcingLimits.whom}
        value={draft.whom}
        onChange={(event) => change({ whom: event.target.value })}
      />
      <SelectField
        label="Which source of the story"
        value={draft.sourceId ?? ""}
        onChange={(event) => change({ sourceId: event.target.value || null })}
      >
        <option value="">Somebody else</option>
        {sources.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextArea
        label="About what"
        rows={2}
        maxLength={sourcingLimits.about}
        value={draft.about}
        onChange={(event) => change({ about: event.target.value })}
      />
      <div className="grid gap-x-4 sm:grid-cols-3">
        <SelectField
          label="How"
          value={draft.how}
          onChange={(event) =>
            change({ how: replyWays.find((each) => each === event.target.value) ?? draft.how })
          }
        >
          {replyWays.map((each) => (
            <option key={each} value={each}>
              {replyWayNames[each]}
            </option>
          ))}
        </SelectField>
        <TextField
          label="Asked at"
          type="datetime-local"
          required
          value={draft.contactedLocal}
          onChange={(event) => change({ contactedLocal: event.target.value })}
        />
        <TextField
          label="Deadline"
          type="datetime-local"
          value={draft.deadlineLocal}
          onChange={(event) => change({ deadlineLocal: event.target.value })}
        />
      </div>
    </>
  );
}
