import type { Node } from "@tiptap/pm/model";
import { EditorState, TextSelection } from "@tiptap/pm/state";
import type { Editor } from "@tiptap/react";
import type { Body } from "@/domain/body/body";
import { type Lines, lineChange, lineIn, pictureOf, suggestedLines } from "@/domain/review/suggested-lines";
import {
  linesBetween,
  lineWith,
  type Suggested,
  suggestionsBetween,
  withSuggested,
} from "@/domain/review/suggested-text";
import type { Words } from "@/domain/words";
import { savesBeforeSignOut } from "../saving/before-sign-out";
import type { StorySaver } from "../saving/story-saver";
import { applyBody } from "../text/apply-words";
import { changeFromOutside } from "../text/outside-change";
import { bodyOf, StoryText } from "../text/story-text";
import { StoryUndo } from "../text/story-undo";
import { KeptSuggestions } from "./kept-suggestions";
import { type OpenSuggestion, openSuggestions } from "./send-suggestions";
import { showSuggested } from "./suggested-shown";
import { type Keeping, SuggestionSaver } from "./suggestion-saver";

export type SuggestingView = {
  /** The text as this person would have it, while they suggest by typing; else null. */
  readonly proposal: { readonly text: StoryText; readonly undo: StoryUndo } | null;
  readonly list: readonly OpenSuggestion[];
  readonly keeping: Keeping;
};

/** Suggesting by typing. What is typed then stands in a text of its own, over the story's, which nobody changes; what
 * differs between the two is kept as this person's suggestions. The editor shows one of the two texts, each with its own
 * steps of undo. */
export class Suggesting {
  private view: SuggestingView;
  private readonly listeners = new Set<() => void>();
  private editor: Editor | null = null;
  /** The editor as it stood over the story's text, while it shows the other. */
  private plain: EditorState | null = null;
  /** Suggestions that the text on screen is made of, as they were last kept. */
  private kept = new Map<string, Suggested>();
  private readonly keeper: SuggestionSaver;
  /** What an earlier page could not send. */
  readonly returned: KeptSuggestions;

