import { ok, type Result, refuse } from "../result";
import { type Body, type BodyNode, bodyLimits } from "./body";
import { bodySchema, kitAttributes } from "./schema";

type Why = "body_unreadable" | "too_long" | "unsafe_link";

/** Judges JSON that came from anywhere: its size, its depth, every node, mark and attribute.
 * What passes is the document as the schema reads it, and nothing else that the sender put in. */
export function checkBody(json: unknown): Result<Body, Why> {
  const measured = measure(json);
  if (measured) return refuse(measured);
  try {
    const document = bodySchema.nodeFromJSON(json);
    document.check();
    if (document.type.name !== "doc") return refuse("body_unreadable");
    return ok(document.toJSON() as Body);
  } catch {
    return refuse("body_unreadable");
  }
}

/** Parses the text that a browser sent and judges it. */
export function parseBody(text: string): Result<Body, Why> {
  if (text.length > bodyLimits.bytes) return refuse("too_long");
  try {
    return checkBody(JSON.parse(text));
  } catch {
    return refuse("body_unreadable");
  }
}

/** Walks without recursion, so that a deep body cannot exhaust the stack before it is refused. */
function measure(json: unknown): Why | null {
  const waiting: { node: unknown; depth: number }[] = [{ node: json, depth: 1 }];
  let nodes = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next;
    if (!isNode(node) || depth > bodyLimits.depth) return "body_unreadable";
    if (node.type !== "text") nodes += 1;
    if (nodes > bodyLimits.nodes) return "too_long";
    const fault = faultOf(node);
    if (fault) return fault;
    for (const child of node.content ?? []) waiting.push({ node: child, depth: depth + 1 });
  }
  return null;
}

function faultOf(node: BodyNode): Why | null {
  if (node.text !== undefined && !isStorable(node.text)) return "body_unreadable";
  for (const value of Object.values(node.attrs ?? {})) {
    if (typeof value === "string" && !isStorable(value)) return "body_unreadable";
  }
  if (!holds(node.type, node.attrs)) return "body_unreadable";
  for (const mark of node.marks ?? []) {
    if (!holds(mark.type, mark.attrs)) return mark.type === "link" ? "unsafe_link" : "body_unreadable";
  }
  return null;
}

const holds = (type: string, attrs: BodyNode["attrs"]) => kitAttributes[type]?.(attrs ?? {}) ?? true;

/** Text that Postgres can keep byte for byte: no U+0000, no half of a surrogate pair. */
export const isStorable = (text: string): boolean => !text.includes("\u0000") && text.isWellFormed();

function isNode(value: unknown): value is BodyNode {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const node = value as Record<string, unknown>;
  return (
    typeof node.type === "string" &&
    (node.text === undefined || typeof node.text === "string") &&
    (node.content === undefined || Array.isArray(node.content)) &&
    (node.attrs === undefined || node.attrs === null || typeof node.attrs === "object") &&
    (node.marks === undefined || (Array.isArray(node.marks) && node.marks.every(isMark)))
  );
}

const isMark = (value: unknown) =>
  typeof value === "object" && value !== null && typeof (value as Record<string, unknown>).type === "string";
