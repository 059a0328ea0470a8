import { newId } from "@/db/schema/columns";
import type { NewSource } from "@/domain/quote-rules";
import type { SourceKind } from "@/domain/quotes";

type Known = Omit<NewSource, "id">;

const named = (kind: SourceKind, name: string, role = "", organisation = ""): Known => ({
  kind,
  name,
  role,
  organisation,
  unnamed: false,
  publicDescription: "",
  unnamedReason: "",
  credibility: "",
});
const person = (name: string, role: string, organisation = "") => named("person", name, role, organisation);

/** An unnamed source. The desk knows them by a bird's name. */
const unnamed = (pseudonym: string, description: string, reason: string, credibility: string): Known => ({
  ...named("person", pseudonym),
  unnamed: true,
  publicDescription: description,
  unnamedReason: reason,
  credibility,
});

/** Everybody and everything that speaks in the Record. All invented. */
const known = {
  lindqvist: person("Marta Lindqvist", "mayor of Tidewater"),
  amari: person("Davit Amari", "resident of Chandler Street"),
  okoro: person("Grace Okoro", "leader of Saltby Council"),
  penhale: person("Jory Penhale", "clerk to the coastal councils"),
  ministry: named("organisation", "Ministry for the Coast"),
  annex: named("document", "Coastal budget, annex C", "", "Ministry for the Coast"),
  official: unnamed(
    "Turnstone",
    "A senior official with knowledge of the budget",
    "they were not authorised to discuss it",
    "They have taken part in the talks on the budget and showed the Record papers from them.",
  ),
  deckhand: unnamed(
    "Kittiwake",
    "A deckhand who worked the night crossings in October",
    "they fear for their job",
    "They showed the Record their own work log for nine weeks, which agrees with the rosters.",
  ),
  hoyt: person("Capt. Lena Hoyt", "harbour pilot"),
  pascoe: person("Idris Pascoe", "harbour pilot"),
  authority: named("organisation", "Sallow Harbour Authority"),
  gauge: named("dataset", "Depth soundings of the Sallow channel", "", "Sallow Harbour Authority"),
  radio: named("broadcast", "Morning Tide", "", "Radio Tidewater"),
  ravn: person("Elspeth Ravn", "director of the coast"),
  thorne: person("Malcolm Thorne", "chair of the coastal scrutiny committee"),
  ferries: named("organisation", "Sallow Line"),
  bassey: person("Ruth Bassey", "operations manager", "Sallow Line"),
  // The same, as another reporter put her down from the foot of an e-mail: the two are merged.
  basseyTwice: person("R. Bassey", "operations", "Sallow Line"),
  union: person("Callum Dray", "regional organiser", "Seafarers’ Association"),
  rosters: named("document", "Crew rosters, October", "", "Sallow Line"),
  nurse: person("Anwen Lisle", "night nurse", "Saltby Infirmary"),
  brandt: person("Dr Ola Brandt", "ecologist", "Sallow Field Station"),
  grazier: person("Peter Hollow", "grazier on the marsh"),
  marshsurvey: named("dataset", "Sallow marsh elevation survey", "", "Sallow Field Station"),
  seals: person("Mina Harrow", "survey leader", "Sallow Field Station"),
  librarian: person("Joan Quill", "head librarian", "Coopers Row library"),
  borrower: person("Sefton Marsh", "fisherman"),
  councillor: person("Bridie Cole", "councillor for the Quays"),
  zwart: person("Willemijn Zwart", "wethouder for water, Oosterhaven"),
  engineer: person("Rik Daalder", "site engineer"),
  courier: named("publication", "The Marram Courier"),
  manager: person("Dom Achterberg", "manager", "Tidewater Athletic"),
  captain: person("Leila Brand", "captain", "Tidewater Athletic"),
  saltbyclub: named("account", "@saltbytown", "", "Saltby Town Football Club"),
  judge: person("Judge Miriam Calloway", "Marram County Court"),
  harbourmaster: person("Owen Strake", "harbour master", "Sallow Harbour Authority"),
  campaigner: person("Petra Lund", "secretary", "Friends of the Sallow"),
  judgment: named("document", "Judgment in Friends of the Sallow v Sallow Harbour Authority"),
  mender: person("Hester Vane", "net-mender"),
  apprentice: person("Tobias Ferrow", "apprentice net-mender"),
  swimmer: person("Nell Carrow", "winter swimmer"),
  plate: named("document", "Plate inside the lighthouse", "1861", "Gannet Rock"),
  keeper: person("Agnes Toll", "last keeper of Gannet Rock"),
  lakes: named("organisation", "Marram Environmental Health"),
} as const satisfies Record<string, Known>;
export type SourceName = keyof typeof known;

/** The library of sources, each with the id that it gets with its first quote. */
export const library = (): Readonly<Record<SourceName, NewSource>> =>
  Object.fromEntries(
    Object.entries(known).map(([key, source]) => [key, { ...source, id: newId() }]),
  ) as Record<SourceName, NewSource>;

/** Pseudonyms of unnamed sources, which readers must never meet. */
export const pseudonyms: readonly string[] = Object.values(known)
  .filter((source) => source.unnamed)
  .map((source) => source.name);
