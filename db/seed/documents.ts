import type { Actor } from "@/domain/people";
import { keepEvidence } from "@/server/evidence";
import { type PdfPage, pdfOf } from "./pdf";

/** A document that the demonstration has on file, and not by its title alone. */
export type SeedDocument = { readonly title: string; readonly pages: readonly PdfPage[] };

const canes = (place: string, first: number): PdfPage => [
  `Appendix: readings ${place}`,
  "Height of the ground at each cane, in millimetres, spring and autumn.",
  ["Cane", "Spring", "Autumn"],
  ...Array.from({ length: 24 }, (_, row) => [
    String(first + row),
    String(152 + ((row * 37) % 61)),
    String(171 + ((row * 41) % 67)),
  ]),
];

/** Six pages, with the table that the story quotes on the last of them. */
export const marshSurvey: SeedDocument = {
  title: "Survey of the Sallow marsh, autumn round",
  pages: [
    [
      "Survey of the Sallow marsh",
      "Autumn round, fifth year after the bank was opened",
      "Sallow Field Station",
      "",
      "The ground was measured at 140 canes, twice, by two people who did not",
      "see each other’s figures. Where they differed by more than 5 mm, both",
      "went back.",
    ],
    canes("on the old pasture", 1),
    canes("along the bank", 25),
    canes("at the gap", 49),
    canes("along the creeks", 73),
    [
      "Table 2: gain since the bank was opened",
      "By where the canes stand. sd: standard deviation. n: number of canes.",
      "",
      "Whole marsh: 20.4 cm, sd 6, n = 140",
      "Creek margins: 27 cm, sd 4, n = 38",
      "Old pasture: 18 cm, sd 5, n = 71",
      "Foot of the bank: 16 cm, sd 5, n = 31",
    ],
  ],
};

const towns = ["Saltby", "Fenmouth", "Oosterhaven", "Quay Lane", "Marram", "Level Farm", "Sallow"];

/** Fourteen pages; the last lists what the harbour wall story turns on. */
export const budgetAnnex: SeedDocument = {
  title: "Coastal budget, annex C",
  pages: [
    ["Coastal budget", "Annex C: assets and who maintains them", "", "Published by the Ministry"],
    ...Array.from(
      { length: 12 },
      (_, page): PdfPage => [
        `Annex C, part ${page + 1}`,
        ["Asset", "Town", "Yearly, in thousands"],
        ...towns.map((town, row) => [
          ["Sluice", "Groyne", "Sea wall", "Slipway"][(page + row) % 4] ?? "",
          town,
          String(20 + ((page * 7 + row * 13) % 90)),
        ]),
      ],
    ),
    [
      "Annex C, part 13",
      "Not in the totals above:",
      "",
      "Tidewater gates (2): assets for which a maintaining authority is to be",
      "determined",
    ],
  ],
};

/** Keeps a document as a person of the newsroom would send it in. Answers its id. */
export async function keepDocument(by: Actor, { title, pages }: SeedDocument): Promise<string> {
  const body = new Blob([new Uint8Array(pdfOf(pages))]).stream();
  const kept = await keepEvidence(by, title, body);
  if (!kept.ok) throw new Error(`the document “${title}” was refused: ${kept.why}`);
  return kept.value.id;
}
