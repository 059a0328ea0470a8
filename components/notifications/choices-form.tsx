"use client";

import { type FormEvent, useState } from "react";
import { chooseNotifications } from "@/app/actions/notifications";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import {
  type NotificationChoice,
  type NotificationKind,
  notificationKinds,
  notificationNames,
} from "@/domain/notifications";

type Choices = Record<NotificationKind, NotificationChoice>;

/** What one is told of, and how. Neither way ticked: not at all. */
export function ChoicesForm({ choices, isMailOn }: { choices: Choices; isMailOn: boolean }) {
  const [saved, setSaved] = useState(choices);
  const [draft, setDraft] = useState(choices);
  const { run, pending, error } = useCommand(chooseNotifications);
  const announce = useAnnounce();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await run({ choices: draft }))) return;
    setSaved(draft);
    announce("Your choice is kept.");
  };
  const tick = (kind: NotificationKind, way: keyof NotificationChoice, isOn: boolean) =>
    setDraft({ ...draft, [kind]: { ...draft[kind], [way]: isOn } });
  return (
    <form onSubmit={(event) => void save(event)}>
      {isMailOn ? null : (
        <Notice tone="info">
          Mail is off in this newsroom, so nothing is sent. What you choose is kept.
        </Notice>
      )}
      <table className="mb-4 w-full border-collapse rounded-lg border border-rule bg-surface text-[14px]">
        <thead>
          <tr className="text-[12.5px] text-ink-3">
            <th scope="col" className="px-4 py-2 text-start font-semibold">
              What
            </th>
            <th scope="col" className="px-2 py-2 font-semibold">
              In the app
            </th>
            <th scope="col" className="px-2 py-2 font-semibold">
              By mail
            </th>
          </tr>
        </thead>
        <tbody>
          {notificationKinds.map((kind) => {
            const { name, means } = notificationNames[kind];
            return (
              <tr key={kind} className="border-t border-rule">
                <th scope="row" className="px-4 py-2 text-start font-normal">
                  <span className="block font-semibold">{name}</span>
                  <span className="block text-[12.5px] text-ink-3">{means}</span>
                </th>
                {(["inApp", "byMail"] as const).map((way) => (
                  <td key={way} className="px-2 py-2 text-center">
                    <input
                      type="checkbox"
                      aria-label={`${name}, ${way === "inApp" ? "in the app" : "by mail"}`}
                      checked={draft[kind][way]}
                      onChange={(event) => tick(kind, way, event.target.checked)}
                      className="size-5 accent-(--ink)"
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {error ? <Notice>{error}</Notice> : null}
      <Button
        type="submit"
        pending={pending}
        pendingLabel="Saving …"
        refusedBecause={
          JSON.stringify(draft) === JSON.stringify(saved) ? "Nothing has been changed." : undefined
        }
      >
        Save what I am told of
      </Button>
    </form>
  );
}
