"use client";

import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { handOverStories } from "@/app/actions/people";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { Dialog, DialogFoot } from "@/components/desk/dialog";
import { SelectField } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";

type Somebody = { id: string; name: string };
type Props = { person: Somebody & { openStories: number }; others: Somebody[]; onClose: () => void };

/** An admin gives a colleague's open stories to another. */
export function HandOver({ person, others, onClose }: Props) {
  const { run, pending, error } = useCommand(handOverStories);
  const announce = useAnnounce();
  const router = useRouter();
  const hand = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    form.set("id", person.id);
    const done = await run(form);
    if (!done) return;
    const { handed, kept } = done.value;
    const stayed = kept > 0 ? ` ${kept} stayed, because whoever approves a story cannot be its author.` : "";
    announce(`${handed === 1 ? "1 story is" : `${handed} stories are`} handed over.${stayed}`);
    router.refresh();
    onClose();
  };
  return (
    <Dialog
      title={`Hand over the stories of ${person.name}`}
      lead={`Whoever you choose becomes the author of ${person.openStories === 1 ? "the one story" : `the ${person.openStories} stories`} not yet published, in place of ${person.name}. What is published keeps its byline.`}
      onClose={onClose}
      busy={pending}
    >
      <form onSubmit={(event) => void hand(event)}>
        {error ? <Notice>{error}</Notice> : null}
        <SelectField label="To" name="to" required defaultValue="">
          <option value="" disabled>
            Choose a colleague
          </option>
          {others.map((other) => (
            <option key={other.id} value={other.id}>
              {other.name}
            </option>
          ))}
        </SelectField>
        <DialogFoot>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="strong" pending={pending} pendingLabel="Handing over …">
            Hand over
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
