"use client";

import { useRouter } from "next/navigation";
import { agree } from "@/app/actions/sourcing";
import { useAnnounce } from "@/components/desk/announcer";
import { useCommand } from "@/components/desk/use-command";
import { unnamedUseMeanings, unnamedUses } from "@/domain/sourcing";

/** An editor agrees, under their name, to what the story takes from a source it does not name. */
export function AgreeToUse({ storyId, subject }: { storyId: string; subject: string }) {
  const router = useRouter();
  const announce = useAnnounce();
  const { run, pending, error } = useCommand(agree);
  const [sourceId = "", named] = subject.split(" ");
  const use = unnamedUses.find((each) => each === named);
  if (!use) return null;
  const send = async () => {
    if (!(await run({ storyId, sourceId, use }))) return;
    announce("It is on file that you agreed to this.");
    router.refresh();
  };
  return (
    <>
      <button
        type="button"
        title={unnamedUseMeanings[use]}
        disabled={pending}
        onClick={() => void send()}
        className="cursor-pointer font-semibold text-info underline"
      >
        I agree to this use
      </button>
      {error ? (
        <span role="alert" className="text-broken">
          {error}
        </span>
      ) : null}
    </>
  );
}
