import Link from "next/link";
import { Empty } from "@/components/desk/empty";
import { Pill } from "@/components/desk/pill";

type Use = {
  readonly storyId: string;
  readonly headline: string | null;
  readonly address: string | null;
  readonly inDraft: boolean;
};

/** The stories that show a picture: before readers, in the draft, or both. */
export function PictureUses({ uses }: { uses: readonly Use[] }) {
  return (
    <section aria-labelledby="used-in">
      <h2 id="used-in" className="m-0 mb-2 font-ui text-[15px] font-semibold">
        Used in
      </h2>
      {uses.length === 0 ? (
        <Empty>No story shows this picture yet. In a story, press Picture and find it in the library.</Empty>
      ) : (
        <ul className="m-0 list-none divide-y divide-rule rounded-lg border border-rule bg-surface p-0">
          {uses.map((use, index) => {
            const key = `${use.storyId}-${index}`;
            return (
              <li key={key} className="px-3.5 py-2.5 [overflow-wrap:anywhere]">
                <UseName use={use} /> {use.address ? <Pill tone="sourced">Live</Pill> : null}{" "}
                {use.inDraft ? <Pill tone="plain">{use.address ? "and in the draft" : "Draft"}</Pill> : null}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

function UseName({ use }: { use: Use }) {
  if (use.headline === null) return <span className="text-ink-2">A story of somebody else’s</span>;
  return (
    <Link href={use.address ?? `/desk/stories/${use.storyId}`} dir="auto" className="font-semibold">
      {use.headline || "Untitled story"}
    </Link>
  );
}
