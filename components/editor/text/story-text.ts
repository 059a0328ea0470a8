import type { Node } from "@tiptap/pm/model";
import type { Body } from "@/domain/body/body";
import type { Words } from "@/domain/words";

export type Fields = Omit<Words, "body">;

/** The one document of the page: what is on screen, and the one place where a change of it is told to the rest.
 * The body is held as the editor's own immutable node, so that a keystroke costs nothing here. */
export class StoryText {
  private held: Fields;
  private body: Node | Body;
  private readonly listeners = new Set<() => void>();
  private readonly onChange = new Set<() => void>();
  /** Goes up when the text on screen is replaced as a whole: by a newer revision, or by one kept on this device. */
  replaced = 0;

  constructor(words: Words) {
    const { body, ...fields } = words;
    this.held = fields;
    this.body = body;
  }

  get fields(): Fields {
    return this.held;
  }

  /** The words on screen at this moment, as a save carries them. */
  words(): Words {
    const body = "toJSON" in this.body ? (this.body.toJSON() as Body) : this.body;
    return { ...this.held, body };
  }

  change(fields: Partial<Fields>): void {
    this.held = { ...this.held, ...fields };
    this.changed();
  }

  changeBody(body: Node): void {
    this.body = body;
    this.changed();
  }

  /** The editor reads what it was given into a node of its own: the same text, and no change. */
  adoptBody(body: Node): void {
    this.body = body;
  }

  /** Puts another text on screen. The editor is told to show `words.body` by whoever calls this. */
  replace(words: Words): void {
    const { body, ...fields } = words;
    this.held = fields;
    this.body = body;
    this.replaced += 1;
    for (const listener of this.listeners) listener();
  }

  /** Calls back after every change that a person makes. */
  readonly whenChanged = (listener: () => void): (() => void) => {
    this.onChange.add(listener);
    return () => this.onChange.delete(listener);
  };

  /** For components: calls back when a field, not the body, may have changed. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private changed(): void {
    for (const listener of this.onChange) listener();
    for (const listener of this.listeners) listener();
  }
}
