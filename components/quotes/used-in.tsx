import Link from "next/link";
import { Empty } from "@/components/desk/empty";
import { Pill } from "@/components/desk/pill";
import type { Standing } from "@/domain/quotes";

type Use = {
  readonly storyId: string;
  /** Null where the story is not for this person to see. */
  readonly headline: string | null;
  readonly displayed: string;
  readonly standing: Standing;
};

/** How words in a story compare with the record, as a pill says it. */
export const standingPill = {
  verbatim: ["sourced", "Verbatim"],
  permitted: ["sourced", "Permitted edit"],
  altered: ["broken", "Altered"],
} as const;

/** The stories that show a quote, and in which words. */
export function UsedIn({ uses }: { uses: readonly Use[] }) {
  return (
    <section aria-labelledby="used-in">
      <h2 id="used-in" className="m-0 mb-2 font-ui text-[15px] font-semibold">
        Used in
      </h2>
      {uses.length === 0 ? (
        <Empty>No story shows this yet. In a story, select the words and press Attach quote.</Empty>
      ) : (
        <ul className="m-0 list-none divide-y divide-rule rounded-lg border border-rule bg-surface p-0">
          {uses.map((use, index) => {
            const [tone, words] = standingPill[use.standing];
            const key = `${use.storyId}-${index}`;
            return (
              <li key={key} className="px-3.5 py-2.5">
                {use.headline === null ? (
                  <span className="text-ink-2">A story of somebody else’s</span>
                ) : (
                  <Link href={`/desk/stories/${use.storyId}`} className="font-semibold">
                    {use.headline || "Untitled story"}
                  </Link>
                )}{" "}
                <Pill tone={tone}>{words}</Pill>
                {use.displayed ? (
                  <p dir="auto" className="m-0 mt-1 line-clamp-3 font-head text-[15.5px] italic">
                    {use.displayed}
                  </p>
                ) : null}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
