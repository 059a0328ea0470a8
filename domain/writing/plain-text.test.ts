import fc from "fast-check";
import { expect, it } from "vitest";
import { blocksInPlain } from "./plain-text";

const drawn = (text: string) =>
  blocksInPlain(text).map((block) =>
    block.kind === "paragraph"
      ? block.lines.join("⏎")
      : `${block.ordered ? `${block.start}#` : "•"} ${block.items.join(" | ")}`,
  );

it.each([
  ["One line", ["One line"]],
  ["One\nTwo\r\nThree", ["One", "Two", "Three"]],
  ["One.\n\nTwo.\n \nThree.", ["One.", "Two.", "Three."]],
  [
    "The council has voted to send the bill for the harbour wall to the\nministry, which has until Friday to say whether it will pay, or to\nname a date.\n\nIt did not.",
    [
      "The council has voted to send the bill for the harbour wall to the ministry, which has until Friday to say whether it will pay, or to name a date.",
      "It did not.",
    ],
  ],
  [
    "Harbour Office\n1 Quay Lane\nTidewater\n\nDear all",
    ["Harbour Office⏎1 Quay Lane⏎Tidewater", "Dear all"],
  ],
  ["Needed:\n- sandbags\n- pumps\nBy Friday", ["Needed:", "• sandbags | pumps", "By Friday"]],
  ["3. Gates\n4. Wall", ["3# Gates | Wall"]],
  ["– Never, she said.\n\nHe left.", ["– Never, she said.", "He left."]],
  ["1990. That was the year.", ["1990. That was the year."]],
  ["  \n\n ", []],
])("%j", (text, blocks) => {
  expect(drawn(text)).toEqual(blocks);
});

it("loses no word, whatever comes (law)", () => {
  const line = fc.stringMatching(/^[ab .\-*1)]{0,70}$/);
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const words = (text: string) => text.match(/[ab]+/g) ?? [];
      expect(words(drawn(lines.join("\n")).join("\n"))).toEqual(words(lines.join("\n")));
    }),
  );
});