  constructor(
    private readonly story: { readonly id: string; readonly userId: string },
    private readonly text: StoryText,
    private readonly saver: StorySaver,
    list: readonly OpenSuggestion[],
  ) {
    this.view = { proposal: null, list, keeping: { how: "kept" } };
    this.returned = new KeptSuggestions(story, () => this.refresh());
    this.keeper = new SuggestionSaver(
      story,
      () => this.typed(),
      () => this.madeOf(),
      (ids, made) => {
        this.kept = new Map(ids.flatMap((id, at) => (made[at] ? [[id, made[at]]] : [])));
      },
      () => this.set({ keeping: this.keeper.current() }),
    );
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly current = (): SuggestingView => this.view;
  readonly isKept = (): boolean => this.keeper.isKept();

  attach(editor: Editor): () => void {
    this.editor = editor;
    this.draw();
    const leave = () => this.keeper.leave();
    const online = () => void this.keeper.flush();
    const hidden = () => document.visibilityState === "hidden" && this.keeper.hide();
    const guard = (event: BeforeUnloadEvent) => !this.keeper.isSafe() && event.preventDefault();
    const letGo = this.keeper.holdCopy();
    const stopReturning = this.returned.start();
    const stopSaving = savesBeforeSignOut(async () => ({ ok: await this.keeper.flush() }));
    window.addEventListener("pagehide", leave);
    window.addEventListener("online", online);
    document.addEventListener("visibilitychange", hidden);
    window.addEventListener("beforeunload", guard);
    return () => {
      leave();
      letGo();
      stopReturning();
      stopSaving();
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("online", online);
      document.removeEventListener("visibilitychange", hidden);
      window.removeEventListener("beforeunload", guard);
      this.editor = null;
    };
  }

  /** What the editor holds has changed under somebody's hands. */
  changed(doc: Node): void {
    this.view.proposal?.text.changeBody(doc);
  }

  /** From now on what is typed is suggested. The story's text has to be saved as it stands on screen. */
  begin(): void {
    const { editor } = this;
    if (!editor || this.view.proposal || editor.view.composing) return;
    const { state } = editor.view;
    const own = this.view.list.filter((each) => each.byId === this.story.userId);
    const inBody = own.filter((each) => each.field === "body");
    const { doc, left } = withSuggested(state.doc, inBody);
    const words = this.text.words();
    const text = new StoryText({ ...this.linesWith(words, own), body: bodyOf(doc) });
    text.adoptBody(doc);
    text.whenChanged(() => this.keeper.changed());
    const standing = [
      ...own.filter((each) => each.field !== "body" && each.span),
      ...inBody.filter((_, index) => !left.includes(index)),
    ];
    this.kept = new Map(standing.map((each) => [each.id, each]));
    this.plain = state;
    const at = Math.min(state.selection.head, doc.content.size);
    const selection = TextSelection.near(doc.resolve(at));
    editor.view.updateState(EditorState.create({ doc, plugins: state.plugins, selection }));
    this.keeper.begin();
    this.set({ proposal: { text, undo: new StoryUndo(text) } });
    this.draw();
  }

  /** Back to the story's text. Answers false, and stays, while something that was suggested is not kept. */
  async end(): Promise<boolean> {
    if (!this.view.proposal) return true;
    if (!(await this.keeper.flush())) return false;
    await this.refresh();
    if (!this.keeper.isKept()) return this.end();
    if (this.editor && this.plain) this.editor.view.updateState(this.plain);
    this.plain = null;
    this.kept = new Map();
    this.set({ proposal: null });
    this.draw();
    return true;
  }

  /** Reads anew what is open. One of this person's that somebody has decided on leaves the text as it was typed. */
  async refresh(): Promise<void> {
    const open = await openSuggestions(this.story.id);
    if (!open) return;
    const here = new Set(open.suggestions.map((each) => each.id));
    const decided = [...this.kept].filter(([id]) => !here.has(id));
    for (const each of open.suggestions) {
      const was = this.kept.get(each.id);
      if (was) this.kept.set(each.id, { ...was, place: each.place });
    }
    this.set({ list: open.suggestions });
    if (this.view.proposal && decided.length > 0) {
      for (const [id] of decided) this.kept.delete(id);
      this.lay(decided.map(([, each]) => each));
    }
    this.draw();
  }

  /** A change of the story's text that comes from elsewhere. While somebody suggests, their suggestions are laid over the
   * new text, each where its words are now. */
  aside(change: () => void): void {
    const { editor, plain } = this;
    const { proposal } = this.view;
    if (!editor || !plain || !proposal) {
      change();
      this.draw();
      return;
    }
    const suggesting = editor.view.state;
    const typed = suggestionsBetween(plain.doc, suggesting.doc);
    const before = this.text.words();
    proposal.undo.unheard(() => {
      editor.view.updateState(plain);
      change();
      this.plain = editor.view.state;
      editor.view.updateState(suggesting);
    });
    this.layOver(typed, before);
  }

  /** Tells the marks in the text what they are drawn from. */
  draw(): void {
    const { editor } = this;
    if (!editor || editor.isDestroyed) return;
    const base = this.view.proposal ? (this.plain?.doc ?? null) : null;
    const { list } = this.view;
    changeFromOutside(editor, ({ tr }) => showSuggested(tr, { base, list, userId: this.story.userId }));
  }

  /** The text as typed without these suggestions. */
  private lay(without: readonly Suggested[]): void {
    const { editor, plain } = this;
    if (!editor || !plain) return;
    const typed = suggestionsBetween(plain.doc, editor.state.doc);
    const left = lessOf(typed, without);
    const { proposal } = this.view;
    for (const each of without) {
      if (!proposal || each.field === "body") continue;
      const { fields } = proposal.text;
      if (lineIn(fields, each.field) !== each.replacement) continue;
      const wording = lineIn(this.text.fields, each.field);
      const change = lineChange(fields, each.field, wording);
      proposal.text.replace({ ...proposal.text.words(), ...change }, { undoable: false });
    }
    this.layOver(left, this.text.words());
  }

  private layOver(typed: readonly Suggested[], before: Lines): void {
    const { editor, plain } = this;
    const { proposal } = this.view;
    if (!editor || !plain || !proposal) return;
    const { doc } = withSuggested(plain.doc, typed);
    applyBody(editor, doc.toJSON() as Body, { undoable: false });
    const { fields } = proposal.text;
    let laid = { ...this.text.words(), body: proposal.text.words().body };
    for (const line of suggestedLines) {
      const isTyped = lineIn(fields, line) !== lineIn(before, line);
      // What was typed of a picture is not said of another that has come in its place.
      if (isTyped && pictureOf(fields, line) === pictureOf(laid, line))
        laid = { ...laid, ...lineChange(laid, line, lineIn(fields, line)) };
    }
    proposal.text.replace(laid, { undoable: false });
    proposal.text.adoptBody(editor.state.doc);
    this.draw();
  }

  /** The story's words with this person's suggestions in the lines around the text. */
  private linesWith(words: Words, own: readonly OpenSuggestion[]): Words {
    let made = words;
    for (const each of own) {
      if (each.field === "body") continue;
      const wording = lineWith(made, each.field, each);
      if (wording !== null) made = { ...made, ...lineChange(made, each.field, wording) };
    }
    return made;
  }

  private typed() {
    const { proposal } = this.view;
    if (!proposal || !this.plain || !this.editor) return null;
    const { base: revision } = this.saver.current().autosave;
    return { revision, seen: [...this.kept.keys()], words: proposal.text.words() };
  }

  private madeOf(): Suggested[] {
    const { plain, editor } = this;
    const { proposal } = this.view;
    if (!proposal || !plain || !editor) return [];
    const inLines = linesBetween(this.text.words(), proposal.text.words());
    return [...inLines, ...suggestionsBetween(plain.doc, editor.state.doc)];
  }

  private set(view: Partial<SuggestingView>): void {
    this.view = { ...this.view, ...view };
    for (const listener of this.listeners) listener();
  }
}

/** The suggestions without these. Of several that say the same the nearest to where each was is meant: the text may have
 * grown since. */
function lessOf(typed: readonly Suggested[], without: readonly Suggested[]): Suggested[] {
  const left = [...typed];
  for (const one of without) {
    const distance = (each: Suggested) => Math.abs((each.place ?? 0) - (one.place ?? 0));
    const [nearest] = left
      .filter(
        (each) =>
          each.field === one.field && each.passage === one.passage && each.replacement === one.replacement,
      )
      .sort((a, b) => distance(a) - distance(b));
    if (nearest) left.splice(left.indexOf(nearest), 1);
  }
  return left;
}
