const hidden =
  "[hidden], [aria-hidden=true], [style*='display:none' i], [style*='display: none' i], .sr-only, .visually-hidden";
/** Controls of a web page, Word's comments, and what a tracked change took out. */
const junk =
  "nav, button, form, select, textarea, noscript, template, dialog, del, .MsoCommentReference, [style*='mso-comment-' i], [style*='mso-element:comment' i], [style*='mso-element: comment' i]";

/** Takes what is no part of a text out of pasted HTML, and puts structure where it is only drawn. It reads the HTML into a
 * document of its own, in which nothing runs and nothing loads; what the schema does not know it drops itself. */
export function tidyPaste(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const element of body.querySelectorAll(`${hidden}, ${junk}`)) element.remove();
  // A picture of another site does not come along, so neither does what was written under it.
  for (const caption of body.querySelectorAll("figure:not([data-picture], [data-provider]) figcaption")) {
    caption.remove();
  }
  for (const quote of body.querySelectorAll("q")) quote.replaceWith("“", ...quote.childNodes, "”");
  for (const link of body.querySelectorAll<HTMLAnchorElement>("a[href]")) unwrapLink(link);
  for (const list of body.querySelectorAll("ul > ul, ul > ol, ol > ul, ol > ol")) {
    list.previousElementSibling?.matches("li") && list.previousElementSibling.append(list);
  }
  for (const table of body.querySelectorAll("table")) linesOfTable(table);
  for (const block of body.querySelectorAll("p, div, li, td")) splitAtBreaks(block);
  return body.innerHTML;
}

/** Links out of a mail or a search go by way of Google's own address. */
function unwrapLink(link: HTMLAnchorElement): void {
  const href = link.getAttribute("href") ?? "";
  if (!URL.canParse(href)) return;
  const { hostname, pathname, searchParams } = new URL(href);
  const meant = searchParams.get("q") ?? searchParams.get("url");
  if (/^(www\.)?google\.[a-z.]{2,6}$/.test(hostname) && pathname === "/url" && meant) {
    link.setAttribute("href", meant);
  }
}

/** A row of a table becomes a line, its cells parted; a table that only lays out a page is left as the blocks it holds. */
function linesOfTable(table: Element): void {
  const rows = [...table.querySelectorAll("tr")];
  const cells = rows.flatMap((row) => [...row.querySelectorAll("td, th")]);
  const isPlain = (cell: Element) =>
    cell.querySelectorAll("p, div").length <= 1 &&
    !cell.querySelector("table, ul, ol, h1, h2, h3, h4, h5, h6");
  if (table.parentElement?.closest("table") || !cells.every(isPlain)) return;
  const lines = rows.map((row) => {
    const line = document.implementation.createHTMLDocument().createElement("p");
    for (const [index, cell] of [...row.querySelectorAll("td, th")].entries()) {
      if (index > 0) line.append(" · ");
      line.append(...(cell.querySelector("p, div") ?? cell).childNodes);
    }
    return line;
  });
  table.replaceWith(...lines.filter((line) => line.textContent.trim()));
}

/** Two line breaks in a row draw a new paragraph. */
function splitAtBreaks(block: Element): void {
  const isBreak = (node: Node | undefined) => node instanceof HTMLBRElement || node?.nodeName === "BR";
  const isBlank = (node: Node) => node.nodeType === Node.TEXT_NODE && !node.textContent?.trim();
  const nodes = [...block.childNodes].filter(
    (node, index, all) => !isBlank(node) || !isBreak(all[index - 1]),
  );
  const at = nodes.findIndex((node, index) => isBreak(node) && isBreak(nodes[index + 1]));
  if (at < 0) return;
  const paragraph = block.ownerDocument.createElement("p");
  const rest = block.ownerDocument.createElement("p");
  paragraph.append(...nodes.slice(0, at));
  rest.append(...nodes.slice(nodes.findIndex((node, index) => index > at && !isBreak(node))));
  if (block.matches("li, td")) block.replaceChildren(paragraph, rest);
  else block.replaceWith(paragraph, rest);
  splitAtBreaks(rest);
}
