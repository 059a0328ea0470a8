import { getSchema, Mark, Node } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";
import { isId } from "../ids";
import { isEmbed } from "./embeds";
import { isSafeLink } from "./links";

/** A validator that the editor's core runs on an attribute whenever JSON becomes a document. It throws, as the core asks. */
function must(holds: (value: unknown) => boolean, what: string) {
  return (value: unknown) => {
    if (!holds(value)) throw new RangeError(what);
  };
}

const isPlain = (most: number) => (value: unknown) => typeof value === "string" && value.length <= most;
const isIdOrNull = (value: unknown) => value === null || isId(value);
const isOneOf =
  (...allowed: unknown[]) =>
  (value: unknown) =>
    allowed.includes(value);

/** A quotation's words, tied to the record of the quote. Two pieces of one quote carry the same id. */
const quoteMark = Mark.create({
  name: "quote",
  inclusive: false,
  // A passage is tied to a quote or is none; it is never both.
  excludes: "quote notQuotation",
  addAttributes() {
    return {
      quoteId: {
        default: null,
        validate: must(isId, "a quote is named by its id"),
        parseHTML: (element) => element.getAttribute("data-quote"),
        renderHTML: (attributes) => ({ "data-quote": attributes.quoteId }),
      },
    };
  },
  parseHTML: () => [
    {
      tag: "span[data-quote]",
      getAttrs: (element) => (isId(element.getAttribute("data-quote")) ? null : false),
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ["span", HTMLAttributes, 0],
});

/** Words in quotation marks of which the reporter says: a title, a term, so-called, nobody's speech. */
const notQuotationMark = Mark.create({
  name: "notQuotation",
  inclusive: false,
  excludes: "quote notQuotation",
  parseHTML: () => [{ tag: "span[data-not-quotation]" }],
  renderHTML: () => ["span", { "data-not-quotation": "" }, 0],
});

/** A quotation set large. Its words are those of one quote; without a quote it does not pass the checks. */
const pullQuoteNode = Node.create({
  name: "pullQuote",
  group: "block",
  content: "text*",
  marks: "",
  defining: true,
  addAttributes() {
    return {
      quoteId: {
        default: null,
        validate: must(isIdOrNull, "a pull quote names a quote or none yet"),
        parseHTML: (element) => {
          const id = element.getAttribute("data-pull-quote");
          return isId(id) ? id : null;
        },
        renderHTML: (attributes) => ({ "data-pull-quote": attributes.quoteId ?? "" }),
      },
    };
  },
  parseHTML: () => [{ tag: "blockquote[data-pull-quote]", priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ["blockquote", HTMLAttributes, 0],
});

const pictureText = (name: string, attribute: string, most: number) => ({
  default: "",
  validate: must(isPlain(most), `${name} is text of at most ${most} characters`),
  parseHTML: (element: HTMLElement) => element.getAttribute(attribute) ?? "",
  renderHTML: (attributes: Record<string, unknown>) => ({ [attribute]: attributes[name] }),
});

/** A picture from the newsroom's own media. Its file is named by id: a picture elsewhere cannot come in. */
export const pictureNode = Node.create({
  name: "picture",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes() {
    return {
      mediaId: {
        default: null,
        validate: must(isId, "a picture is named by its id"),
        parseHTML: (element) => element.getAttribute("data-picture"),
        renderHTML: (attributes) => ({ "data-picture": attributes.mediaId }),
      },
      alt: pictureText("alt", "data-alt", 1_000),
      caption: pictureText("caption", "data-caption", 2_000),
      credit: pictureText("credit", "data-credit", 500),
    };
  },
  parseHTML: () => [
    {
      tag: "figure[data-picture]",
      getAttrs: (element) => (isId(element.getAttribute("data-picture")) ? null : false),
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ["figure", HTMLAttributes],
});

/** Something of somebody else's site, named by provider and id (`embeds.ts`). Whether the parts fit together is asked
 * of all of them at once, in `kitAttributes`. */
export const embedNode = Node.create({
  name: "embed",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes() {
    const named = (attribute: string, fallback: unknown, read: (text: string) => unknown) => ({
      default: fallback,
      parseHTML: (element: HTMLElement) => read(element.getAttribute(`data-${attribute}`) ?? ""),
      renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${attribute}`]: attributes[attribute] }),
    });
    return {
      provider: named("provider", "", String),
      host: named("host", "", String),
      id: named("id", "", String),
      start: named("start", 0, Number),
      caption: pictureText("caption", "data-caption", 500),
    };
  },
  parseHTML: () => [
    {
      tag: "figure[data-provider]",
      getAttrs: (element) => {
        const read = (name: string) => element.getAttribute(`data-${name}`) ?? "";
        const attrs = {
          provider: read("provider"),
          host: read("host"),
          id: read("id"),
          start: Number(read("start")),
        };
        return isEmbed(attrs) ? null : false;
      },
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ["figure", HTMLAttributes],
});

/** A word among colleagues, in the text and not of it: a publication has no kind of block that it could become, and
 * what counts, searches or quotes a text does not read it. */
const internalNoteNode = Node.create({
  name: "internalNote",
  group: "block",
  content: "text*",
  marks: "",
  defining: true,
  parseHTML: () => [{ tag: "aside[data-internal-note]" }],
  renderHTML: () => ["aside", { "data-internal-note": "", role: "note", "aria-label": "Internal note" }, 0],
});

/** All that a story's body may hold, without the behaviour of an editor. The desk extends these, the server validates with them. */
export const bodyExtensions = [
  StarterKit.configure({
    code: false,
    codeBlock: false,
    strike: false,
    underline: false,
    heading: { levels: [2, 3] },
    link: { openOnClick: false, autolink: false, linkOnPaste: true, isAllowedUri: (uri) => isSafeLink(uri) },
  }),
  quoteMark,
  notQuotationMark,
  pullQuoteNode,
  pictureNode,
  embedNode,
  internalNoteNode,
];

/** The schema by which every body is judged, on every write. */
export const bodySchema = getSchema(bodyExtensions);

/** Validators that look at all attributes of a node at once, and those for the editor's own kit, which has none. */
export const kitAttributes: Record<string, (attrs: Record<string, unknown>) => boolean> = {
  embed: (attrs) => isEmbed({ host: "", start: 0, ...attrs }),
  heading: (attrs) => isOneOf(2, 3)(attrs.level),
  orderedList: (attrs) =>
    (attrs.start === undefined || (Number.isSafeInteger(attrs.start) && Number(attrs.start) >= 0)) &&
    isOneOf(undefined, null, "1", "a", "A", "i", "I")(attrs.type),
  link: (attrs) =>
    typeof attrs.href === "string" &&
    isSafeLink(attrs.href) &&
    isOneOf(undefined, null, "_blank")(attrs.target) &&
    isOneOf(undefined, null, "noopener noreferrer nofollow")(attrs.rel) &&
    isOneOf(undefined, null)(attrs.class) &&
    (attrs.title === undefined || attrs.title === null || isPlain(500)(attrs.title)),
};
