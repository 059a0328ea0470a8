import { closeHistory } from "@tiptap/pm/history";
import { ReplaceStep } from "@tiptap/pm/transform";
import { useCallback, useState, useSyncExternalStore } from "react";
import { decideSuggestion, decideSuggestions } from "@/app/actions/suggestions";
import { useAnnounce } from "@/components/desk/announcer";
import { useCommand } from "@/components/desk/use-command";
import { suggestionName } from "@/components/review/suggestions";
import { lineChange, lineIn, lineNames, type SuggestedLine } from "@/domain/review/suggested-lines";
import { showInText } from "../quote-work";
import { latestText } from "../saving/latest-text";
import type { StoryOnDesk } from "../story";
import type { useWriting } from "../use-writing";
import { itemAt, itemsIn, type SuggestedItem } from "./suggested-items";

type Verdict = "accepted" | "rejected";

const notSaved =
  "Your text is not saved yet, so nothing was decided. See what stands in the way, and try again.";
const notKept =
  "What you suggested last is not saved yet, so this page stays as it is. It is tried again and again.";

/** Going through the suggested edits of a story and deciding on them, where its text is written. */
export function useSuggestionWork(
  story: StoryOnDesk,
  userId: string,
  writing: ReturnType<typeof useWriting>,
  showLine: (line: SuggestedLine) => void,
) {
  const announce = useAnnounce();
  const { suggesting, editor, text, saver, reading, put, setDeciding, mayWrite } = writing;
  const view = useSyncExternalStore(suggesting.subscribe, suggesting.current, suggesting.current);
  const [chosen, setChosen] = useState<string | null>(null);
  const one = useCommand(decideSuggestion);
  const all = useCommand(decideSuggestions);
  const isOn = view.proposal !== null;

  const itemsNow = () => (editor ? itemsIn(editor, suggesting.current(), userId, text.fields) : []);
  const goTo = (item: SuggestedItem | undefined) => {
    if (!item || !editor) return;
    setChosen(item.key);
    if (item.piece) showInText(editor, { from: item.piece.from, to: item.piece.to });
    else if (item.field !== "body") showLine(item.field);
    announce(spoken(item));
  };
  const go = (step: 1 | -1) => {
    if (!editor) return;
    const items = itemsNow();
    if (items.length === 0) return announce("Nothing is suggested.");
    const at = itemAt(editor, items, chosen);
    const isOnIt = items[at]?.key === chosen || step < 0;
    goTo(items[(at + (isOnIt ? step : 0) + items.length) % items.length]);
  };

  const turn = useCallback(async () => {
    if (suggesting.current().proposal) {
      if (!(await suggesting.end())) return announce(notKept);
      reading.soon();
      announce("You write in the text again.");
      return;
    }
    // What they suggested in a page that ended is in the text from the start.
    await suggesting.returned.looked();
    // What is on screen has to be a text that the newsroom has.
    if (mayWrite && !(await saver.flush()).ok) return announce(notSaved);
    suggesting.begin();
    reading.soon();
    announce("You are suggesting: the text stays as it is until your suggestions are accepted.");
  }, [suggesting, announce, mayWrite, saver, reading]);

  const takeBack = ({ piece, field }: SuggestedItem) => {
    const { proposal } = suggesting.current();
    if (field !== "body")
      proposal?.text.change(lineChange(proposal.text.fields, field, lineIn(text.fields, field)));
    else if (piece?.taken && editor) {
      const { from, to, slice } = piece.taken;
      editor.view.dispatch(closeHistory(editor.state.tr).step(new ReplaceStep(from, to, slice)));
    }
    announce("Taken back.");
  };

  /** Decides in the newsroom, and brings the text here to what came of it. While words are put into the text there, none
   * can be typed here: they would be typed over a text that is another one by then. */
  const settle = useCallback(
    async (
      verdict: Verdict,
      decideThere: () => Promise<{ value: { decided: number; gone: number } } | null>,
    ) => {
      if (verdict === "rejected") {
        const made = await decideThere();
        await suggesting.refresh();
        return made?.value;
      }
      const hadFocus = editor?.isFocused;
      setDeciding(true);
      try {
        if (!(await saver.flush()).ok) return announce(notSaved);
        const made = await decideThere();
        const latest = await latestText(story.id, saver.current().autosave.base);
        if (latest && latest.revision > saver.current().autosave.base && put(latest.words, true))
          saver.tookTheirs(latest);
        return made?.value;
      } finally {
        setDeciding(false);
        if (hadFocus) queueMicrotask(() => editor?.commands.focus());
        await suggesting.refresh();
      }
    },
    [editor, setDeciding, saver, announce, story.id, put, suggesting],
  );
  const decide = async (verdict: Verdict, given?: SuggestedItem) => {
    if (!editor) return;
    const items = itemsNow();
    const item = given ?? items[itemAt(editor, items, chosen)];
    if (!item) return announce("Nothing is suggested.");
    if (item.isHere) {
      if (verdict === "rejected") return takeBack(item);
      return announce("Turn Suggest off to accept or reject. Its author decides on it.");
    }
    if (isOn) return announce("Turn Suggest off to accept or reject.");
    if (!mayWrite) return announce("Whoever has the pen decides here.");
    const id = item.suggestion?.id;
    if (!id) return;
    const after = items[items.indexOf(item) + 1];
    if (!(await settle(verdict, () => one.run({ id, verdict })))) return;
    setChosen(after?.key ?? null);
    announce(`${suggestionName(item)}: ${verdict}.`);
  };
  const decideAll = async (verdict: Verdict) => {
    const made = await settle(verdict, () => all.run({ id: story.id, verdict }));
    if (!made) return;
    const left = made.gone > 0 ? ` ${made.gone} could not be: the words are gone.` : "";
    announce(`${made.decided === 1 ? "1 suggestion" : `${made.decided} suggestions`} ${verdict}.${left}`);
  };

  return {
    view,
    isOn,
    chosen,
    turn,
    go,
    decide,
    decideAll,
    mayDecide: mayWrite,
    pending: one.pending || all.pending,
    error: one.error ?? all.error,
  };
}
export type SuggestionWork = ReturnType<typeof useSuggestionWork>;

const spoken = (item: SuggestedItem): string => {
  const by = item.suggestion ? ` by ${item.suggestion.by}` : "";
  const put = item.out && item.in ? ` In its place “${item.in}”.` : item.in ? "" : " Left out.";
  const where = item.field === "body" ? "" : ` In the ${lineNames[item.field]}.`;
  return `${suggestionName(item)}${by}.${where}${put}${[item.suggestion?.picture, item.suggestion?.quotation].map((said) => (said ? ` ${said}` : "")).join("")}`;
};
