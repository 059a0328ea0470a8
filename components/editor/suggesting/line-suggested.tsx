import { useSyncExternalStore } from "react";
import type { StoryText } from "../text/story-text";
import type { SuggestingView } from "./suggesting";

/** What is suggested for a line above the story, below it: a field shows one wording at a time. */
export function LineSuggested({
  field,
  text,
  view: { list, proposal },
}: {
  field: "headline" | "standfirst";
  text: StoryText;
  view: SuggestingView;
}) {
  const shown = proposal?.text ?? text;
  const words = useSyncExternalStore(
    shown.subscribe,
    () => shown.fields[field],
    () => shown.fields[field],
  );
  const look = "m-0 -mt-1 mb-3 font-ui text-[13.5px] leading-[1.45] text-ink-2 [overflow-wrap:anywhere]";
  if (proposal) {
    const was = text.fields[field];
    return words === was ? null : (
      <p className={look}>In place of {was ? <del className="suggested-out">{was}</del> : "nothing"}</p>
    );
  }
  return list
    .filter((each) => each.field === field && each.span)
    .map((each) => (
      <p key={each.id} className={look}>
        <bdi>{each.by}</bdi> suggests: {each.out ? <del className="suggested-out">{each.out}</del> : null}{" "}
        {each.in ? <ins className="suggested-in">{each.in}</ins> : "left out"}
      </p>
    ));
}
