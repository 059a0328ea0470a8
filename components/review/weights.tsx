"use client";

import { useRouter } from "next/navigation";
import { weigh } from "@/app/actions/sourcing";
import { useAnnounce } from "@/components/desk/announcer";
import { fieldLook } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import { type SourceWeight, sourceWeights } from "@/domain/sourcing";

type Props = {
  storyId: string;
  sources: readonly { readonly id: string; readonly name: string }[];
  weights: readonly { readonly sourceId: string; readonly weight: SourceWeight }[];
};

const names: Record<SourceWeight, string> = { central: "The central fact", supporting: "One among others" };

/** Whose words carry the story: one source alone for the central fact is warned of, and an unnamed one needs an agreement. */
export function Weights({ storyId, sources, weights }: Props) {
  const router = useRouter();
  const announce = useAnnounce();
  const { run, pending, error } = useCommand(weigh);
  const change = async (sourceId: string, weight: SourceWeight) => {
    if (!(await run({ storyId, sourceId, weight }))) return;
    announce("Put down.");
    router.refresh();
  };
  return (
    <div className="px-4.5 pb-3">
      <ul className="m-0 list-none p-0">
        {sources.map(({ id, name }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1">
            <bdi className="min-w-0 flex-1 basis-32 break-words">{name}</bdi>
            <select
              aria-label={`What rests on ${name}`}
              disabled={pending}
              className={`${fieldLook} py-1!`}
              value={weights.find((each) => each.sourceId === id)?.weight ?? ""}
              onChange={(event) => {
                const weight = sourceWeights.find((each) => each === event.target.value);
                if (weight) void change(id, weight);
              }}
            >
              <option value="" disabled>
                Not said yet
              </option>
              {sourceWeights.map((each) => (
                <option key={each} value={each}>
                  {names[each]}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
      {error ? <Notice>{error}</Notice> : null}
    </div>
  );
}
