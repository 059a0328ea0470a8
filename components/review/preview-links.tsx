"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { makePreview, revokePreview } from "@/app/actions/previews";
import { Button } from "@/components/desk/button";
import { SelectField, TextField } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import { previewHours } from "@/domain/preview";

export type PreviewLinkShown = {
  readonly id: string;
  readonly label: string;
  readonly by: string;
  readonly until: string;
  readonly holds: boolean;
  readonly revoked: boolean;
  readonly opened: number;
};

const hourNames: Record<(typeof previewHours)[number], string> = {
  24: "a day",
  72: "three days",
  168: "a week",
};

/** Links by which somebody outside may read the text before it is published, until they run out or are taken back. */
export function PreviewLinks({ storyId, links }: { storyId: string; links: readonly PreviewLinkShown[] }) {
  const router = useRouter();
  const [label, setLabel] = useState("");
  const [hours, setHours] = useState("24");
  const [address, setAddress] = useState<string | null>(null);
  const { run, pending, error } = useCommand(makePreview);
  const make = async (event: FormEvent) => {
    event.preventDefault();
    const made = await run({ id: storyId, hours, label });
    if (!made) return;
    setAddress(made.value.address);
    setLabel("");
    router.refresh();
  };
  return (
    <div className="px-4.5 pb-4">
      {links.length === 0 ? (
        <p className="m-0 mb-3 text-ink-3">
          Nobody outside can read it. A link needs no account and shows no notes, no comments and no sealed
          names.
        </p>
      ) : (
        <ul className="m-0 mb-3 list-none p-0">
          {links.map((link) => (
            <PreviewLine key={link.id} link={link} />
          ))}
        </ul>
      )}
      <form onSubmit={(event) => void make(event)}>
        <TextField
          label="Link for"
          hint="For whom it is, so that you know it again."
          maxLength={200}
          value={label}
          onChange={(event) => setLabel(event.target.value)}
        />
        <SelectField label="Opens for" value={hours} onChange={(event) => setHours(event.target.value)}>
          {previewHours.map((each) => (
            <option key={each} value={String(each)}>
              {hourNames[each]}
            </option>
          ))}
        </SelectField>
        <Button type="submit" pending={pending} pendingLabel="Making …">
          Make a preview link
        </Button>
      </form>
      {error ? <Notice>{error}</Notice> : null}
      {address ? (
        <Notice tone="sourced">
          Copy it now; it is not shown again: <a href={address}>{address}</a>
        </Notice>
      ) : null}
    </div>
  );
}

function PreviewLine({ link }: { link: PreviewLinkShown }) {
  const router = useRouter();
  const { run, pending, error } = useCommand(revokePreview);
  const state = link.revoked
    ? "taken back"
    : link.holds
      ? `opens until ${link.until}`
      : `ran out ${link.until}`;
  return (
    <li className="border-t border-rule py-1.5 leading-normal [overflow-wrap:anywhere] first:border-t-0">
      <bdi className="font-semibold">{link.label || "No name"}</bdi>{" "}
      <span className="text-ink-3">
        by {link.by}, {state}, opened {link.opened === 1 ? "once" : `${link.opened} times`}
      </span>{" "}
      {link.holds ? (
        <Button
          look="quiet"
          pending={pending}
          pendingLabel="Taking back …"
          onClick={() => void run({ id: link.id }).then(() => router.refresh())}
        >
          Take back
        </Button>
      ) : null}
      {error ? <Notice>{error}</Notice> : null}
    </li>
  );
}
