"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { reveal, seal as sealName } from "@/app/actions/sources";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { TextArea, TextField } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import { sourceLimits } from "@/domain/source-rules";
import { type Identity, type SealedPart, sealedPartNames, sealedParts } from "@/domain/sourcing";
import { IdentityShown } from "./identity-shown";
import { SealGrants, type SealGrantsProps } from "./seal-grants";

export type Seal = {
  readonly sealedBy: string;
  readonly when: string;
  readonly mayRead: boolean;
  readonly isOwn: boolean;
  readonly reveals: readonly {
    readonly id: string;
    readonly by: string;
    readonly why: string;
    readonly when: string;
  }[];
};

type Props = {
  sourceId: string;
  seal: Seal | null;
  /** Whether this person may seal a name where there is none. */
  maySeal: boolean;
  grants: Omit<SealGrantsProps, "sourceId">;
};

/** The sealed name of an unnamed source: written once, encrypted at once, and read only with a reason that is logged. */
export function SealPanel({ sourceId, seal, maySeal, grants }: Props) {
  return (
    <section aria-labelledby="sealed">
      <h2 id="sealed" className="m-0 mb-2 font-ui text-[15px] font-semibold">
        Sealed name
      </h2>
      {seal ? (
        <>
          <p className="m-0 mb-3 text-ink-2">
            Sealed by {seal.sealedBy}, {seal.when}. Only they, and those they let, can read it: no role opens
            it.
          </p>
          {seal.mayRead ? <Reading sourceId={sourceId} reveals={seal.reveals} /> : null}
          {seal.isOwn ? <SealGrants sourceId={sourceId} {...grants} /> : null}
        </>
      ) : (
        <p className="m-0 mb-3 text-ink-2">
          None. Telling an editor in person is enough. A sealed name helps where the newsroom may have to find
          the source again: it is encrypted before it is kept, and is in no search, log or backup in clear.
        </p>
      )}
      {(seal ? seal.isOwn : maySeal) ? <Sealing sourceId={sourceId} again={seal !== null} /> : null}
    </section>
  );
}

const nothing: Record<SealedPart, string> = { identity: "", contact: "", remarks: "" };
const hints: Record<SealedPart, string> = {
  identity: "The name. You can let colleagues read it afterwards.",
  contact: "May stay empty.",
  remarks: "May stay empty: what was promised, who may be told, what would give them away.",
};

function Sealing({ sourceId, again }: { sourceId: string; again: boolean }) {
  const router = useRouter();
  const announce = useAnnounce();
  const [draft, setDraft] = useState(nothing);
  const [open, setOpen] = useState(false);
  const { run, pending, error } = useCommand(sealName);
  return (
    <details className="mt-3" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer font-semibold text-ink-2">
        {again ? "Seal another name in its place" : "Seal the name"}
      </summary>
      {again ? (
        <p className="mt-2 mb-0 text-[13px] text-attention">
          What is sealed now is gone with it. Whom you let read it may read the new one.
        </p>
      ) : null}
      <form
        className="mt-3"
        autoComplete="off"
        onSubmit={async (event) => {
          event.preventDefault();
          if (!(await run({ sourceId, ...draft }))) return;
          setDraft(nothing);
          setOpen(false);
          announce("The name is sealed.");
          router.refresh();
        }}
      >
        {sealedParts.map((part) => (
          <TextArea
            key={part}
            label={sealedPartNames[part]}
            hint={hints[part]}
            rows={part === "identity" ? 2 : 1}
            spellCheck={false}
            autoComplete="off"
            maxLength={sourceLimits.identity}
            value={draft[part]}
            onChange={(event) => setDraft((before) => ({ ...before, [part]: event.target.value }))}
          />
        ))}
        <Button
          type="submit"
          pending={pending}
          pendingLabel="Sealing …"
          deliberate
          refusedBecause={draft.identity.trim() ? undefined : "Say who it is first."}
        >
          Seal
        </Button>
        {error ? <Notice>{error}</Notice> : null}
      </form>
    </details>
  );
}

/** How long a name stays on the screen, in milliseconds: long enough to read, too short to be left behind. */
const shownFor = 60_000;

function Reading({ sourceId, reveals }: { sourceId: string; reveals: Seal["reveals"] }) {
  const router = useRouter();
  const [why, setWhy] = useState("");
  const [identity, setIdentity] = useState<Identity | null>(null);
  const { run, pending, error } = useCommand(reveal);
  const hide = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (identity === null) return;
    // The form is gone, and the focus with it: a key hides the name again.
    hide.current?.querySelector("button")?.focus();
    const timer = setTimeout(() => setIdentity(null), shownFor);
    // Whoever turns to another tab, or locks the screen, does not leave it lying open.
    const turnedAway = () => document.hidden && setIdentity(null);
    document.addEventListener("visibilitychange", turnedAway);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", turnedAway);
    };
  }, [identity]);
  return (
    <>
      {identity === null ? (
        <form
          onSubmit={async (event) => {
            event.preventDefault();
            const read = await run({ sourceId, why });
            if (!read) return;
            setIdentity(read.value.identity);
            setWhy("");
            router.refresh();
          }}
        >
          <TextField
            label="Why you need to read it"
            hint="This is written into the log below before the name is shown."
            maxLength={sourceLimits.why}
            value={why}
            onChange={(event) => setWhy(event.target.value)}
          />
          <Button
            type="submit"
            pending={pending}
            pendingLabel="Opening …"
            refusedBecause={why.trim() ? undefined : "Give a reason first."}
          >
            Show the name
          </Button>
          {error ? <Notice>{error}</Notice> : null}
        </form>
      ) : (
        <div
          ref={hide}
          role="status"
          className="rounded-lg border border-attention/40 bg-attention-soft px-3.5 py-3"
        >
          <div className="mb-3">
            <IdentityShown identity={identity} />
          </div>
          <Button deliberate onClick={() => setIdentity(null)}>
            Hide it
          </Button>{" "}
          <span className="text-[12.5px] text-ink-2">
            It hides itself after a minute, and when you turn away.
          </span>
        </div>
      )}
      <h3 className="mt-4 mb-1 text-[13px] font-semibold text-ink-2">Readings</h3>
      {reveals.length === 0 ? (
        <p className="m-0 text-[13px] text-ink-3">Nobody has read it yet.</p>
      ) : (
        <ol className="m-0 list-none p-0 text-[13px]">
          {reveals.map((each) => (
            <li key={each.id} className="py-0.5 [overflow-wrap:anywhere]">
              {each.by}, {each.when}: <span className="text-ink-2">{each.why}</span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
