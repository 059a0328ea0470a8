"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { saveDigest, sendDigest } from "@/app/actions/newsletter";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { Dialog, DialogFoot } from "@/components/desk/dialog";
import { Empty } from "@/components/desk/empty";
import { TextArea, TextField } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import { newsletterLimits } from "@/domain/newsletter";

type Named = { readonly id: string; readonly headline: string };
export type NextDigest = {
  readonly day: string;
  readonly isToday: boolean;
  readonly isPast: boolean;
  readonly isMailOn: boolean;
  readonly rules: { readonly on: boolean; readonly hour: string; readonly most: number };
  readonly revision: number;
  readonly subject: string;
  readonly intro: string;
  readonly chosen: readonly string[];
  readonly live: readonly Named[];
  readonly subscribers: number;
  readonly sent: readonly { readonly day: string; readonly posted: number; readonly isSent: boolean }[];
};

const stale =
  "Another editor has changed this newsletter since you opened the page. Nothing of yours was saved. Copy what you typed, reload, and change it again.";

/** Arranges the next newsletter, shows it, and sends it. */
export function DigestDesk({ next }: { next: NextDigest }) {
  const router = useRouter();
  const announce = useAnnounce();
  const first = { subject: next.subject, intro: next.intro, storyIds: next.chosen };
  const [draft, setDraft] = useState(first);
  const { run, pending, error, refusal } = useCommand(saveDigest);
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const isChanged = JSON.stringify(draft) !== JSON.stringify(first);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const { storyIds, ...words } = draft;
    if (!(await run({ day: next.day, base: next.revision, ...words, storyIds: [...storyIds] }))) return;
    announce("Saved.");
    router.refresh();
  };
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      <form
        onSubmit={(event) => void save(event)}
        aria-label="The next newsletter"
        className="rounded-lg border border-rule bg-surface p-5"
      >
        <TextField
          label="Subject"
          hint="Left empty, it is the paper’s name and the first headline."
          dir="auto"
          maxLength={newsletterLimits.subject}
          value={draft.subject}
          onChange={(event) => change({ subject: event.target.value })}
        />
        <TextArea
          label="Words before the stories"
          dir="auto"
          maxLength={newsletterLimits.intro}
          value={draft.intro}
          onChange={(event) => change({ intro: event.target.value })}
        />
        <Chosen next={next} ids={draft.storyIds} onChange={(storyIds) => change({ storyIds })} />
        {error ? <Notice>{refusal === "stale_revision" ? stale : error}</Notice> : null}
        <Button
          type="submit"
          look="strong"
          pending={pending}
          pendingLabel="Saving …"
          refusedBecause={isChanged ? undefined : "Nothing has been changed."}
        >
          Save
        </Button>
      </form>
      <section aria-labelledby="newsletter-preview">
        <h2 id="newsletter-preview" className="m-0 mb-2 text-[14px] font-semibold">
          As it would go out now
        </h2>
        {/* No sandbox: it would shut out what looks at the letter for a screen reader. The policy of the desk lets no
            script run in it, for none in a letter can have the nonce. */}
        <iframe
          title="The newsletter as it would go out now"
          src={`/desk/newsletter/preview?revision=${next.revision}`}
          className="h-[480px] w-full rounded-lg border border-rule bg-white"
        />
        <p className="mt-2 mb-3 text-[13.5px] text-ink-3">{whenWords(next)}</p>
        <SendNow next={next} isChanged={isChanged} />
        <Sent sent={next.sent} />
      </section>
    </div>
  );
}

function whenWords({ rules, isToday, isPast, isMailOn }: NextDigest): string {
  if (!isMailOn || !rules.on) return "It does not go out by itself.";
  if (!isToday) return `Today’s has gone out. This one goes out tomorrow at ${rules.hour}.`;
  return isPast
    ? `Today’s hour, ${rules.hour}, has passed: it goes out when you send it.`
    : `It goes out by itself at ${rules.hour}, newsroom time. What is withdrawn by then is left out.`;
}

type ChosenProps = { next: NextDigest; ids: readonly string[]; onChange: (ids: readonly string[]) => void };

