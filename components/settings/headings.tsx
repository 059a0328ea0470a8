"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import {
  addHeadingNamed,
  orderSectionsAs,
  renameHeadingTo,
  retireOrTakeUpHeading,
  setSectionLanguageTo,
  takeHeadingAway,
} from "@/app/actions/settings";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { Empty } from "@/components/desk/empty";
import { fieldLook, TextField } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import { paperLimits } from "@/domain/paper-settings";

type Kind = "section" | "topic";
type Listed = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly retired: boolean;
  /** Of a section: what its stories are written in; empty is the paper's language. */
  readonly language?: string;
};

const words = {
  section: {
    title: "Sections",
    lead: "In the order of the paper. A new name makes a new address; the old one, and those of its stories, lead to it.",
    empty: "No section yet. A story needs one before it can be sent for review: add the first below.",
  },
  topic: {
    title: "Topics",
    lead: "What stories are about, across sections. Each has a page of its own, and an old address leads to the new one.",
    empty: "No topic yet. Add one below, then choose it in a story.",
  },
} as const;

/** The sections or topics of the paper: add, rename, take away; sections have an order besides. */
export function Headings({ kind, listed }: { kind: Kind; listed: readonly Listed[] }) {
  const heading = useId();
  const { title, lead, empty } = words[kind];
  return (
    <section aria-labelledby={heading} className="rounded-lg border border-rule bg-surface p-5">
      <h2 id={heading} className="m-0 font-head text-[20px] font-medium">
        {title}
      </h2>
      <p className="mt-0.5 mb-4 text-[13.5px] leading-normal text-ink-3">{lead}</p>
      {listed.length === 0 ? <Empty>{empty}</Empty> : null}
      <ul className="m-0 mb-4 list-none p-0">
        {listed.map((each, index) => (
          <Line key={`${each.id}${each.name}`} kind={kind} each={each} index={index} listed={listed} />
        ))}
      </ul>
      <Add kind={kind} />
    </section>
  );
}

function Line({
  kind,
  each,
  index,
  listed,
}: {
  kind: Kind;
  each: Listed;
  index: number;
  listed: readonly Listed[];
}) {
  const router = useRouter();
  const announce = useAnnounce();
  const [name, setName] = useState(each.name);
  const rename = useCommand(renameHeadingTo);
  const remove = useCommand(takeHeadingAway);
  const retire = useCommand(retireOrTakeUpHeading);
  const after = (done: unknown, said: string) => {
    if (!done) return;
    announce(said);
    router.refresh();
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    after(await rename.run({ heading: kind, id: each.id, name }), `Renamed to ${name.trim()}.`);
  };
  const retireOrTakeUp = async () =>
    after(
      await retire.run({ heading: kind, id: each.id, retired: each.retired ? "no" : "yes" }),
      each.retired ? `${each.name} is taken up again.` : `${each.name} is retired.`,
    );
  const takeAway = async () =>
    after(await remove.run({ heading: kind, id: each.id }), `${each.name} is taken away.`);
  return (
    <li className="border-b border-rule py-2 last:border-b-0">
      <form onSubmit={(event) => void save(event)} className="flex flex-wrap items-center gap-2">
        <input
          aria-label={`Name of ${each.name}`}
          required
          maxLength={paperLimits.sectionName}
          value={name}
          onChange={(event) => setName(event.target.value)}
          className={`${fieldLook} w-44 min-w-0 flex-1`}
        />
        <span className="w-28 truncate text-[12.5px] text-ink-3">
          {each.retired ? "Retired · " : ""}
          {kind === "section" ? "/" : "/topic/"}
          {each.slug}
        </span>
        {kind === "section" ? <Moves index={index} listed={listed} /> : null}
        {name.trim() === each.name ? (
          <Button
            look="quiet"
            aria-label={`${each.retired ? "Take up" : "Retire"} ${each.name}`}
            pending={retire.pending}
            pendingLabel="Saving …"
            onClick={() => void retireOrTakeUp()}
          >
            {each.retired ? "Take up" : "Retire"}
          </Button>
        ) : null}
        {name.trim() === each.name ? (
          <Button
            look="quiet"
            aria-label={`Take away ${each.name}`}
            pending={remove.pending}
            pendingLabel="Taking away …"
            onClick={() => void takeAway()}
          >
            Take away
          </Button>
        ) : (
          <Button
            type="submit"
            aria-label={`Rename ${each.name}`}
            pending={rename.pending}
            pendingLabel="Renaming …"
          >
            Rename
          </Button>
        )}
      </form>
      {kind === "section" ? <Language each={each} /> : null}
      {rename.refusal === "address_taken" ? (
        <Notice>
          The address that goes with that name is the site’s own, or was another’s before. Choose another
          name.
        </Notice>
      ) : rename.error ? (
        <Notice>{rename.error}</Notice>
      ) : null}
      {retire.error ? <Notice>{retire.error}</Notice> : null}
      {remove.refusal === "still_in_use" ? (
        <Notice>
          Stories belong to it, so it cannot be taken away. Retire it, and it is offered to no new story.
        </Notice>
      ) : remove.error ? (
        <Notice>{remove.error}</Notice>
      ) : null}
    </li>
  );
}

