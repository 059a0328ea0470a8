import type { KeyboardEvent } from "react";

/** Takes the focus from a card to the one above or below it, or to the same height of the nearest column beside it that
 * has cards. Says whether the key was one of these. */
export function focusBeside(event: KeyboardEvent): boolean {
  const card = (event.target as HTMLElement).closest<HTMLElement>("[data-card]");
  const columns = [...document.querySelectorAll<HTMLElement>("section:has(> ul > [data-card])")];
  const here = columns.findIndex((column) => card && column.contains(card));
  const step = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key];
  if (!card || here < 0 || !step) return false;
  const [across = 0, down = 0] = step;
  const cardsOf = (column: HTMLElement | undefined) => [
    ...(column?.querySelectorAll<HTMLElement>("[data-card]") ?? []),
  ];
  const at = cardsOf(columns[here]).indexOf(card);
  const target = cardsOf(columns[here + across]);
  target[Math.min(at + down, across ? target.length - 1 : at + down)]
    ?.querySelector<HTMLElement>("h3 a")
    ?.focus();
  return true;
}
