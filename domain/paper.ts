import { type AppealManner, defaultAppealManner } from "./appeal";
import type { CheckName } from "./checks/names";
import type { Breaking } from "./front-page";
import { defaultNewsletter, type NewsletterRules } from "./newsletter";
import { type GroundRule, groundRuleMeanings } from "./quotes";
import { defaultReplyRules, type ReplyRules } from "./reply-rules";
import type { UnnamedApproval, UnnamedUse } from "./sourcing";

/** What a newsroom decides for itself. Kept in one row; public, so nothing confidential may be put in here. */
export type Paper = {
  name: string;
  tagline: string;
  /** Stands in the masthead in place of the name, which it says in pictures; null for the name itself. */
  logo: Logo | null;
  /** BCP 47, such as "en-GB". */
  language: string;
  /** IANA, such as "Europe/London". Every time on the desk and the site is shown in it. */
  zone: string;
  breaking: Breaking | null;
  appeal: { lead: string; text: string; label: string; href: string } | null;
  /** Where and how often it stands. */
  appealManner: AppealManner;
  newsletter: NewsletterRules;
  house: HouseRules;
  replies: ReplyRules;
  /** Names of Mastodon servers whose posts stories may show. */
  mastodonHosts: readonly string[];
  /** The name that mail from the newsroom comes from; empty for the paper's own. */
  mail: { senderName: string };
  /** Whether everybody on the staff has to have a second factor. */
  security: { demandsSecondFactor: boolean };
  /** Plain text, paragraphs parted by a blank line. */
  policies: Record<PolicyName, string>;
};

/** A picture of the paper's name: the one file is media/{name}-{width}.webp. Pixels. */
export type Logo = { readonly name: string; readonly width: number; readonly height: number };

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
  severity: Partial<Record<CheckName, Severity>>;
  /** Who has to agree to what a story takes from a source it does not name. */
  unnamedApproval: Record<UnnamedUse, UnnamedApproval>;
  /** How this house words a ground rule, where otherwise than the trade. */
  groundRules: Partial<Record<GroundRule, string>>;
  /** Whether what was said off the record may be asked of others. It is never published from the first either way. */
  offRecordElsewhere: boolean;
};
export const severities = ["blocker", "warning", "off"] as const;
export type Severity = (typeof severities)[number];

/** Where houses differ, the stricter. */
export const defaultHouse: HouseRules = {
  quotationWords: 4,
  standfirstCharacters: 160,
  severity: {},
  unnamedApproval: { central: "admin", direct: "editor", supporting: "knows" },
  groundRules: {},
  offRecordElsewhere: false,
};

/** What a ground rule means in this house, as it stands beside every choice of one. */
export const groundRuleMeaning = (
  house: Pick<HouseRules, "groundRules" | "offRecordElsewhere">,
  rule: GroundRule,
): string => {
  const words = house.groundRules[rule] || groundRuleMeanings[rule];
  if (rule !== "off_record") return words;
  return house.offRecordElsewhere
    ? `${words} What was said may be sought from others.`
    : `${words} It may not be used to seek it from others either.`;
};

export const defaultPaper: Paper = {
  name: "Verbatim",
  tagline: "",
  logo: null,
  language: "en-GB",
  zone: "UTC",
  breaking: null,
  appeal: null,
  appealManner: defaultAppealManner,
  newsletter: defaultNewsletter,
  house: defaultHouse,
  replies: defaultReplyRules,
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
