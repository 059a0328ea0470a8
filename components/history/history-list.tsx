import Link from "next/link";
import { Pill } from "@/components/desk/pill";
import { nearMoment } from "@/domain/desk-times";
import { type HistoryGroup, type SavedText, savedTextName } from "@/domain/review/history";
import { shortened } from "@/domain/shortened";

type Props = {
  groups: readonly HistoryGroup[];
  current: number;
  /** The two texts that are compared now, by id. */
  from: string | null;
  to: string | null;
  now: Date;
  zone: string;
  /** The address of this history with one or both texts chosen. */
  address: string;
};

/** The saved texts of a story, the newest first; an hour of typing is one line that opens. */
export function HistoryList({ groups, ...rest }: Props) {
  return (
    <ol className="m-0 list-none p-0">
      {groups.map((group) => (
        <li key={group.shown.id} className="border-b border-rule last:border-b-0">
          <TextLine text={group.shown} {...rest} />
          {group.rest.length > 0 ? (
            <details open={group.rest.some((text) => text.id === rest.from || text.id === rest.to)}>
              <summary className="cursor-pointer px-4.5 pb-2.5 text-[12.5px] text-ink-3">
                {group.rest.length === 1 ? "1 earlier save" : `${group.rest.length} earlier saves`} of this
                sitting
              </summary>
              {group.rest.map((text) => (
                <TextLine key={text.id} text={text} {...rest} />
              ))}
            </details>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function TextLine({
  text,
  current,
  from,
  to,
  now,
  zone,
  address,
}: { text: SavedText } & Omit<Props, "groups">) {
  const isNewest = text.number === current && text.kind !== "branch";
  const chosen = text.id === from || text.id === to;
  const link = "font-semibold text-info aria-[current]:text-ink aria-[current]:no-underline";
  return (
    <div className={`px-4.5 py-2.5 leading-[1.45] ${chosen ? "bg-info-soft" : ""}`}>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <b className="font-semibold">{text.kind === "branch" ? `Beside ${text.number}` : text.number}</b>
        <span className="min-w-0 flex-1 basis-40 break-words">{savedTextName(text)}</span>
        {text.moves.map((move) => (
          <Pill key={move} tone="info">
            {move}
          </Pill>
        ))}
        {isNewest ? <Pill tone="sourced">Newest</Pill> : null}
        {text.kind === "branch" ? <Pill tone="attention">Kept beside</Pill> : null}
      </div>
      <div className="text-[12.5px] text-ink-3">
        {text.by} · {nearMoment(text.at, now, zone)}
        {text.headline ? ` · “${shortened(text.headline, 60)}”` : ""}
      </div>
      <div className="flex gap-3.5 text-[12.5px]">
        <Link
          href={`${address}?from=${text.id}${to && to !== text.id ? `&to=${to}` : ""}`}
          scroll={false}
          aria-current={text.id === from ? "true" : undefined}
          aria-label={`Compare from revision ${text.number}, ${savedTextName(text)}`}
          className={link}
        >
          From
        </Link>
        <Link
          href={`${address}?to=${text.id}${from && from !== text.id ? `&from=${from}` : ""}`}
          scroll={false}
          aria-current={text.id === to ? "true" : undefined}
          aria-label={`Compare to revision ${text.number}, ${savedTextName(text)}`}
          className={link}
        >
          To
        </Link>
      </div>
    </div>
  );
}
