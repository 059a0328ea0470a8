"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { changeOccasion } from "@/app/actions/sources";
import { Button } from "@/components/desk/button";
import { Empty } from "@/components/desk/empty";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import { OccasionFields } from "@/components/quotes/occasion-fields";
import { firstDraft, newOccasionOf, occasionFields } from "@/components/quotes/quote-draft";
import { Sheet } from "@/components/quotes/sheet";
import { occasionOffer } from "@/domain/quote-lines";
import type { OccasionRecord } from "@/domain/quote-record";
import { groundRuleNames } from "@/domain/quotes";

type Occasion = OccasionRecord & { readonly quotes: number };

/** When, where and how a source spoke to the newsroom, the latest first. */
export function OccasionList({ occasions }: { occasions: readonly Occasion[] }) {
  const [changing, setChanging] = useState<Occasion | null>(null);
  const year = new Date().getFullYear();
  return (
    <section aria-labelledby="occasions">
      <h2 id="occasions" className="m-0 mb-2 font-ui text-[15px] font-semibold">
        Occasions
      </h2>
      {occasions.length === 0 ? (
        <Empty>
          An interview, a statement or a broadcast stands here with the first quote that comes of it.
        </Empty>
      ) : (
        <ul className="m-0 list-none divide-y divide-rule rounded-lg border border-rule bg-surface p-0">
          {occasions.map((occasion) => (
            <li key={occasion.id} className="flex items-center gap-3 py-1.5 pr-2 pl-3.5">
              <div className="min-w-0 flex-1">
                {occasionOffer(occasion, year)}
                <p className="m-0 text-[12.5px] text-ink-3">
                  {groundRuleNames[occasion.groundRule]} ·{" "}
                  {occasion.quotes === 1 ? "1 quote" : `${occasion.quotes} quotes`}
                </p>
              </div>
              <Button
                look="quiet"
                aria-label={`Change: ${occasionOffer(occasion, year)}`}
                onClick={() => setChanging(occasion)}
              >
                Change
              </Button>
            </li>
          ))}
        </ul>
      )}
      {changing ? <ChangeOccasion occasion={changing} onClose={() => setChanging(null)} /> : null}
    </section>
  );
}

function ChangeOccasion({ occasion, onClose }: { occasion: Occasion; onClose: () => void }) {
  const router = useRouter();
  const first = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState(() => ({
    ...firstDraft({ verbatim: "", language: "en-GB" }),
    ...occasionFields(occasion),
    newOccasionId: occasion.id,
    groundRule: occasion.groundRule,
  }));
  const { run, pending, error } = useCommand(changeOccasion);
  return (
    <Sheet
      title="Change the occasion"
      first={first}
      onClose={() => !pending && onClose()}
      foot={
        <>
          {error ? <Notice>{error}</Notice> : null}
          <div className="flex justify-end gap-2.5">
            <Button look="quiet" onClick={onClose}>
              Cancel
            </Button>
            <Button
              look="strong"
              pending={pending}
              pendingLabel="Saving …"
              onClick={async () => {
                if (!(await run(newOccasionOf(draft)))) return;
                onClose();
                router.refresh();
              }}
            >
              Save occasion
            </Button>
          </div>
        </>
      }
    >
      <div ref={first} tabIndex={-1} className="outline-none">
        <p className="m-0 mb-4 text-[13.5px] text-ink-2">
          This holds for {occasion.quotes === 1 ? "the quote" : `all ${occasion.quotes} quotes`} of this
          occasion. Stories that were approved with {occasion.quotes === 1 ? "it" : "one of them"} have to be
          approved again.
        </p>
        <OccasionFields
          draft={draft}
          offered={[]}
          problems={{}}
          onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
        />
      </div>
    </Sheet>
  );
}
