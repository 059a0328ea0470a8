/** A block that plain text draws with spaces and dashes. `lines` are the lines within one paragraph. */
export type PlainBlock =
  | { readonly kind: "paragraph"; readonly lines: readonly string[] }
  | {
      readonly kind: "list";
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly string[];
    };

const bullet = /^\s*[-*•·–]\s+(?=\S)/;
const number = /^\s*(\d{1,3})[.)]\s+(?=\S)/;

/** Reads plain text as whoever wrote it meant it. Where blank lines part the paragraphs, a line that ends within one does
 * so because a mail program broke it, or because it is short on purpose, as in an address; where there are none, each
 * line is a paragraph. Lines that begin with a dash, a dot or a number are lists. */
export function blocksInPlain(text: string): PlainBlock[] {
  const lines = text
    .replace(/\r\n?/g, "\n")
    .replace(/[\t\v\f]/g, " ")
    .split("\n");
  const hasBlankLines = /\n[ \t]*\n/.test(text.replace(/\r\n?/g, "\n").trim());
  const blocks: PlainBlock[] = [];
  let open: string[] = [];
  const close = () => {
    if (open.length > 0) blocks.push({ kind: "paragraph", lines: isBroken(open) ? [joined(open)] : open });
    open = [];
  };
  for (let at = 0; at < lines.length; at += 1) {
    const list = listFrom(lines, at);
    if (list) {
      close();
      blocks.push(list.block);
      at = list.last;
      continue;
    }
    const line = (lines[at] ?? "").trim();
    if (line) open.push(line);
    if (!line || !hasBlankLines) close();
  }
  close();
  return blocks;
}

/** Two lines or more that begin alike. One alone may be speech: "– Never, she said." */
function listFrom(lines: readonly string[], from: number): { block: PlainBlock; last: number } | null {
  const first = lines[from] ?? "";
  const sign = bullet.test(first) ? bullet : number.test(first) ? number : null;
  if (!sign) return null;
  let last = from;
  while (sign.test(lines[last + 1] ?? "")) last += 1;
  if (last === from) return null;
  const start = sign === number ? Number(number.exec(first)?.[1] ?? 1) : 1;
  const items = lines.slice(from, last + 1).map((line) => line.replace(sign, "").trim());
  return { block: { kind: "list", ordered: sign === number, start, items }, last };
}

/** Broken by a program: every line but the last is about as long as the longest, and that is as wide as a mail. */
function isBroken(lines: readonly string[]): boolean {
  const inner = lines.slice(0, -1);
  const longest = Math.max(...lines.map((line) => line.length));
  return (
    inner.length > 0 && longest >= 50 && longest <= 100 && inner.every((line) => line.length > longest - 25)
  );
}

const joined = (lines: readonly string[]) => lines.join(" ");