function Chosen({ next, ids, onChange }: ChosenProps) {
  const nameOf = (id: string) =>
    next.live.find((story) => story.id === id)?.headline ?? "A story that is older, or not live any more";
  const rest = next.live.filter((story) => !ids.includes(story.id));
  const up = (index: number) => {
    const moved = [...ids];
    const [id] = moved.splice(index, 1);
    if (id) moved.splice(index - 1, 0, id);
    onChange(moved);
  };
  return (
    <fieldset className="m-0 mb-4 border-0 p-0">
      <legend className="mb-2 p-0 text-[13px] font-semibold text-ink-2">Stories</legend>
      {ids.length === 0 ? (
        <Empty>
          None is chosen, so the newest of the last 24 hours go out, at most {next.rules.most}. Choose some
          below.
        </Empty>
      ) : (
        <ol className="m-0 list-none divide-y divide-rule rounded-card border border-rule p-0">
          {ids.map((id, index) => (
            <li key={id} className="flex flex-wrap items-center gap-2 px-3 py-2 text-[14px]">
              <span dir="auto" className="min-w-0 flex-1 basis-48 wrap-anywhere">
                {nameOf(id)}
              </span>
              <Button
                aria-label={`Move up: ${nameOf(id)}`}
                refusedBecause={index === 0 ? "It is the first." : undefined}
                onClick={() => up(index)}
              >
                Up
              </Button>
              <Button
                aria-label={`Take out: ${nameOf(id)}`}
                onClick={() => onChange(ids.filter((each) => each !== id))}
              >
                Take out
              </Button>
            </li>
          ))}
        </ol>
      )}
      <ul className="mt-3 mb-0 max-h-64 list-none overflow-y-auto p-0">
        {rest.map((story) => (
          <li key={story.id} className="flex items-center gap-2 py-1 text-[14px]">
            <Button
              aria-label={`Add: ${story.headline}`}
              refusedBecause={
                ids.length >= newsletterLimits.most.most
                  ? `A newsletter has at most ${newsletterLimits.most.most} stories.`
                  : undefined
              }
              onClick={() => onChange([...ids, story.id])}
            >
              Add
            </Button>
            <span dir="auto" className="min-w-0 flex-1 wrap-anywhere">
              {story.headline}
            </span>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function SendNow({ next, isChanged }: { next: NextDigest; isChanged: boolean }) {
  const router = useRouter();
  const announce = useAnnounce();
  const [asking, ask] = useState(false);
  const { run, pending, error } = useCommand(sendDigest);
  const send = async () => {
    if (!(await run({}))) return;
    ask(false);
    announce("It is going out.");
    router.refresh();
  };
  const because = !next.isMailOn
    ? "Mail is off."
    : !next.isToday
      ? "Today’s newsletter has gone out."
      : isChanged
        ? "Save your changes first."
        : undefined;
  return (
    <>
      <Button look="go" refusedBecause={because} onClick={() => ask(true)}>
        Send now…
      </Button>
      {asking ? (
        <Dialog
          title="Send today’s newsletter now?"
          lead={`It goes to ${next.subscribers} subscribers, once. It cannot be called back.`}
          busy={pending}
          onClose={() => ask(false)}
        >
          {error ? <Notice>{error}</Notice> : null}
          <DialogFoot>
            <Button onClick={() => ask(false)}>Cancel</Button>
            <Button
              look="go"
              deliberate
              pending={pending}
              pendingLabel="Sending …"
              onClick={() => void send()}
            >
              Send it
            </Button>
          </DialogFoot>
        </Dialog>
      ) : null}
    </>
  );
}

function Sent({ sent }: { sent: NextDigest["sent"] }) {
  if (sent.length === 0) return null;
  return (
    <section aria-labelledby="newsletters-sent" className="mt-6">
      <h2 id="newsletters-sent" className="m-0 mb-2 text-[14px] font-semibold">
        Gone out
      </h2>
      <ul className="m-0 list-none p-0 text-[14px] text-ink-2">
        {sent.map((each) => (
          <li key={each.day} className="py-1 tabular-nums">
            {each.day}: {each.posted} {each.posted === 1 ? "letter" : "letters"}
            {each.isSent ? "" : ", still going out"}
          </li>
        ))}
      </ul>
    </section>
  );
}
