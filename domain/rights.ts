/** Who may call an action or a handler at all. What they may do to one record is decided by the rules behind it, on the
 * row: a "story's staff" are those who may see the story. Every action and handler has its row here, and a test fails
 * on one without; another calls each of them directly as everybody. */
export type Right =
  /** Anybody, signed in or not. */
  | "anyone"
  /** Anybody signed in. */
  | "staff"
  /** Those who may see the story: its authors, and editors. */
  | "a story's staff"
  | "editor"
  /** An editor who is not an author of the story, or did not bring in the source or quote. */
  | "another editor"
  | "admin"
  /** Whoever holds a one-time code or link that is still good. */
  | "holder of a code";

/** Actions, by the name they have in `app/actions`. */
export const rightsOfActions: Readonly<Record<string, Right>> = {
  createStory: "staff",
  sendForReview: "a story's staff",
  sendBack: "another editor",
  approve: "another editor",
  schedule: "editor",
  unschedule: "editor",
  publish: "editor",
  correct: "editor",
  withdraw: "editor",
  putBack: "editor",
  restore: "a story's staff",
  overrideCheck: "admin",
  assign: "editor",
  setEmbargo: "editor",
  addNote: "a story's staff",
  openThread: "a story's staff",
  comment: "a story's staff",
  resolveThread: "a story's staff",
  invitePerson: "admin",
  withdrawInvite: "admin",
  changePerson: "admin",
  endSessions: "staff",
  changeOwnPassword: "staff",
  saveFrontPage: "editor",
  moderateReply: "editor",
  savePaper: "admin",
  saveHouseRules: "admin",
  saveAppeal: "admin",
  savePolicies: "admin",
  addHeadingNamed: "admin",
  renameHeadingTo: "admin",
  takeHeadingAway: "admin",
  orderSectionsAs: "admin",
  setUp: "holder of a code",
  joinStaff: "holder of a code",
  saveQuote: "staff",
  verifyQuote: "staff",
  quoteRecords: "staff",
  quotesOf: "staff",
  findSources: "staff",
  occasionsOf: "staff",
};

/** Handlers, by method and address. */
export const rightsOfHandlers: Readonly<Record<string, Right>> = {
  "PUT /desk/stories/[id]/text": "a story's staff",
  "POST /desk/media": "staff",
  "GET /desk/media/[file]": "staff",
  "GET /media/[file]": "anyone",
  "POST /desk/sign-out": "anyone",
  "POST /api/auth/[...nextauth]": "anyone",
  "GET /[section]/feed.atom": "anyone",
  "GET /[section]/feed.json": "anyone",
  "GET /[section]/feed.xml": "anyone",
  "GET /feed.atom": "anyone",
  "GET /feed.json": "anyone",
  "GET /feed.xml": "anyone",
  "GET /manifest.webmanifest": "anyone",
  "GET /news-sitemap.xml": "anyone",
  "GET /replies": "anyone",
  "POST /replies": "anyone",
  "GET /robots.txt": "anyone",
  "GET /sitemap.xml": "anyone",
};
