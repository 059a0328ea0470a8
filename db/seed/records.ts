import type { NewEvidence } from "@/domain/quote-rules";
import { type Channel, type GroundRule, type OccasionKind, secondsOf } from "@/domain/quotes";
import type { Statement } from "@/domain/sourcing";
import type { SeedDocument } from "./documents";
import type { StaffName } from "./people";
import type { SourceName } from "./sources";

/** An occasion in the demonstration. `day` counts from today: -1 is yesterday. Quotes of one source that
 * describe it alike were said on the same occasion. */
export type SeedOccasion = {
  readonly kind: OccasionKind;
  readonly channel: Channel | null;
  readonly day: number;
  readonly place: string;
  readonly groundRule: GroundRule;
};

/** Evidence, and the document itself where there is one to be opened. */
export type SeedEvidence = NewEvidence & { readonly document?: SeedDocument };

/** A quote in the demonstration. Whoever writes the story puts it down; `checkedBy` and `confirmedBy` take it up the
 * ladder of verification. */
export type SeedQuote = {
  readonly source: SourceName;
  readonly occasion: SeedOccasion;
  readonly verbatim: string;
  readonly translation?: string;
  readonly language?: string;
  readonly groundRule?: GroundRule;
  readonly statement?: Statement;
  readonly evidence: readonly SeedEvidence[];
  readonly checkedBy?: readonly [who: StaffName, against: string];
  readonly confirmedBy?: readonly [who: StaffName, against: string];
  readonly note?: string;
};

const occasion =
  (kind: OccasionKind, fixed: Channel | null) =>
  (day: number, place = "", groundRule: GroundRule = "on_record"): SeedOccasion => ({
    kind,
    channel: fixed,
    day,
    place,
    groundRule,
  });

export const inPerson = occasion("interview", "in_person");
export const byPhone = occasion("interview", "phone");
export const byVideo = occasion("interview", "video");
export const byEmail = occasion("interview", "email");
export const pressConference = occasion("press_conference", "in_person");
export const statement = occasion("statement", "email");
export const onAir = occasion("broadcast", null);
export const inWriting = occasion("document", "writing");
export const posted = occasion("post", null);
export const reported = occasion("earlier_report", null);

const nothing = { text: "", href: "", startsAt: null, page: "" };

/** A recording and where in it the words are: "04:12". */
export const recording = (code: string, text: string): NewEvidence => ({
  ...nothing,
  kind: "recording",
  text,
  startsAt: secondsOf(code),
});
export const notes = (text: string): NewEvidence => ({ ...nothing, kind: "notes", text });
export const paper = (text: string, page = "", document?: SeedDocument): SeedEvidence => ({
  ...nothing,
  kind: "document",
  text,
  page,
  ...(document && { document }),
});
export const link = (href: string, text = ""): NewEvidence => ({ ...nothing, kind: "link", text, href });
