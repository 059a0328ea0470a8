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
  /** Somebody who may see the quote, and neither recorded it nor wrote a story that shows it. */
  | "a second person"
  /** Whoever brought in the source or the words, and editors. */
  | "a source's keeper"
  /** Whoever brought the picture in, and editors. */
  | "a picture's keeper"
  /** Whoever sealed the name; to read it also those they granted it to. No role brings it. */
  | "a name's keeper"
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
  amend: "editor",
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
  suggest: "a story's staff",
  decideSuggestion: "a story's staff",
  decideSuggestions: "a story's staff",
  noteReading: "a story's staff",
  makePreview: "editor",
  revokePreview: "editor",
  invitePerson: "admin",
  withdrawInvite: "admin",
  changePerson: "admin",
  handOverStories: "admin",
  resetFactor: "admin",
  saveSecurity: "admin",
  beginFactor: "staff",
  confirmFactor: "staff",
  renewCodes: "staff",
  removeFactor: "staff",
  makePasswordLink: "admin",
  saveMailSettings: "admin",
  sendTestMail: "admin",
  settleLetters: "admin",
  readNotifications: "staff",
  chooseNotifications: "staff",
  endSessions: "staff",
  changeOwnPassword: "staff",
  saveFrontPage: "editor",
  moderateReplies: "editor",
  answerReader: "editor",
  banReader: "editor",
  liftBan: "editor",
  saveReplyRules: "admin",
  setForReaders: "editor",
  savePaper: "admin",
  saveHouseRules: "admin",
  saveAppeal: "admin",
  saveMastodonHosts: "admin",
  savePolicies: "admin",
  addHeadingNamed: "admin",
  renameHeadingTo: "admin",
  retireOrTakeUpHeading: "admin",
  setSectionLanguageTo: "admin",
  takeHeadingAway: "admin",
  orderSectionsAs: "admin",
  setUp: "holder of a code",
  joinStaff: "holder of a code",
  chooseNewPassword: "holder of a code",
  askForNewPassword: "anyone",
  saveQuote: "staff",
  verifyQuote: "a second person",
  disputeQuote: "a story's staff",
  closeTask: "editor",
  mergeSources: "editor",
  undoMerge: "editor",
  quoteRecords: "staff",
  quotesOf: "staff",
  findSources: "staff",
  occasionsOf: "staff",
  saveSource: "staff",
  changeOccasion: "a source's keeper",
  attest: "another editor",
  seal: "a source's keeper",
  reveal: "a name's keeper",
  grantName: "a name's keeper",
  endGrant: "a name's keeper",
  destroyName: "a name's keeper",
  findPictures: "staff",
  changePicture: "a picture's keeper",
  weigh: "a story's staff",
  agree: "another editor",
  saveReply: "a story's staff",
  logConditionAsked: "a source's keeper",
  publishDocument: "editor",
  withdrawDocument: "editor",
};

/** Handlers, by method and address. */
export const rightsOfHandlers: Readonly<Record<string, Right>> = {
  "PUT /desk/stories/[id]/text": "a story's staff",
  "GET /desk/stories/[id]/latest": "a story's staff",
  "POST /desk/stories/[id]/presence": "a story's staff",
  "GET /desk/live": "staff",
  "GET /desk/notifications/unread": "staff",
  "GET /desk/trail/export": "editor",
  // A picture of a story under a preview link; to whoever holds no such link it is not there.
  "GET /desk/preview/[token]/media/[file]": "anyone",
  "POST /desk/media": "staff",
  "POST /desk/evidence": "staff",
  "GET /desk/evidence/[evidence]": "a story's staff",
  "GET /documents/[document]": "anyone",
  "GET /desk/media/[file]": "staff",
  "GET /media/[file]": "anyone",
  "POST /desk/sign-out": "anyone",
  "POST /api/auth/[...nextauth]": "anyone",
  "GET /[section]/feed.atom": "anyone",
  "GET /[section]/feed.json": "anyone",
  "GET /[section]/feed.xml": "anyone",
  "GET /[section]/[slug]/ninjs": "anyone",
  "GET /by/[person]/feed.atom": "anyone",
  "GET /by/[person]/feed.json": "anyone",
  "GET /by/[person]/feed.xml": "anyone",
  "GET /topic/[topic]/feed.atom": "anyone",
  "GET /topic/[topic]/feed.json": "anyone",
  "GET /topic/[topic]/feed.xml": "anyone",
  "GET /feed.atom": "anyone",
  "GET /feed.json": "anyone",
  "GET /feed.xml": "anyone",
  "GET /manifest.webmanifest": "anyone",
  "GET /news-sitemap.xml": "anyone",
  "GET /oembed": "anyone",
  "GET /api/stories": "anyone",
  "GET /api/stories/[story]": "anyone",
  "GET /replies": "anyone",
  "POST /replies": "anyone",
  "GET /robots.txt": "anyone",
  "GET /support": "anyone",
  "GET /sitemap-pages.xml": "anyone",
  "GET /sitemap-stories.xml": "anyone",
  "GET /sitemap.xml": "anyone",
};
