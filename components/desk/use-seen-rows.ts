import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/** A row to draw, or the room of rows that are not drawn. */
export type Piece =
  | { readonly kind: "row"; readonly index: number }
  | { readonly kind: "room"; readonly from: number; readonly height: number };

/** Pixels beyond what is seen within which rows are drawn, and rows that are drawn or let go of together. */
const [beyond, together] = [500, 4];
/** So many are drawn before anything is measured, and so high a row is taken to be until one is measured. */
const [atFirst, guessed] = [8, 120];

/** Which rows of a long list stand on the page: those that are seen with some on either side, and the one at `at`, which
 * has the focus, with its neighbours. Of a thousand rows each key and each opening then draws some twenty. A row carries
 * `data-row` with its number; rows are `gap` pixels apart. */
export function useSeenRows(
  list: RefObject<HTMLElement | null>,
  count: number,
  at: number,
  gap: number,
): readonly Piece[] {
  const heights = useRef<number[]>([]);
  const [seen, see] = useState({ from: 0, to: atFirst });
  const known = heights.current.filter((height) => height > 0);
  const usual = known.length > 0 ? known.reduce((sum, height) => sum + height, 0) / known.length : guessed;
  const heightOf = (index: number) => (heights.current[index] ?? usual) + gap;

  const look = () => {
    const element = list.current;
    const scrolled = element?.closest("dialog");
    if (!element || !scrolled) return;
    const top = scrolled.getBoundingClientRect().top - element.getBoundingClientRect().top - beyond;
    const bottom = top + scrolled.clientHeight + 2 * beyond;
    let [from, y] = [0, 0];
    while (from < count - 1 && y + heightOf(from) < top) y += heightOf(from++);
    let to = from;
    while (to < count && y < bottom) y += heightOf(to++);
    from -= from % together;
    to += together - (to % together);
    if (from !== seen.from || to !== seen.to) see({ from, to });
  };
  const looking = useRef(look);
  useLayoutEffect(() => {
    looking.current = look;
    for (const row of list.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])
      heights.current[Number(row.dataset.row)] = row.offsetHeight;
  });
  useLayoutEffect(() => {
    const scrolled = list.current?.closest("dialog");
    if (!scrolled) return;
    const again = () => looking.current();
    const watch = new ResizeObserver(again);
    watch.observe(scrolled);
    scrolled.addEventListener("scroll", again, { passive: true });
    return () => {
      watch.disconnect();
      scrolled.removeEventListener("scroll", again);
    };
  }, [list]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another number of rows moves what is seen
  useLayoutEffect(() => looking.current(), [count]);

  const isDrawn = (index: number) => (index >= seen.from && index < seen.to) || Math.abs(index - at) <= 1;
  const pieces: Piece[] = [];
  for (let index = 0; index < count; index += 1) {
    const last = pieces.at(-1);
    if (isDrawn(index)) pieces.push({ kind: "row", index });
    else if (last?.kind === "room")
      pieces[pieces.length - 1] = { ...last, height: last.height + heightOf(index) };
    else pieces.push({ kind: "room", from: index, height: heightOf(index) - gap });
  }
  return pieces;
}
