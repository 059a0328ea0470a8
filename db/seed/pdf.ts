/** A page of A4 by its lines: a heading first, then lines of text, or a table's cells each in a column of its own. */
export type PdfPage = readonly (string | readonly string[])[];

const top = 780;
const left = 64;
const columnWidth = 150;

/** A real PDF of plain pages, in the fonts that every viewer has (ISO 32000-1, 7.5 on the file's structure and 9.6.2.2
 * on the standard fonts). */
export function pdfOf(pages: readonly PdfPage[]): Uint8Array {
  const font = (name: string) =>
    `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  // 1 is the catalogue, 2 the list of pages, 3 and 4 the fonts; then each page and what is on it.
  const numberOf = (page: number) => 5 + 2 * page;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${pages.map((_, page) => `${numberOf(page)} 0 R`).join(" ")}] /Count ${pages.length} >>`,
    font("Times-Roman"),
    font("Times-Bold"),
    ...pages.flatMap((page, index) => {
      const drawn = drawnPage(page, index + 1, pages.length);
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${numberOf(index) + 1} 0 R >>`,
        `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
      ];
    }),
  ];
  return fileOf(objects);
}

function drawnPage(page: PdfPage, number: number, of: number): string {
  const lines = page.flatMap((line, row) => {
    const cells = typeof line === "string" ? [line] : line;
    const size = row === 0 ? "/F2 15" : "/F1 11";
    return cells.map((cell, column) => drawn(cell, size, left + column * columnWidth, top - row * 20));
  });
  return [...lines, drawn(`${number} / ${of}`, "/F1 9", 290, 40)].join("\n");
}

const drawn = (text: string, font: string, x: number, y: number): string =>
  `BT ${font} Tf ${x} ${y} Td (${inWinAnsi(text)}) Tj ET`;

/** Typographic marks have places of their own in the encoding of Windows; one code unit stands for one byte here. */
const places: Readonly<Record<string, string>> = {
  "–": "\x96",
  "—": "\x97",
  "‘": "\x91",
  "’": "\x92",
  "“": "\x93",
  "”": "\x94",
  "…": "\x85",
};
const inWinAnsi = (text: string): string =>
  text.replace(/[–—‘’“”…]/gu, (mark) => places[mark] ?? mark).replace(/[\\()]/g, "\\$&");

/** The objects one after the other, and the table of where each begins. */
function fileOf(objects: readonly string[]): Uint8Array {
  let text = "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n";
  const starts = objects.map((object, index) => {
    const start = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const table = starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text + end, "latin1"));
}
