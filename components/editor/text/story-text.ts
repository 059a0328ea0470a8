import type { Node } from "@tiptap/pm/model";
import type { Body, BodyNode } from "@/domain/body/body";
import type { Words } from "@/domain/words";

export type Fields = Omit<Words, "body">;

/** The editor's nodes never change, so each block is turned into JSON once, however often the text is saved or read. */
const blocks = new WeakMap<Node, BodyNode>();
function blockOf(node: Node): BodyNode {
  const known = blocks.get(node);
  if (known) return known;
  // The kit's type is the same JSON.
  const made = node.toJSON() as BodyNode;
  blocks.set(node, made);
  return made;
}

/** A document of the editor as a body. Blocks that have not changed are the very same objects as before. */
export const bodyOf = (doc: Node): Body => ({ type: "doc", content: doc.children.map(blockOf) });

/** The one document of the page: what is on screen, and the one place where a change of it is told to the rest.
 * The body is held as the editor's own immutable node, so that a keystroke costs nothing here. */
export class StoryText {
  private held: Fields;
  private body: Node | Body;
  /** The words as they were last asked for, until something changes. */
  private asked: Words | null = null;
  private readonly listeners = new Set<() => void>();
  private readonly onChange = new Set<() => void>();
  private readonly onFields = new Set<(before: Partial<Fields>, after: Partial<Fields>) => void>();
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

  /** The words on screen at this moment, as a save carries them: the same object as long as nothing has changed. */
  words(): Words {
    this.asked ??= { ...this.held, body: "toJSON" in this.body ? bodyOf(this.body) : this.body };
    return this.asked;
  }

  change(fields: Partial<Fields>): void {
    this.tellFields(fields);
    this.asked = null;
    this.held = { ...this.held, ...fields };
    this.changed();
  }

  changeBody(body: Node): void {
    this.asked = null;
    this.body = body;
    this.changed();
  }

  /** The editor reads what it was given into a node of its own: the same text, and no change. */
  adoptBody(body: Node): void {
    this.asked = null;
    this.body = body;
  }

  /** Puts another text on screen. The editor is told to show `words.body` by whoever calls this. */
  replace(words: Words, { undoable }: { readonly undoable: boolean }): void {
    const { body, ...fields } = words;
    if (undoable) this.tellFields(fields);
    this.asked = null;
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

  /** Calls back before a change of fields, with what they were and what they become. */
  readonly whenFieldsChange = (
    listener: (before: Partial<Fields>, after: Partial<Fields>) => void,
  ): (() => void) => {
    this.onFields.add(listener);
    return () => this.onFields.delete(listener);
  };

  /** For components: calls back when a field, not the body, may have changed. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private tellFields(fields: Partial<Fields>): void {
    const names = Object.keys(fields) as (keyof Fields)[];
    const differing = names.filter(
      (name) => JSON.stringify(this.held[name]) !== JSON.stringify(fields[name]),
    );
    if (differing.length === 0) return;
    const [before, after] = [this.held, fields].map((from) =>
      Object.fromEntries(differing.map((name) => [name, from[name]])),
    );
    for (const listener of this.onFields) listener(before ?? {}, after ?? {});
  }

  private changed(): void {
    for (const listener of this.onChange) listener();
    for (const listener of this.listeners) listener();
  }
}
