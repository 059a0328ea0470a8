import { useSyncExternalStore } from "react";
import { lineIn, lineNames, type SuggestedLine } from "@/domain/review/suggested-lines";
import type { StoryText } from "../text/story-text";
import type { SuggestingView } from "./suggesting";

type Props = {
  line: SuggestedLine;
  /** Said with it, where several lines stand close together. */
  named?: boolean;
  text: StoryText;
  view: SuggestingView;
};

/** What is suggested for a line around the story, below it: a field shows one wording at a time. */
export function LineSuggested({ line, named = false, text, view: { list, proposal } }: Props) {
  const shown = proposal?.text ?? text;
  const words = useSyncExternalStore(
    shown.subscribe,
    () => lineIn(shown.fields, line),
    () => lineIn(shown.fields, line),
  );
  const look = "m-0 -mt-1 mb-3 font-ui text-[13.5px] leading-[1.45] text-ink-2 [overflow-wrap:anywhere]";
  const name = named ? `${sentence(lineNames[line])}: ` : "";
  if (proposal) {
    const was = lineIn(text.fields, line);
    return words === was ? null : (
      <p className={look}>
        {name}
        {name ? "in place of " : "In place of "}
        {was ? <del className="suggested-out">{was}</del> : "nothing"}
      </p>
    );
  }
  return list
    .filter((each) => each.field === line && each.span)
    .map((each) => (
      <p key={each.id} className={look}>
        {name}
        <bdi>{each.by}</bdi> suggests: {each.out ? <del className="suggested-out">{each.out}</del> : null}{" "}
        {each.in ? <ins className="suggested-in">{each.in}</ins> : "left out"}
      </p>
    ));
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
