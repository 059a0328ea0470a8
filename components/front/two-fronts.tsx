import { Button } from "@/components/desk/button";
import { Notice } from "@/components/desk/notice";
import { type Arranged, type FrontPlace, frontPlaceNames } from "@/domain/front-page";
import { quoted } from "@/domain/publication/quoted";
import type { Conflict } from "./use-draft";

type Props = {
  conflict: Conflict;
  mine: Arranged;
  places: readonly FrontPlace[];
  headlineOf: (storyId: string) => string;
  wordsOf: (ref: string) => string;
  onChoose: (how: "mine" | "theirs") => void;
};

/** Two editors arranged one front at once: both arrangements side by side, and the choice between them. */
export function TwoFronts({ conflict, mine, places, headlineOf, wordsOf, onChoose }: Props) {
  const told = (arranged: Arranged) => linesOf(arranged, places, headlineOf, wordsOf);
  const [yours, theirs] = [told(mine), told(conflict.theirs)];
  return (
    <section aria-label="Two editors at once" className="mb-4">
      <Notice>{conflict.words}</Notice>
      <div className="overflow-x-auto rounded-lg border border-rule bg-surface">
        <table className="w-full border-collapse text-left text-[13.5px] [&_td]:border-t [&_td]:border-rule [&_td]:px-3 [&_td]:py-2 [&_td]:align-top [&_th]:px-3 [&_th]:py-2">
          <thead>
            <tr>
              <th scope="col">Place</th>
              <th scope="col">Yours</th>
              <th scope="col">
                Of <bdi>{conflict.by}</bdi>
              </th>
            </tr>
          </thead>
          <tbody>
            {yours.map(([name, own], at) => {
              const other = theirs[at]?.[1] ?? "";
              return (
                <tr key={name} className={own === other ? "text-ink-3" : "bg-attention-soft"}>
                  <th scope="row" className="border-t border-rule font-semibold">
                    {name}
                  </th>
                  <td dir="auto">{own || "Fills itself"}</td>
                  <td dir="auto">{other || "Fills itself"}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div className="mt-3 flex flex-wrap gap-2.5">
        <Button look="strong" onClick={() => onChoose("theirs")}>
          Take theirs
        </Button>
        <Button onClick={() => onChoose("mine")}>Go on with mine</Button>
      </div>
    </section>
  );
}

function linesOf(
  { placings, quotes, breaking }: Arranged,
  places: readonly FrontPlace[],
  headlineOf: (storyId: string) => string,
  wordsOf: (ref: string) => string,
): [string, string][] {
  const placed = places.map((place): [string, string] => {
    const placing = placings.find((each) => each.place === place);
    if (!placing) return [frontPlaceNames[place], ""];
    const more = [
      placing.picture ? "another picture" : "",
      placing.pinnedUntil ? `until ${placing.pinnedUntil.replace("T", " ")}` : "",
    ].filter(Boolean);
    const headline = placing.headline || headlineOf(placing.storyId);
    return [frontPlaceNames[place], more.length > 0 ? `${headline} (${more.join(", ")})` : headline];
  });
  const said = quotes.map((quote) => quoted(wordsOf(quote.ref))).join(" · ");
  const bar = [breaking?.text, breaking?.href, breaking?.until?.replace("T", " ")]
    .filter(Boolean)
    .join(" · ");
  return [...placed, ["In their own words", said], ["Breaking bar", bar]];
}
