"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { comment, openThread, resolveThread } from "@/app/actions/stories";
import { Button } from "@/components/desk/button";
import { CheckField } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { Pill } from "@/components/desk/pill";
import { useCommand } from "@/components/desk/use-command";
import { type Mentionable, piecesOf } from "@/domain/review/mentions";
import { shortened } from "@/domain/shortened";
import { CommentBox } from "./comment-box";
import { SuggestForm } from "./suggestions";
import { useSelectedPassage } from "./use-selected-passage";

export type Thread = {
  readonly id: string;
  readonly passage: string;
  readonly mustResolve: boolean;
  readonly resolved: boolean;
  /** Where the passage stands in the text as it is now, or null when it is gone. */
  readonly anchor: string | null;
  /** Whether its own words are other ones now. */
  readonly changed: boolean;
  readonly comments: readonly {
    readonly id: string;
    readonly by: string;
    readonly text: string;
    readonly ago: string;
  }[];
};

/** What the desk says about this story, each thread with the words it is about. None of it ever goes to readers. */
export function Comments({
  storyId,
  threads,
  people,
}: {
  storyId: string;
  threads: readonly Thread[];
  /** Who may be called with @. */
  people: readonly Mentionable[];
}) {
  const [all, showAll] = useState(false);
  const open = threads.filter((thread) => !thread.resolved);
  const resolved = threads.length - open.length;
  return (
    <>
      {threads.length === 0 ? (
        <p className="m-0 px-4.5 pb-1 text-ink-3">
          Nobody has commented. Select words in the text, then write here what you think of them.
        </p>
      ) : null}
      {(all ? threads : open).map((thread) => (
        <Talk key={thread.id} thread={thread} people={people} />
      ))}
      {resolved > 0 ? (
        <button
          type="button"
          onClick={() => showAll(!all)}
          className="mx-4.5 my-1 cursor-pointer text-[13px] font-semibold text-info underline"
        >
          {all ? "Hide" : "Show"} {resolved === 1 ? "1 resolved comment" : `${resolved} resolved comments`}
        </button>
      ) : null}
      <NewThread storyId={storyId} people={people} />
    </>
  );
}

function Talk({ thread, people }: { thread: Thread; people: readonly Mentionable[] }) {
  const router = useRouter();
  const [text, setText] = useState("");
  const [answering, setAnswering] = useState(false);
  const answer = useCommand(comment);
  const resolve = useCommand(resolveThread);
  const send = async () => {
    if (!(await answer.run({ threadId: thread.id, text }))) return;
    setText("");
    setAnswering(false);
    router.refresh();
  };
  return (
    <section
      id={`thread-${thread.id}`}
      aria-label={thread.passage ? `Comment on “${thread.passage}”` : "Comment"}
      className="scroll-mt-4 px-4.5 py-1 target:bg-mark"
    >
      {thread.comments.map((each, index) => (
        <div
          key={each.id}
          className={`my-1.5 rounded-lg border border-rule bg-surface px-3 py-2.5 leading-[1.45] ${index > 0 ? "ml-4" : ""}`}
        >
          <b>{each.by}</b>{" "}
          <small className="text-ink-3">
            {index === 0 && thread.passage ? <PassageLink thread={thread} /> : null}
            {each.ago}
          </small>
          <p dir="auto" className="m-0 break-words whitespace-pre-line">
            <Called text={each.text} people={people} />
          </p>
        </div>
      ))}
      {thread.mustResolve && !thread.resolved ? <Pill tone="broken">Must be resolved</Pill> : null}
      {thread.resolved ? <Pill tone="sourced">Resolved</Pill> : null}
      {answering ? (
        <form
          className="mt-2"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <CommentBox
            label="Reply"
            placeholder="Reply … @ calls somebody"
            autoFocus
            value={text}
            onChange={setText}
            people={people}
          />
          <div className="flex gap-2">
            <Button type="submit" pending={answer.pending} pendingLabel="Sending …">
              Send
            </Button>
            <Button look="quiet" onClick={() => setAnswering(false)}>
              Cancel
            </Button>
          </div>
        </form>
      ) : (
        <div className="flex flex-wrap gap-1">
          <Button look="quiet" onClick={() => setAnswering(true)}>
            Reply
          </Button>
          {thread.resolved ? null : (
            <Button
              look="quiet"
              pending={resolve.pending}
              pendingLabel="Resolving …"
              onClick={() => void resolve.run({ threadId: thread.id }).then(() => router.refresh())}
            >
              Resolve
            </Button>
          )}
        </div>
      )}
      {answer.error ? <Notice>{answer.error}</Notice> : null}
      {resolve.error ? <Notice>{resolve.error}</Notice> : null}
    </section>
  );
}

/** A comment with the names of those it calls made to stand out. */
const Called = ({ text, people }: { text: string; people: readonly Mentionable[] }) =>
  piecesOf(text, people).map((piece, index) =>
    piece.userId ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change places
      <b key={index} className="font-semibold text-info">
        {piece.text}
      </b>
    ) : (
      piece.text
    ),
  );

function PassageLink({ thread }: { thread: Thread }) {
  const words = shortened(thread.passage, 44);
  return (
    <>
      on {thread.anchor ? <a href={`#${thread.anchor}`}>“{words}”</a> : <>“{words}” (the passage is gone)</>}
      {thread.changed ? " (changed since)" : ""} ·{" "}
    </>
  );
}

function NewThread({ storyId, people }: { storyId: string; people: readonly Mentionable[] }) {
  const router = useRouter();
  const { selected, forget } = useSelectedPassage();
  const passage = selected?.passage ?? "";
  const [suggesting, setSuggesting] = useState(false);
  const [text, setText] = useState("");
  const [mustResolve, setMustResolve] = useState(false);
  const { run, pending, error } = useCommand(openThread);
  const send = async () => {
    const made = await run({
      id: storyId,
      passage,
      before: selected?.before ?? "",
      after: selected?.after ?? "",
      text,
      mustResolve,
    });
    if (!made) return;
    setText("");
    setMustResolve(false);
    forget();
    router.refresh();
  };
  if (suggesting && selected)
    return <SuggestForm storyId={storyId} selected={selected} onClose={() => setSuggesting(false)} />;
  return (
    <form
      data-new-comment
      className="px-4.5 pt-2 pb-3"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {passage ? (
        <p className="m-0 mb-1.5 text-[13px] text-ink-2">
          On <span className="bg-mark">“{passage}”</span>{" "}
          <button type="button" onClick={forget} className="cursor-pointer underline">
            the whole story instead
          </button>
          {" · "}
          <button type="button" onClick={() => setSuggesting(true)} className="cursor-pointer underline">
            Suggest other words
          </button>
        </p>
      ) : null}
      <CommentBox
        label="Comment"
        placeholder={passage ? "Comment on the selection …" : "Comment on the story, or select words first …"}
        value={text}
        onChange={setText}
        people={people}
      />
      <div className="-mt-2 flex flex-wrap items-start justify-between gap-2">
        <CheckField
          label="Must be resolved before approval"
          checked={mustResolve}
          onChange={(event) => setMustResolve(event.target.checked)}
        />
        <Button type="submit" pending={pending} pendingLabel="Sending …">
          Comment
        </Button>
      </div>
      {error ? <Notice>{error}</Notice> : null}
    </form>
  );
}
