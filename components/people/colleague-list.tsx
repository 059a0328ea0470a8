"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { changePerson } from "@/app/actions/people";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { Dialog, DialogFoot } from "@/components/desk/dialog";
import { Menu } from "@/components/desk/menu";
import { Notice } from "@/components/desk/notice";
import { Pill } from "@/components/desk/pill";
import { useCommand } from "@/components/desk/use-command";
import { type Role, roleNames } from "@/domain/people";
import type { StaffChange } from "@/domain/staff";
import { HandOver } from "./hand-over";
import { PasswordLink } from "./password-link";
import { ResetFactor } from "./reset-factor";

export type ShownColleague = {
  id: string;
  name: string;
  email: string;
  role: Role;
  title: string;
  active: boolean;
  changes: StaffChange[];
  hasFactor: boolean;
  openStories: number;
  self: boolean;
  seen: string | null;
};

type Asked = { person: ShownColleague; change: StaffChange };

/** Everybody on the staff. An admin finds the changes behind each name; others see who does what. */
export function ColleagueList({ people, mayChange }: { people: ShownColleague[]; mayChange: boolean }) {
  const [asked, ask] = useState<Asked | null>(null);
  const [giving, giveFrom] = useState<ShownColleague | null>(null);
  const [losing, lose] = useState<ShownColleague | null>(null);
  const [linked, link] = useState<ShownColleague | null>(null);
  const entriesFor = (person: ShownColleague) => [
    ...person.changes.map((change) => ({
      label: changeLabel(change),
      choose: () => ask({ person, change }),
    })),
    ...(person.active ? [{ label: "Link for a new password", choose: () => link(person) }] : []),
    ...(person.openStories > 0
      ? [{ label: `Hand over ${storiesIn(person)}`, choose: () => giveFrom(person) }]
      : []),
    ...(person.hasFactor && !person.self
      ? [{ label: "Take away the second factor", choose: () => lose(person) }]
      : []),
  ];
  return (
    <>
      <ul className="m-0 list-none divide-y divide-rule rounded-lg border border-rule bg-surface p-0">
        {people.map((person) => (
          <li
            key={person.id}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 px-4 py-3 text-[14px] md:grid-cols-[minmax(0,1.3fr)_minmax(0,1.2fr)_8rem_9rem_2.5rem]"
          >
            <div className="min-w-0">
              <p className={`m-0 font-semibold wrap-anywhere ${person.active ? "" : "text-ink-3"}`}>
                <bdi>{person.name}</bdi>
                {person.self ? <span className="font-normal text-ink-3"> (you)</span> : null}
              </p>
              {person.title ? <p className="m-0 text-[13px] text-ink-3">{person.title}</p> : null}
            </div>
            <p className="order-3 col-span-2 m-0 min-w-0 wrap-anywhere text-ink-2 md:order-none md:col-span-1">
              {person.email}
            </p>
            <p className="order-4 col-span-2 m-0 md:order-none md:col-span-1">
              {person.active ? (
                <span className="flex flex-wrap gap-1">
                  <Pill>{roleNames[person.role]}</Pill>
                  {person.hasFactor ? <Pill tone="sourced">Second factor</Pill> : null}
                </span>
              ) : (
                <Pill tone="attention">Deactivated</Pill>
              )}
            </p>
            <p className="order-5 col-span-2 m-0 text-[13px] text-ink-3 md:order-none md:col-span-1">
              {person.seen}
            </p>
            <div className="order-2 justify-self-end md:order-none">
              {entriesFor(person).length > 0 && mayChange ? (
                <Menu label={`Change ${person.name}`} entries={entriesFor(person)} />
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {giving ? (
        <HandOver
          person={giving}
          others={people.filter((each) => each.active && each.id !== giving.id)}
          onClose={() => giveFrom(null)}
        />
      ) : null}
      {losing ? <ResetFactor person={losing} onClose={() => lose(null)} /> : null}
      {linked ? <PasswordLink person={linked} onClose={() => link(null)} /> : null}
      {asked ? <Confirm asked={asked} onClose={() => ask(null)} /> : null}
    </>
  );
}

const storiesIn = ({ openStories }: ShownColleague): string =>
  openStories === 1 ? "1 story" : `${openStories} stories`;

const changeLabel = (change: StaffChange): string =>
  change.to === "role"
    ? `Make ${change.role === "admin" || change.role === "editor" ? "an" : "a"} ${change.role}`
    : change.to === "deactivate"
      ? "Deactivate"
      : "Reactivate";

const meaning = ({ person, change }: Asked): string => {
  if (change.to === "deactivate") {
    return `${person.name} is signed out everywhere at once and cannot sign in again. Everything written stays, and you can reactivate the account at any time.`;
  }
  if (change.to === "reactivate")
    return `${person.name} can sign in again with the same password, as ${person.role}.`;
  const may = {
    reporter: "writes own stories, and no longer reads or publishes those of others",
    editor: "reads every story, approves, publishes and corrects",
    admin: "does all that an editor does, and also invites people, sets roles and the house rules",
  }[change.role];
  return `From now on ${person.name} ${may}. It takes effect with their next click.`;
};

function Confirm({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const { run, pending, error } = useCommand(changePerson);
  const announce = useAnnounce();
  const router = useRouter();
  const { person, change } = asked;
  async function confirm() {
    if ((await run({ id: person.id, change })) === null) return;
    announce(`${person.name}: ${changeLabel(change).toLowerCase()}, done.`);
    router.refresh();
    onClose();
  }
  return (
    <Dialog
      title={`${changeLabel(change)}: ${person.name}`}
      lead={meaning(asked)}
      onClose={onClose}
      busy={pending}
    >
      {error ? <Notice>{error}</Notice> : null}
      <DialogFoot>
        <Button onClick={onClose}>Leave as it is</Button>
        <Button
          look={change.to === "deactivate" ? "stop" : "strong"}
          pending={pending}
          pendingLabel="Changing …"
          onClick={confirm}
        >
          {changeLabel(change)}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
