import Link from "next/link";
import { Pill } from "@/components/desk/pill";
import { shortDay } from "@/domain/quote-lines";
import { type SourceKind, sourceKindNames } from "@/domain/quotes";

type Row = {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
  readonly kind: SourceKind;
  readonly unnamed: boolean;
  readonly publicDescription: string;
  readonly quotes: number;
  readonly lastSaidOn: string | null;
  readonly attestations: number;
};

/** The source library in the order of names, each a link to its page. */
export function SourceList({ rows }: { rows: readonly Row[] }) {
  const year = new Date().getFullYear();
  return (
    <ul
      aria-label="Sources"
      className="m-0 list-none divide-y divide-rule rounded-lg border border-rule bg-surface p-0 text-[13.5px]"
    >
      {rows.map((source) => (
        <li
          key={source.id}
          className="relative flex flex-wrap items-center gap-x-6 gap-y-1 px-4.5 py-3 hover:bg-sunken"
        >
          <div className="min-w-0 flex-1 basis-64">
            <Link
              href={`/desk/sources/${source.id}`}
              className="text-[15px] font-semibold no-underline after:absolute after:inset-0 after:content-['']"
            >
              <bdi className="[overflow-wrap:anywhere]">{source.name}</bdi>
            </Link>{" "}
            {source.unnamed ? (
              <Pill tone={source.attestations > 0 ? "sourced" : "attention"}>
                {source.attestations > 0 ? "Unnamed, known to an editor" : "Unnamed, no editor knows yet"}
              </Pill>
            ) : null}
            <p className="m-0 text-ink-3">
              {[
                source.kind === "person" ? "" : sourceKindNames[source.kind],
                source.unnamed ? source.publicDescription : "",
                source.role,
                source.organisation,
              ]
                .filter(Boolean)
                .join(" · ") || sourceKindNames[source.kind]}
            </p>
          </div>
          <p className="m-0 text-[12.5px] text-ink-3">
            {source.quotes === 1 ? "1 quote" : `${source.quotes} quotes`}
            {source.lastSaidOn ? `, last ${shortDay(source.lastSaidOn, year)}` : ""}
          </p>
        </li>
      ))}
    </ul>
  );
}
