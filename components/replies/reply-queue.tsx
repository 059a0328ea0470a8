"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { banReader, liftBan, moderateReplies } from "@/app/actions/replies";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { Notice } from "@/components/desk/notice";
import { Pill } from "@/components/desk/pill";
import { useCommand } from "@/components/desk/use-command";
import { type ModeratedReply, type ReplyState, replyStateNames } from "@/domain/moderation";
import { holdReasonNames } from "@/domain/reply-rules";
import { AnswerForm } from "./answer-form";

export type ShownReply = Omit<ModeratedReply, "at"> & { readonly when: string };

const tones = { held: "attention", shown: "sourced", refused: "broken" } as const;
const done: Record<ReplyState, string> = {
  held: "Held again.",
  shown: "Shown. Readers see it under the story now.",
  refused: "Refused.",
};
const doneMany: Record<ReplyState, (count: number) => string> = {
  held: (count) => `${count} held again.`,
  shown: (count) => `${count} shown. Readers see them now.`,
  refused: (count) => `${count} refused.`,
};
const labels: Record<ReplyState, string> = { shown: "Show", refused: "Refuse", held: "Hold" };
/** All three stay where they are, so that no press meets another button than was meant. */
const choices = ["shown", "refused", "held"] as const;

type Moved = { readonly ids: readonly string[]; readonly from: ReplyState };

/** Readers' replies, each with what may be done with it, and with many at once. A decided one stays in its place until
 * the page is left, so that a slip of the hand is undone where it happened. */
export function ReplyQueue({ replies: now }: { replies: readonly ShownReply[] }) {
  const announce = useAnnounce();
  const router = useRouter();
  // What is read anew no longer has those that were decided here: they are kept, as what came meanwhile is added above.
  const [kept, keep] = useState(now);
  const came = now.filter((reply) => !kept.some(({ id }) => id === reply.id));
  if (came.length > 0) keep([...came, ...kept]);
  const replies = kept.map((reply) => now.find(({ id }) => id === reply.id) ?? reply);
  const [states, setStates] = useState<Readonly<Record<string, ReplyState>>>({});
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const { run, pending, error, refusal } = useCommand(moderateReplies);
  const stateOf = (reply: ShownReply) => states[reply.id] ?? reply.state;
  const put = (ids: readonly string[], state: ReplyState) =>
    setStates((before) => ({ ...before, ...Object.fromEntries(ids.map((id) => [id, state])) }));

  /** Moves what stands in one state to another; answers what was moved, or null where it was refused. */
  const move = async (ids: readonly string[], from: ReplyState, to: ReplyState): Promise<Moved | null> => {
    const decided = await run({ ids: [...ids], from, to });
    if (!decided) return null;
    put(decided.value.moved, to);
    return { ids: decided.value.moved, from };
  };

  /** What is chosen may have come to stand in several states meanwhile: each is moved from where it stands, and goes
   * back there. */
  const decide = async (chosen: readonly ShownReply[], to: ReplyState) => {
    const moved: Moved[] = [];
    for (const from of choices) {
      const ids = chosen.filter((reply) => stateOf(reply) === from).map((reply) => reply.id);
      if (from === to || ids.length === 0) continue;
      const group = await move(ids, from, to);
      if (!group) break;
      moved.push(group);
    }
    const count = moved.reduce((sum, { ids }) => sum + ids.length, 0);
    if (moved.length === 0) return;
    setTicked([]);
    const missed = chosen.filter((reply) => stateOf(reply) !== to).length - count;
    const rest = missed > 0 ? ` ${missed} had been decided by somebody else and stay as they are.` : "";
    router.refresh();
    announce(`${count === 1 ? done[to] : doneMany[to](count)}${rest}`, () => void undo(moved, to));
  };

  const undo = async (moved: readonly Moved[], from: ReplyState) => {
    for (const group of moved) if (!(await move(group.ids, from, group.from))) return;
    router.refresh();
    announce("Undone.");
  };

  const all = replies.map((reply) => reply.id);
  const isAll = ticked.length === all.length && all.length > 0;
  return (
    <>
      {replies.length > 1 ? (
        <fieldset
          className="m-0 mb-3 flex flex-wrap items-center gap-2 border-0 p-0"
          aria-label="Many at once"
        >
          <label className="mr-2 flex min-h-9 items-center gap-2.5 text-[14px]">
            <input
              type="checkbox"
              className="size-4.5 accent-(--ink)"
              checked={isAll}
              onChange={() => setTicked(isAll ? [] : all)}
            />
            All on this page
          </label>
          {choices.map((to) => (
            <Button
              key={to}
              deliberate
              pending={pending}
              refusedBecause={ticked.length === 0 ? "Tick the replies that you mean." : undefined}
              onClick={() =>
                void decide(
                  replies.filter((reply) => ticked.includes(reply.id)),
                  to,
                )
              }
            >
              {labels[to]} ticked{ticked.length > 0 ? ` (${ticked.length})` : ""}
            </Button>
          ))}
        </fieldset>
      ) : null}
      {error ? (
        <Notice>
          {refusal === "already_there"
            ? "Another editor has decided about this meanwhile. Reload to see how it stands."
            : error}
        </Notice>
      ) : null}
      <ul className="m-0 grid list-none gap-3 p-0">
        {replies.map((reply) => (
          <Reply
            key={reply.id}
            reply={reply}
            state={stateOf(reply)}
            pending={pending}
            ticked={ticked.includes(reply.id)}
            onTick={(on) => setTicked(on ? [...ticked, reply.id] : ticked.filter((id) => id !== reply.id))}
            onMove={(to) => void decide([reply], to)}
            onPut={put}
          />
        ))}
      </ul>
    </>
  );
}

