import { redoDepth, undoDepth } from "@tiptap/pm/history";
import type { Transaction } from "@tiptap/pm/state";
import type { Editor } from "@tiptap/react";
import type { Fields, StoryText } from "./story-text";

/** One step back: in the body, in the fields above and beside it, or in both. */
type Step = { readonly fields: FieldStep | null; readonly body: boolean };
type FieldStep = { readonly before: Partial<Fields>; readonly after: Partial<Fields>; readonly at: number };

/** What the editor's own undo marks its changes with. */
const historyName = "history$";

/** Milliseconds within which letters typed into one field are one step. */
const typedTogether = 1_000;

/** Undo over everything that is saved with a story. The editor keeps the steps of the body; here stands in which order
 * they and the changes of the fields were made, so that one key takes them back one after the other. */
export class StoryUndo {
  private editor: Editor | null = null;
  private done: Step[] = [];
  private undone: Step[] = [];
  private applying = false;

  constructor(private readonly text: StoryText) {}

  attach(editor: Editor): () => void {
    this.editor = editor;
    this.count();
    const stopFields = this.text.whenFieldsChange((before, after) => this.fieldsChanged(before, after));
    const follow = ({ transaction }: { transaction: Transaction }) =>
      transaction.docChanged && this.count(Boolean(transaction.getMeta(historyName)));
    editor.on("transaction", follow);
    return () => {
      stopFields();
      editor.off("transaction", follow);
      this.editor = null;
    };
  }

  undo(): boolean {
    return this.move(this.done, this.undone, "before", (editor) => editor.commands.undo());
  }

  redo(): boolean {
    return this.move(this.undone, this.done, "after", (editor) => editor.commands.redo());
  }

  /** All that is changed within is taken back in one step. */
  together(change: () => void): void {
    const before = this.done.length;
    change();
    const made = this.done.splice(before);
    const fields = made.flatMap((step) => step.fields ?? []);
    if (made.length === 0) return;
    this.done.push({
      body: made.some((step) => step.body),
      fields: fields.length > 0 ? fields.reduce(joined) : null,
    });
  }

  /** What is changed within is another text's, shown in the same editor for a moment: it is no step of this one. */
  unheard(change: () => void): void {
    this.applying = true;
    try {
      change();
    } finally {
      this.applying = false;
    }
  }

  /** The fields were replaced by somebody else's: what was typed before would undo theirs. */
  forgetFields(): void {
    this.done = this.done.flatMap((step) => (step.body ? [{ body: true, fields: null }] : []));
    this.undone = this.undone.flatMap((step) => (step.body ? [{ body: true, fields: null }] : []));
  }

  private move(
    from: Step[],
    to: Step[],
    side: "before" | "after",
    inBody: (editor: Editor) => boolean,
  ): boolean {
    const step = from.at(-1);
    if (!step || !this.editor) return false;
    this.applying = true;
    try {
      if (step.body) inBody(this.editor);
      if (step.fields) this.text.change(step.fields[side]);
    } finally {
      this.applying = false;
    }
    from.pop();
    to.push(step);
    this.count();
    return true;
  }

  private fieldsChanged(before: Partial<Fields>, after: Partial<Fields>): void {
    if (this.applying) return;
    const made = { before, after, at: Date.now() };
    const last = this.done.at(-1);
    const names = Object.keys(after).join();
    const goesOn =
      last?.fields &&
      !last.body &&
      Object.keys(last.fields.after).join() === names &&
      made.at - last.fields.at < typedTogether;
    if (goesOn) this.done[this.done.length - 1] = { body: false, fields: joined(last.fields, made) };
    else this.done.push({ body: false, fields: made });
    this.undone = [];
  }

  /** Holds the list against the editor's own count: whatever made or took back a step there, a key, a menu of the
   * browser, a shaken telephone. */
  private count(isHistory = false): void {
    if (!this.editor || this.applying) return;
    const { state } = this.editor;
    const bodies = (steps: readonly Step[]) => steps.filter((step) => step.body).length;
    const [undo, redo] = [undoDepth(state), redoDepth(state)];
    if (!isHistory && bodies(this.done) < undo) this.undone = [];
    while (bodies(this.undone) < redo) this.undone.push(this.takeBody(this.done) ?? bodyStep);
    while (bodies(this.done) < undo) this.done.push(this.takeBody(this.undone) ?? bodyStep);
    // The editor lets go of its oldest steps.
    while (bodies(this.done) > undo) this.takeOldest(this.done);
    while (bodies(this.undone) > redo) this.takeOldest(this.undone);
  }

  private takeOldest(from: Step[]): void {
    from.splice(
      from.findIndex((step) => step.body),
      1,
    );
  }

  private takeBody(from: Step[]): Step | null {
    const at = from.findLastIndex((step) => step.body);
    return at < 0 ? null : (from.splice(at, 1)[0] ?? null);
  }
}

const bodyStep: Step = { body: true, fields: null };

const joined = (first: FieldStep, second: FieldStep): FieldStep => ({
  before: { ...second.before, ...first.before },
  after: { ...first.after, ...second.after },
  at: second.at,
});
