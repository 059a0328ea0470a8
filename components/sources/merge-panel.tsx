"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { mergeSources, undoMerge } from "@/app/actions/sources";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { Dialog, DialogFoot } from "@/components/desk/dialog";
import { TextField } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import { sourceLine, useFoundSources } from "@/components/quotes/speaker-choices";

type Other = Parameters<typeof sourceLine>[0];

type Props = {
  source: Other;
  /** Named sources of a name much alike. */
  duplicates: readonly Other[];
  merges: readonly {
    readonly id: string;
    readonly fromId: string;
    readonly name: string;
    readonly by: string;
    readonly when: string;
    readonly undone: boolean;
    readonly quotes: number;
  }[];
  /** Whether this person may merge: an editor. */
  mayMerge: boolean;
};

/** Two records of one source: those that look alike, the merging of any two, and what was merged before, to be undone. */
export function MergePanel({ source, duplicates, merges, mayMerge }: Props) {
  const [merging, merge] = useState<Other | "find" | null>(null);
  if (!mayMerge && duplicates.length === 0 && merges.length === 0) return null;
  return (
    <section aria-labelledby="same">
      <h2 id="same" className="m-0 mb-2 font-ui text-[15px] font-semibold">
        One and the same?
      </h2>
      {duplicates.length > 0 ? (
        <ul
          aria-label="Likely duplicates"
          className="m-0 mb-3 list-none divide-y divide-rule rounded-lg border border-rule bg-surface p-0"
        >
          {duplicates.map((each) => (
            <li key={each.id} className="flex items-center gap-3 py-1.5 pr-2 pl-3.5">
              <div className="min-w-0 flex-1 [overflow-wrap:anywhere]">
                <Link href={`/desk/sources/${each.id}`} className="font-semibold">
                  <bdi>{each.name}</bdi>
                </Link>
                <p className="m-0 text-[12.5px] text-ink-3">{sourceLine(each)}</p>
              </div>
              {mayMerge ? (
                <Button look="quiet" aria-label={`Merge with ${each.name} …`} onClick={() => merge(each)}>
                  Merge …
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="m-0 mb-3 text-ink-3">Nobody in the library looks like a duplicate.</p>
      )}
      {mayMerge ? <Button onClick={() => merge("find")}>Merge with another source …</Button> : null}
      <Before merges={merges} mayMerge={mayMerge} />
      {merging ? (
        <MergeDialog
          source={source}
          first={merging === "find" ? null : merging}
          onClose={() => merge(null)}
        />
      ) : null}
    </section>
  );
}

function Before({ merges, mayMerge }: Pick<Props, "merges" | "mayMerge">) {
  const router = useRouter();
  const announce = useAnnounce();
  const [parting, part] = useState<string | null>(null);
  const { run, pending, error } = useCommand(undoMerge);
  if (merges.length === 0) return null;
  return (
    <>
      <h3 className="m-0 mt-4 mb-1 text-[13px] font-semibold text-ink-2">Merged into this one</h3>
      <ul className="m-0 list-none divide-y divide-rule p-0">
        {merges.map((each) => (
          <li key={each.id} className="flex items-center gap-3 py-1.5">
            <div className="min-w-0 flex-1 [overflow-wrap:anywhere]">
              <bdi className="font-semibold">{each.name}</bdi>{" "}
              <span className="text-ink-3">
                · {each.quotes === 1 ? "1 quote" : `${each.quotes} quotes`}, {each.by}, {each.when}
                {each.undone ? " · undone" : ""}
              </span>
            </div>
            {mayMerge && !each.undone ? (
              <Button
                look="quiet"
                aria-label={`Undo the merge of ${each.name}`}
                pending={pending && parting === each.id}
                pendingLabel="Parting …"
                onClick={async () => {
                  part(each.id);
                  if (!(await run({ id: each.id }))) return;
                  announce(`${each.name} is a source by itself again.`);
                  router.refresh();
                }}
              >
                Undo
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {error ? <Notice>{error}</Notice> : null}
    </>
  );
}

function MergeDialog({
  source,
  first,
  onClose,
}: {
  source: Other;
  first: Other | null;
  onClose: () => void;
}) {
  const router = useRouter();
  const announce = useAnnounce();
  const [other, choose] = useState<Other | null>(first);
  const [stays, stay] = useState<"this" | "other">("this");
  const { run, pending, error } = useCommand(mergeSources);
  const [into, from] = stays === "this" ? [source, other] : [other, source];
  return (
    <Dialog
      title="Merge two sources"
      lead="For two records of one and the same. Every occasion and quote of one goes to the other; its page for readers leads to the other’s; approvals of stories that quote it lapse. An editor can undo it."
      busy={pending}
      onClose={onClose}
    >
      {other && from && into ? (
        <>
          <fieldset className="m-0 border-0 p-0">
            <legend className="mb-1 text-[13px] font-semibold text-ink-2">Which record stays?</legend>
            {(["this", "other"] as const).map((each) => {
              const who = each === "this" ? source : other;
              return (
                <label
                  key={each}
                  className="mb-2 flex cursor-pointer items-start gap-2.5 rounded-card border border-rule px-3 py-2"
                >
                  <input
                    type="radio"
                    name="stays"
                    checked={stays === each}
                    onChange={() => stay(each)}
                    className="mt-1"
                  />
                  <span className="min-w-0 [overflow-wrap:anywhere]">
                    <bdi className="font-semibold">{who.name}</bdi>
                    <span className="block text-[12.5px] text-ink-3">{sourceLine(who)}</span>
                  </span>
                </label>
              );
            })}
          </fieldset>
          <p className="m-0 text-[13.5px] text-ink-2">
            <bdi>{from.name}</bdi> {from.unnamed ? "is kept with it" : "is kept as a former name"}. What
            stories weighed, agreed to and asked of either, and what either was promised, holds for the one
            that stays. What is sealed, granted or vouched for is not moved.
          </p>
        </>
      ) : (
        <FindOther than={source} onChoose={choose} />
      )}
      {error ? <Notice>{error}</Notice> : null}
      <DialogFoot>
        {other && !first ? (
          <Button look="quiet" onClick={() => choose(null)}>
            Another one
          </Button>
        ) : null}
        <Button look="quiet" onClick={onClose}>
          Cancel
        </Button>
        {from && into ? (
          <Button
            look="strong"
            deliberate
            pending={pending}
            pendingLabel="Merging …"
            onClick={async () => {
              const done = await run({ fromId: from.id, intoId: into.id });
              if (!done) return;
              announce("The two are one source now.");
              onClose();
              if (into.id === source.id) router.refresh();
              else router.push(`/desk/sources/${into.id}`);
            }}
          >
            Merge
          </Button>
        ) : null}
      </DialogFoot>
    </Dialog>
  );
}

/** A name is never tied to a pseudonym, so a named source is offered the named ones, and an unnamed one its like. */
function FindOther({ than, onChoose }: { than: Other; onChoose: (source: Other) => void }) {
  const [text, setText] = useState("");
  const { found, failed, pending } = useFoundSources(text, true);
  const others = found.filter((each) => each.id !== than.id && each.unnamed === than.unnamed);
  return (
    <>
      <TextField
        label="The other source"
        hint="Name, role or organisation"
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p role="status" className="sr-only">
        {pending ? "Looking …" : `${others.length} found`}
      </p>
      {failed ? <Notice>{failed}</Notice> : null}
      {!pending && others.length === 0 && text.trim() ? (
        <p className="m-0 text-[13.5px] text-ink-2">
          No other {than.unnamed ? "unnamed" : "named"} source in the library is called so.
        </p>
      ) : null}
      <ul aria-label="Found in the library" className="m-0 max-h-64 list-none overflow-auto p-0">
        {others.map((each) => (
          <li key={each.id}>
            <button
              type="button"
              onClick={() => onChoose(each)}
              className="w-full cursor-pointer rounded-card px-3 py-2 text-left [overflow-wrap:anywhere] hover:bg-sunken"
            >
              <bdi className="font-semibold">{each.name}</bdi>
              <span className="block text-[12.5px] text-ink-3">{sourceLine(each)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