type ReplyProps = {
  reply: ShownReply;
  state: ReplyState;
  pending: boolean;
  ticked: boolean;
  onTick: (on: boolean) => void;
  onMove: (to: ReplyState) => void;
  onPut: (ids: readonly string[], state: ReplyState) => void;
};

function Reply({ reply, state, pending, ticked, onTick, onMove, onPut }: ReplyProps) {
  const [answering, setAnswering] = useState(false);
  return (
    <li className="rounded-lg border border-rule bg-surface p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[13px] text-ink-3">
        <input
          type="checkbox"
          aria-label={`Tick the reply by ${reply.name}`}
          className="size-4.5 accent-(--ink)"
          checked={ticked}
          onChange={(event) => onTick(event.target.checked)}
        />
        <b dir="auto" className="text-[14px] text-ink wrap-anywhere">
          {reply.name}
        </b>
        {reply.byStaff ? (
          <span>for the paper</span>
        ) : (
          <a href={`mailto:${encodeURIComponent(reply.email)}`} className="wrap-anywhere">
            {reply.email}
          </a>
        )}
        <span>{reply.when}</span>
        <span className="flex-1" />
        <Pill tone={tones[state]}>{replyStateNames[state]}</Pill>
      </div>
      {reply.answers ? (
        <p
          dir="auto"
          className="mt-2.5 mb-0 border-l-2 border-rule pl-3 text-[13px] text-ink-3 wrap-anywhere"
        >
          Answers <bdi>{reply.answers.name}</bdi>: {reply.answers.text}
        </p>
      ) : null}
      <p
        dir="auto"
        className="my-2.5 max-w-[70ch] text-[15px] leading-normal wrap-anywhere whitespace-pre-line"
      >
        {reply.text}
      </p>
      <p className="m-0 mb-3 text-[13px] text-ink-3">
        Under{" "}
        <a href={reply.address} className="text-ink-2">
          <bdi>{reply.headline}</bdi>
        </a>
        {reply.heldBecause.length > 0
          ? ` · ${reply.heldBecause.map((reason) => holdReasonNames[reason]).join(" · ")}`
          : ""}
      </p>
      <div className="flex flex-wrap gap-2">
        {choices.map((to) => (
          <Button
            key={to}
            deliberate
            look={to === "shown" ? "go" : "plain"}
            pending={pending}
            refusedBecause={to === state ? `It is ${replyStateNames[to].toLowerCase()}.` : undefined}
            aria-label={`${labels[to]} the reply by ${reply.name}`}
            onClick={() => onMove(to)}
          >
            {labels[to]}
          </Button>
        ))}
        {reply.byStaff ? null : (
          <>
            <Button
              refusedBecause={state === "refused" ? "It is refused." : undefined}
              aria-expanded={answering}
              aria-label={`Answer the reply by ${reply.name}`}
              onClick={() => setAnswering(!answering)}
            >
              Answer
            </Button>
            <BanButton reply={reply} onPut={onPut} />
          </>
        )}
      </div>
      {answering && state !== "refused" ? (
        <AnswerForm
          id={reply.id}
          name={reply.name}
          isHeld={state === "held"}
          onDone={() => {
            setAnswering(false);
            onPut([reply.id], "shown");
          }}
        />
      ) : null}
    </li>
  );
}

function BanButton({ reply, onPut }: Pick<ReplyProps, "reply" | "onPut">) {
  const announce = useAnnounce();
  const ban = useCommand(banReader);
  const lift = useCommand(liftBan);
  const router = useRouter();
  const [banned, setBanned] = useState(false);
  const press = async () => {
    const answer = await ban.run({ id: reply.id });
    if (!answer) return;
    const { bans, refused } = answer.value;
    setBanned(true);
    onPut(refused, "refused");
    router.refresh();
    announce("Banned. What else comes from this sender is refused.", () => {
      void lift.run({ bans: [...bans], refused: [...refused] }).then((undone) => {
        if (!undone) return;
        setBanned(false);
        onPut(refused, "held");
        router.refresh();
        announce("Undone.");
      });
    });
  };
  return (
    <>
      <Button
        look="quiet"
        deliberate
        pending={ban.pending || lift.pending}
        refusedBecause={banned ? "This sender is banned." : undefined}
        aria-label={`Ban the sender ${reply.name}`}
        onClick={() => void press()}
      >
        Ban the sender
      </Button>
      {(ban.error ?? lift.error) ? <Notice>{ban.error ?? lift.error}</Notice> : null}
    </>
  );
}
