"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { comment, openThread, resolveThread } from "@/app/actions/stories";
import { Button } from "@/components/desk/button";
import { CheckField, TextArea } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { Pill } from "@/components/desk/pill";
import { useCommand } from "@/components/desk/use-command";

export type Thread = {
  readonly id: string;
  readonly passage: string;
  readonly mustResolve: boolean;
  readonly resolved: boolean;
  /** The passage stands in the text as it is now. */
  readonly anchor: string | null;
  readonly comments: readonly {
    readonly id: string;
    readonly by: string;
    readonly text: string;
    readonly ago: string;
  }[];
};

/** What the desk says about this story, each thread with the words it is about. None of it ever goes to readers. */
export function Comments({ storyId, threads }: { storyId: string; threads: readonly Thread[] }) {
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
        <Talk key={thread.id} thread={thread} />
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
      <NewThread storyId={storyId} />
    </>
  );
}

function Talk({ thread }: { thread: Thread }) {
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
          <p className="m-0 break-words whitespace-pre-line">{each.text}</p>
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
          <TextArea
            label="Reply"
            hiddenLabel
            autoFocus
            required
            rows={2}
            placeholder="Reply …"
            maxLength={5_000}
            value={text}
            onChange={(event) => setText(event.target.value)}
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

function PassageLink({ thread }: { thread: Thread }) {
  const words = thread.passage.length > 44 ? `${thread.passage.slice(0, 44).trimEnd()}…` : thread.passage;
  return (
    <>
      on {thread.anchor ? <a href={`#${thread.anchor}`}>“{words}”</a> : <>“{words}”, which is gone now</>} ·{" "}
    </>
  );
}

/** The words last selected on the sheet, kept while one writes about them. */
function useSelectedPassage() {
  const [passage, setPassage] = useState("");
  useEffect(() => {
    const read = () => {
      const selection = document.getSelection();
      if (!selection || selection.isCollapsed || selection.rangeCount === 0) return;
      const around = selection.getRangeAt(0).commonAncestorContainer;
      const element = around instanceof Element ? around : around.parentElement;
      // Words across blocks are not one passage of the plain text: the first line is enough to find the place.
      const [line = ""] = selection.toString().trim().split("\n");
      if (element?.closest("[data-sheet]") && line) setPassage(line.slice(0, 500));
    };
    document.addEventListener("selectionchange", read);
    return () => document.removeEventListener("selectionchange", read);
  }, []);
  return { passage, forget: () => setPassage("") };
}

function NewThread({ storyId }: { storyId: string }) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const { passage, forget } = useSelectedPassage();
  const [text, setText] = useState("");
  const [mustResolve, setMustResolve] = useState(false);
  const { run, pending, error } = useCommand(openThread);
  const send = async () => {
    if (!(await run({ id: storyId, passage, text, mustResolve }))) return;
    setText("");
    setMustResolve(false);
    forget();
    router.refresh();
  };
  return (
    <form
      ref={form}
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
        </p>
      ) : null}
      <TextArea
        label="Comment"
        hiddenLabel
        rows={2}
        required
        placeholder={passage ? "Comment on the selection …" : "Comment on the story, or select words first …"}
        maxLength={5_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
        }}
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
