"use client";

import { useState } from "react";
import { moderateReply } from "@/app/actions/replies";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { Notice } from "@/components/desk/notice";
import { Pill } from "@/components/desk/pill";
import { useCommand } from "@/components/desk/use-command";
import { type ModeratedReply, type ReplyState, replyStateNames } from "@/domain/moderation";

export type ShownReply = Omit<ModeratedReply, "at"> & { readonly when: string };

const tones = { held: "attention", shown: "sourced", refused: "broken" } as const;
const done: Record<ReplyState, string> = {
  held: "Held again.",
  shown: "Shown. Readers see it under the story now.",
  refused: "Refused.",
};

/** Readers' replies, each with what may be done with it. A decided one stays in its place until the page is left, so
 * that a slip of the hand is undone where it happened. */
export function ReplyQueue({ replies }: { replies: readonly ShownReply[] }) {
  return (
    <ul className="m-0 grid list-none gap-3 p-0">
      {replies.map((reply) => (
        <Reply key={reply.id} reply={reply} />
      ))}
    </ul>
  );
}

function Reply({ reply }: { reply: ShownReply }) {
  const announce = useAnnounce();
  const [state, setState] = useState(reply.state);
  const { run, pending, error, refusal } = useCommand(moderateReply);
  const move = async (from: ReplyState, to: ReplyState, undoing = false) => {
    const decided = await run({ id: reply.id, from, to });
    if (!decided) return;
    setState(decided.value.state);
    if (undoing) announce("Undone.");
    else announce(done[to], () => void move(to, from, true));
  };
  return (
    <li className="rounded-lg border border-rule bg-surface p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[13px] text-ink-3">
        <b className="text-[14px] text-ink">{reply.name}</b>
        <a href={`mailto:${encodeURIComponent(reply.email)}`}>{reply.email}</a>
        <span>{reply.when}</span>
        <span className="flex-1" />
        <Pill tone={tones[state]}>{replyStateNames[state]}</Pill>
      </div>
      <p className="my-2.5 max-w-[70ch] text-[15px] leading-normal break-words whitespace-pre-line">
        {reply.text}
      </p>
      <p className="m-0 mb-3 text-[13px] text-ink-3">
        Under{" "}
        <a href={reply.address} className="text-ink-2">
          {reply.headline}
        </a>
      </p>
      <div className="flex flex-wrap gap-2">
        {/* All three stay where they are, so that no press meets another button than was meant. */}
        {(["shown", "refused", "held"] as const).map((to) => (
          <Button
            key={to}
            deliberate
            look={to === "shown" ? "go" : "plain"}
            pending={pending}
            refusedBecause={to === state ? `It is ${replyStateNames[to].toLowerCase()}.` : undefined}
            aria-label={`${labels[to]} the reply by ${reply.name}`}
            onClick={() => void move(state, to)}
          >
            {labels[to]}
          </Button>
        ))}
      </div>
      {error ? (
        <Notice>
          {refusal === "already_there"
            ? "Another editor has decided about this reply meanwhile. Reload to see how it stands."
            : error}
        </Notice>
      ) : null}
    </li>
  );
}

const labels: Record<ReplyState, string> = { shown: "Show", refused: "Refuse", held: "Hold" };
