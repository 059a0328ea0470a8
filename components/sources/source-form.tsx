"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type RefObject, useRef, useState } from "react";
import { v7 as newId } from "uuid";
import { saveSource } from "@/app/actions/sources";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { CheckField, SelectField, TextField } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import { UnnamedFields } from "@/components/quotes/new-source-fields";
import { Sheet } from "@/components/quotes/sheet";
import { type SourceKind, sourceKindNames, sourceKinds } from "@/domain/quotes";
import { sourceLimits } from "@/domain/source-rules";

export type SourceDraft = {
  readonly id: string;
  readonly kind: SourceKind;
  readonly name: string;
  readonly formerNames: readonly string[];
  readonly role: string;
  readonly organisation: string;
  readonly unnamed: boolean;
  readonly publicDescription: string;
  readonly unnamedReason: string;
  readonly credibility: string;
};

/** Puts a source into the library before it has said anything. */
export function NewSource() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="strong" onClick={() => setOpen(true)}>
        New source
      </Button>
      {open ? <SourceForm source={null} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** Opens a source of the library, to change it. */
export function ChangeSource({
  source,
  refusedBecause,
}: {
  source: SourceDraft;
  refusedBecause?: string | undefined;
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button refusedBecause={refusedBecause} onClick={() => setOpen(true)}>
        Change
      </Button>
      {open ? <SourceForm source={source} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

const emptySource = (): SourceDraft => ({
  id: newId(),
  kind: "person",
  name: "",
  formerNames: [],
  role: "",
  organisation: "",
  unnamed: false,
  publicDescription: "",
  unnamedReason: "",
  credibility: "",
});

function SourceForm({ source, onClose }: { source: SourceDraft | null; onClose: () => void }) {
  const router = useRouter();
  const announce = useAnnounce();
  const first = useRef<HTMLInputElement>(null);
  const [start] = useState(() => source ?? emptySource());
  const [draft, setDraft] = useState(start);
  const [former, setFormer] = useState(start.formerNames.join(", "));
  const [leaving, setLeaving] = useState(false);
  const { run, pending, error } = useCommand(saveSource);
  const set = (part: Partial<SourceDraft>) => setDraft((before) => ({ ...before, ...part }));
  const touched = draft !== start || former !== start.formerNames.join(", ");

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const formerNames = former.split(",").map((name) => name.trim());
    const saved = await run({ ...draft, formerNames: formerNames.filter(Boolean) });
    if (!saved) return;
    onClose();
    announce("The source is saved.");
    if (source) router.refresh();
    else router.push(`/desk/sources/${saved.value.id}`);
  };
  return (
    <Sheet
      title={source ? "Change the source" : "New source"}
      first={first}
      onClose={() => {
        if (pending) return;
        if (touched && !leaving) setLeaving(true);
        else onClose();
      }}
      foot={
        <>
          {error ? <Notice>{error}</Notice> : null}
          {leaving ? (
            <div role="alert" className="flex flex-wrap items-center justify-end gap-2.5 text-[13.5px]">
              <span className="flex-1">What you typed here is not saved.</span>
              <Button onClick={() => setLeaving(false)}>Go on with it</Button>
              <Button look="stop" onClick={onClose}>
                Throw it away
              </Button>
            </div>
          ) : (
            <div className="flex justify-end">
              <Button
                look="strong"
                type="submit"
                form="source-form"
                pending={pending}
                pendingLabel="Saving …"
              >
                Save source
              </Button>
            </div>
          )}
        </>
      }
    >
      <form id="source-form" noValidate onSubmit={send}>
        <SourceFields draft={draft} former={former} first={first} set={set} setFormer={setFormer} />
      </form>
    </Sheet>
  );
}

function SourceFields({
  draft,
  former,
  first,
  set,
  setFormer,
}: {
  draft: SourceDraft;
  former: string;
  first: RefObject<HTMLInputElement | null>;
  set: (part: Partial<SourceDraft>) => void;
  setFormer: (text: string) => void;
}) {
  const [other, setOther] = useState("");
  return (
    <>
      <TextField
        ref={first}
        label={draft.unnamed ? "Pseudonym" : "Name"}
        hint={
          draft.unnamed
            ? "A name for the desk that points at nobody. The real one is never typed here."
            : undefined
        }
        autoComplete="off"
        maxLength={sourceLimits.name}
        value={draft.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <div className="grid gap-x-4 sm:grid-cols-3">
        <SelectField
          label="Kind"
          value={draft.kind}
          onChange={(event) => {
            const kind = sourceKinds.find((each) => each === event.target.value);
            if (kind) set({ kind });
          }}
        >
          {sourceKinds.map((kind) => (
            <option key={kind} value={kind}>
              {sourceKindNames[kind]}
            </option>
          ))}
        </SelectField>
        <TextField
          label="Role"
          maxLength={sourceLimits.role}
          value={draft.role}
          onChange={(event) => set({ role: event.target.value })}
        />
        <TextField
          label="Organisation"
          maxLength={sourceLimits.organisation}
          value={draft.organisation}
          onChange={(event) => set({ organisation: event.target.value })}
        />
      </div>
      {draft.unnamed ? null : (
        <TextField
          label="Former names"
          hint="Parted by commas. Whoever types one of them finds this source."
          value={former}
          onChange={(event) => setFormer(event.target.value)}
        />
      )}
      <CheckField
        label="Do not name this source"
        hint="Readers then see the description and the reason instead. The field above takes a pseudonym."
        checked={draft.unnamed}
        onChange={(event) => {
          // A tick must not turn the name into the pseudonym, nor lose it when it was a slip.
          setOther(draft.name);
          set({ unnamed: event.target.checked, name: other });
        }}
      />
      {draft.unnamed ? (
        <UnnamedFields source={draft} descriptionError={undefined} onChange={set} />
      ) : (
        <details className="mb-2" open={draft.publicDescription !== "" || undefined}>
          <summary className="mb-3 cursor-pointer text-[13.5px] font-semibold text-ink-2">
            For words that may not be attributed by name
          </summary>
          <UnnamedFields source={draft} descriptionError={undefined} onChange={set} />
        </details>
      )}
    </>
  );
}
