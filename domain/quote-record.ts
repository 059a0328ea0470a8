import type {
  Channel,
  EvidenceKind,
  GroundRule,
  OccasionKind,
  SourceKind,
  StateOfQuote,
  Verification,
} from "./quotes";
import type { Statement } from "./sourcing";

/** A quote as the desk reads it, with its source and its occasion. Never holds a sealed name. */
export type QuoteRecord = {
  readonly id: string;
  readonly verbatim: string;
  readonly translation: string;
  readonly note: string;
  readonly source: SourceRecord;
  readonly occasion: OccasionRecord;
  /** The stricter of the quote's own ground rule and its occasion's. */
  readonly groundRule: GroundRule;
  /** Whether the words state a fact or an opinion; null while nobody has said. */
  readonly statement: Statement | null;
  readonly verification: Verification;
  /** Whether the words still stand, or are disputed or retracted. */
  readonly state: StateOfQuote;
  /** The quote's page for readers, /quote/{publicRef}; null before it was published. */
  readonly publicRef: string | null;
  readonly evidence: readonly EvidenceRecord[];
  readonly recordedBy: string;
};

export type SourceRecord = {
  readonly id: string;
  readonly kind: SourceKind;
  /** For an unnamed source the desk's pseudonym. */
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
  readonly slug: string | null;
  readonly unnamed: boolean;
  readonly publicDescription: string;
  readonly unnamedReason: string;
  readonly credibility: string;
  readonly createdBy: string;
  /** Editors who said that they know who this is. */
  readonly attestedBy: readonly string[];
};

export type OccasionRecord = {
  readonly id: string;
  readonly kind: OccasionKind;
  readonly channel: Channel | null;
  /** YYYY-MM-DD in the newsroom's zone. */
  readonly saidOn: string | null;
  readonly place: string;
  readonly groundRule: GroundRule;
};

export type EvidenceRecord = {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly text: string;
  readonly href: string;
  /** Seconds into a recording. */
  readonly startsAt: number | null;
  readonly endsAt?: number | null | undefined;
  readonly page: string;
  readonly archiveHref?: string | undefined;
  readonly fileId?: string | null | undefined;
  readonly file?: EvidenceFile | null | undefined;
};

/** A file of evidence: /desk/evidence/{name} for those who may have it. */
export type EvidenceFile = {
  readonly id: string;
  readonly name: string;
  readonly kind: "recording" | "document";
  readonly type: string;
  readonly title: string;
  /** The name of the copy that readers may open, /documents/{name}; null while there is none. */
  readonly publicName: string | null;
};

/** Whether readers may not be told the name: an unnamed source, or words that were not on the record. */
export const isWithheld = (record: Pick<QuoteRecord, "source" | "groundRule">): boolean =>
  record.source.unnamed || record.groundRule !== "on_record";
