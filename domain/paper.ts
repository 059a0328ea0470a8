import type { CheckName } from "./checks/names";

/** What a newsroom decides for itself. Kept in one row; public, so nothing confidential may be put in here. */
export type Paper = {
  name: string;
  tagline: string;
  /** BCP 47, such as "en-GB". */
  language: string;
  /** IANA, such as "Europe/London". Every time on the desk and the site is shown in it. */
  zone: string;
  breaking: { text: string; href: string } | null;
  appeal: { lead: string; text: string; label: string; href: string } | null;
  house: HouseRules;
  /** Names of Mastodon servers whose posts stories may show. */
  mastodonHosts: readonly string[];
  /** The name that mail from the newsroom comes from; empty for the paper's own. */
  mail: { senderName: string };
  /** Whether everybody on the staff has to have a second factor. */
  security: { demandsSecondFactor: boolean };
  /** Plain text, paragraphs parted by a blank line. */
  policies: Record<PolicyName, string>;
};

export const policyNames = [
  "about",
  "corrections",
  "unnamed-sources",
  "verification",
  "ethics",
  "ownership",
] as const;
export type PolicyName = (typeof policyNames)[number];
export const policyTitles: Record<PolicyName, string> = {
  about: "About us",
  corrections: "How we correct",
  "unnamed-sources": "Unnamed sources",
  verification: "How we verify quotes",
  ethics: "Ethics",
  ownership: "Who owns us",
};

export type HouseRules = {
  /** A quotation of this many words or more has to be tied to a quote. */
  quotationWords: number;
  /** A standfirst longer than this is cut by search pages. */
  standfirstCharacters: number;
  /** Checks that this house treats otherwise than the default. */
  severity: Partial<Record<CheckName, "blocker" | "warning" | "off">>;
};

export const defaultHouse: HouseRules = { quotationWords: 4, standfirstCharacters: 160, severity: {} };

export const defaultPaper: Paper = {
  name: "Verbatim",
  tagline: "",
  language: "en-GB",
  zone: "UTC",
  breaking: null,
  appeal: null,
  house: defaultHouse,
  mastodonHosts: [],
  mail: { senderName: "" },
  security: { demandsSecondFactor: false },
  policies: {
    about: "",
    corrections: "",
    "unnamed-sources": "",
    verification: "",
    ethics: "",
    ownership: "",
  },
};
