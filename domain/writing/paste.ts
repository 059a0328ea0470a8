/** Mends HTML from Word, Google Docs and the web before the schema reads it. Structure is put back where those programs
 * only draw it; what the schema does not know is left to the schema, which drops it. */
export function mendPaste(html: string): string {
  return mendLists(withoutJunk(html))
    .replace(/<(\/?)h1\b/gi, "<$1h2")
    .replace(/<(\/?)h[456]\b/gi, "<$1h3");
}

function withoutJunk(html: string): string {
  return (
    html
      .replace(/<!--\[if !supportLists\]-->|<!\[if !supportLists\]>/gi, "")
      .replace(/<!--\[endif\]-->|<!\[endif\]>/gi, "")
      .replace(/<!--[\s\S]*?-->/g, "")
      .replace(/<(style|script|xml|head|title|svg|math)\b[\s\S]*?<\/\1\s*>/gi, "")
      .replace(/<\/?o:p\b[^>]*>/gi, "")
      // Pictures come as files or not at all. The schema would drop these too; the browser would complain of them first.
      .replace(/<(img|iframe|object|embed|svg|math|video|audio|source)\b[^>]*>/gi, "")
      .replace(/<[^>]*>/g, (tag) => tag.replace(/[\s/]on\w+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, ""))
      // An empty line between paragraphs is how Word and Docs draw a space; paragraphs here have their own.
      .replace(/<p\b[^>]*>(?:\s|&nbsp;|\u00a0|<br[^>]*>|<\/?span\b[^>]*>)*<\/p>/gi, "")
      .replace(/(<\/(?:p|h[1-6]|ul|ol|blockquote)>)\s*(?:<br[^>]*>\s*)+/gi, "$1")
  );
}

type Line = { level: number; ordered: boolean; start: number; html: string };

const listLine = /<p\b(?=[^>]*mso-list:\s*l\d+\s+level(\d+))[^>]*>([\s\S]*?)<\/p>/gi;

/** Word's lists arrive as paragraphs that begin with a drawn bullet or number. */
function mendLists(html: string): string {
  let mended = "";
  let at = 0;
  let lines: Line[] = [];
  const flush = () => {
    if (lines.length > 0) mended += listOf(lines);
    lines = [];
  };
  for (const match of html.matchAll(listLine)) {
    const between = html.slice(at, match.index);
    if (between.trim() !== "") {
      flush();
      mended += between;
    }
    lines.push(lineOf(Math.min(9, Number(match[1])), match[2] ?? ""));
    at = match.index + match[0].length;
  }
  flush();
  return mended + html.slice(at);
}

function lineOf(level: number, inner: string): Line {
  const marker = markerOf(inner);
  const drawn = plain(marker.text);
  const ordered = /^\(?(?:\d+|[a-z]{1,4})[.)]/i.test(drawn);
  const number = Number.parseInt(drawn.replace(/^\(/, ""), 10);
  return { level, ordered, start: Number.isNaN(number) ? 1 : number, html: marker.rest.trim() };
}

/** The drawn marker stands in a span of its own, with further spans inside. */
function markerOf(inner: string): { text: string; rest: string } {
  const opening = /<span\b[^>]*mso-list:\s*ignore[^>]*>/i.exec(inner);
  if (!opening) {
    const drawn = /^(?:\s|&nbsp;|<[^>]+>)*([·•§o–-]|\(?(?:\d+|[a-z]{1,4})[.)])(?:\s|&nbsp;|\u00a0)+/i.exec(
      inner,
    );
    return drawn ? { text: drawn[1] ?? "", rest: inner.slice(drawn[0].length) } : { text: "", rest: inner };
  }
  const from = opening.index + opening[0].length;
  let depth = 1;
  for (const tag of inner.slice(from).matchAll(/<(\/?)span\b[^>]*>/gi)) {
    depth += tag[1] ? -1 : 1;
    if (depth === 0) {
      const end = from + tag.index;
      return {
        text: inner.slice(from, end),
        rest: inner.slice(0, opening.index) + inner.slice(end + tag[0].length),
      };
    }
  }
  return { text: "", rest: inner };
}

const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, "")
    .replace(/&nbsp;|\u00a0/g, " ")
    .trim();

function listOf(lines: readonly Line[]): string {
  let html = "";
  const open: Line[] = [];
  const close = () => {
    html += `</li></${open.pop()?.ordered ? "ol" : "ul"}>`;
  };
  for (const line of lines) {
    while ((open.at(-1)?.level ?? 0) > line.level) close();
    const here = open.at(-1);
    if (here?.level === line.level && here.ordered === line.ordered) html += "</li>";
    else {
      if (here?.level === line.level) close();
      html += line.ordered ? `<ol${line.start > 1 ? ` start="${line.start}"` : ""}>` : "<ul>";
      open.push(line);
    }
    html += `<li><p>${line.html}</p>`;
  }
  while (open.length > 0) close();
  return html;
}