/** The language of a section's coming stories: its quotation marks and its spelling. */
function Language({ each }: { each: Listed }) {
  const router = useRouter();
  const announce = useAnnounce();
  const kept = each.language ?? "";
  const [language, setLanguage] = useState(kept);
  const { run, pending, error } = useCommand(setSectionLanguageTo);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await run({ id: each.id, language }))) return;
    announce(
      language.trim()
        ? `${each.name} is written in ${language.trim()}.`
        : `${each.name} has the paper’s language.`,
    );
    router.refresh();
  };
  return (
    <form
      onSubmit={(event) => void save(event)}
      className="mt-1.5 flex flex-wrap items-center gap-2 text-[13px]"
    >
      <label className="flex items-center gap-2 text-ink-3">
        Language
        <input
          aria-label={`Language of ${each.name}`}
          placeholder="the paper’s"
          maxLength={35}
          spellCheck={false}
          value={language}
          onChange={(event) => setLanguage(event.target.value)}
          className={`${fieldLook} w-28 py-1`}
        />
      </label>
      {language.trim() === kept ? null : (
        <Button
          type="submit"
          aria-label={`Set the language of ${each.name}`}
          pending={pending}
          pendingLabel="Saving …"
        >
          Set
        </Button>
      )}
      {error ? <Notice>{error}</Notice> : null}
    </form>
  );
}

/** Up and down in the order of the paper. */
function Moves({ index, listed }: { index: number; listed: readonly Listed[] }) {
  const router = useRouter();
  const announce = useAnnounce();
  const { run, pending, error } = useCommand(orderSectionsAs);
  const each = listed[index];
  if (!each) return null;
  const move = async (to: number) => {
    const ids = listed.map((section) => section.id).filter((id) => id !== each.id);
    ids.splice(to, 0, each.id);
    if (!(await run({ ids }))) return;
    announce(`${each.name} is number ${to + 1} now.`);
    router.refresh();
  };
  return (
    <>
      <Button
        look="quiet"
        aria-label={`Move ${each.name} up`}
        pending={pending}
        refusedBecause={index === 0 ? "It is the first." : undefined}
        onClick={() => void move(index - 1)}
      >
        <ArrowUp aria-hidden size={16} />
      </Button>
      <Button
        look="quiet"
        aria-label={`Move ${each.name} down`}
        pending={pending}
        refusedBecause={index === listed.length - 1 ? "It is the last." : undefined}
        onClick={() => void move(index + 1)}
      >
        <ArrowDown aria-hidden size={16} />
      </Button>
      {error ? <Notice>{error}</Notice> : null}
    </>
  );
}

function Add({ kind }: { kind: Kind }) {
  const router = useRouter();
  const announce = useAnnounce();
  const [name, setName] = useState("");
  const { run, pending, error, refusal } = useCommand(addHeadingNamed);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await run({ heading: kind, name }))) return;
    announce(`${name.trim()} is added.`);
    setName("");
    router.refresh();
  };
  return (
    <form onSubmit={(event) => void add(event)} className="flex flex-wrap items-end gap-2">
      <div className="min-w-44 flex-1">
        <TextField
          label={kind === "section" ? "New section" : "New topic"}
          required
          maxLength={paperLimits.sectionName}
          value={name}
          error={
            refusal === "address_taken"
              ? "The site needs that address for itself, or another had it before. Choose another name."
              : (error ?? undefined)
          }
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <div className="mb-4">
        <Button type="submit" pending={pending} pendingLabel="Adding …">
          Add {kind}
        </Button>
      </div>
    </form>
  );
}
