/** Every expected reason for which the desk says no. The words below are what a person reads. */
export type Refusal =
  | "not_signed_in"
  | "not_the_writer"
  | "not_found"
  | "not_yours"
  | "editors_only"
  | "admins_only"
  | "own_story"
  | "wrong_stage"
  | "incomplete"
  | "blocked_by_checks"
  | "approval_lapsed"
  | "embargoed"
  | "out_already"
  | "moment_passed"
  | "note_needed"
  | "passage_gone"
  | "decided_already"
  | "not_live"
  | "not_withdrawn"
  | "already_withdrawn"
  | "stale_revision"
  | "body_unreadable"
  | "too_long"
  | "ground_rule_too_wide"
  | "off_the_record"
  | "digest_gone"
  | "digest_empty"
  | "mail_off"
  | "address_taken"
  | "already_there"
  | "never_overridden"
  | "own_source"
  | "own_quote"
  | "no_evidence"
  | "not_granted"
  | "key_missing"
  | "link_spent"
  | "last_admin"
  | "wrong_code"
  | "wrong_password"
  | "own_factor_first"
  | "unsafe_link"
  | "picture_unreadable"
  | "picture_svg"
  | "picture_heic"
  | "picture_avif"
  | "picture_tiff"
  | "picture_too_big"
  | "picture_too_many_pixels"
  | "picture_too_heavy"
  | "picture_live"
  | "picture_wordless"
  | "evidence_unreadable"
  | "evidence_too_big"
  | "document_withheld"
  | "not_your_picture"
  | "still_in_use"
  | "choice_gone"
  | "not_your_quote"
  | "not_your_source"
  | "not_checked"
  | "not_unnamed"
  | "already_gone"
  | "second_factor_demanded"
  | "own_second_factor"
  | "seal_broken"
  | "merged_already"
  | "merge_mixed"
  | "merge_sealed"
  | "merge_unknown"
  | "quote_unseen";

/** A sentence for each refusal: what happened, and what to do. A new refusal without words does not compile. */
export const refusalWords: Record<Refusal, string> = {
  not_signed_in: "You are signed out. Sign in again; what you typed is still here.",
  not_the_writer:
    "Somebody else is signed in in this browser now. The text is not saved under their name: it is kept for whoever typed it.",
  not_found: "That is not here any more, or you may not see it.",
  not_yours: "This story belongs to somebody else. Ask its author or an editor.",
  editors_only: "Only an editor may do this.",
  admins_only: "Only an admin may do this.",
  own_story: "You are an author of this story, so another editor has to do this.",
  wrong_stage: "The story is not at the stage where this is possible. Reload to see where it stands.",
  incomplete: "Something is still missing. See the list of checks for what, and where.",
  blocked_by_checks: "At least one check stands in the way. See the list of checks for what to do.",
  approval_lapsed: "The text, a quote or a source changed after it was approved. It needs approving again.",
  embargoed: "An embargo is still open, so this cannot go out before it ends.",
  out_already:
    "Readers have this story already, so there is nothing that an embargo could hold back. Withdraw it first, or begin the change and set an embargo on that.",
  moment_passed: "That moment has passed, or is before the embargo ends. Choose a later one.",
  note_needed: "Say why in a few words, so that the people concerned know what to do.",
  passage_gone: "Those words are not in the text any more, so nothing was changed. See how it reads now.",
  decided_already: "Somebody has decided on this suggestion already. Reload to see what they decided.",
  not_live: "This story is not live, so there is nothing to do here.",
  not_withdrawn: "This story is not withdrawn.",
  already_withdrawn: "This story is withdrawn already.",
  stale_revision: "Somebody saved a newer text. Yours is kept beside it: open the history to compare.",
  body_unreadable:
    "The text holds something that this newsroom does not know, so it was not saved. Copy it, reload, and paste it as plain text.",
  too_long: "This is longer than the limit. Shorten it or split it in two.",
  ground_rule_too_wide: "A quote cannot be freer than the ground rule of the talk it comes from.",
  off_the_record: "These words are off the record. They may not be put into a story.",
  digest_gone: "The newsletter of that day has gone out already, so nothing was changed.",
  digest_empty:
    "There is no story for it: none of those chosen is live, or nothing was published in the last day.",
  mail_off: "Mail is off: SMTP_URL is not set on the server. Nothing was sent.",
  address_taken: "Another story has, or once had, that address. Choose another.",
  already_there: "That is there already.",
  never_overridden: "Off the record and embargo can never be overridden.",
  own_source: "You brought this source in, so another editor has to say that they know who it is.",
  own_quote: "Whoever recorded or wrote a quote cannot be the one who checks it.",
  no_evidence:
    "There is no evidence on file for this quote. Add a recording, notes, a document or a link first.",
  not_granted: "You have not been granted this name. Ask the person who sealed it.",
  key_missing: "The key to this name is not on this server. Ask whoever runs it.",
  link_spent: "This link has been used or has run out. Ask for a new one.",
  last_admin: "This is the only admin. Make somebody else an admin first.",
  wrong_code: "That code is not right, or it has been used.",
  wrong_password: "That is not your password. Nothing was changed.",
  own_factor_first:
    "Set up a second factor of your own first, on your account page: from then on nobody without one gets in.",
  unsafe_link: "Links must begin with https://, http:// or mailto:, or be an address on this site.",
  picture_unreadable:
    "That file is not a picture that can be used here. Use JPEG, PNG, WebP or GIF, up to 20 MB and 50 megapixels.",
  picture_svg:
    "That is an SVG drawing. It can hold a programme, so none are taken: export it as PNG and send that.",
  picture_heic:
    "That is a HEIC photograph, as telephones make them. Export it as JPEG, or set the camera to “most compatible”, and send that.",
  picture_avif:
    "That is an AVIF picture, which is not taken here. Save it as JPEG, PNG or WebP and send that.",
  picture_tiff: "That is a TIFF or raw photograph. Save it as JPEG or PNG and send that.",
  picture_too_big: "That picture is over 20 MB. Save it smaller, and send that.",
  picture_too_many_pixels: "That picture has over 50 megapixels. Save it smaller, and send that.",
  picture_too_heavy:
    "That picture took too long to work on, so it was not kept. Save it anew as JPEG or PNG, and send that.",
  evidence_unreadable:
    "That file is neither a recording nor a document that can be kept here. Recordings are MP3, M4A, OGG, WAV or WebM; documents are PDF or pictures.",
  evidence_too_big: "That file is too big: a recording may have 200 MB, a document 50 MB.",
  document_withheld:
    "This document belongs to the words of a source whom readers are not told, or to words off the record. It could point at them, so it stays with the desk.",
  picture_live: "Readers have this picture before them. Ask an editor to change what it is cropped to.",
  picture_wordless:
    "A picture put here has no words for who cannot see it, or no credit. Add them in the picture library, then publish again.",
  not_your_picture: "Somebody else brought this picture in. Ask them, or an editor, to change it.",
  choice_gone:
    "The section, a topic or a picture that was chosen is not there any more. Choose another; the text is kept.",
  still_in_use: "This is still in use, so it cannot be taken away.",
  not_your_quote: "Somebody else recorded this quote. Ask them, or an editor, to change it.",
  not_your_source: "Somebody else brought this unnamed source in. Ask them, or an editor, to change it.",
  not_checked: "Nobody has held this quote against its evidence yet. That comes before confirming it.",
  not_unnamed: "This source is named to readers, so there is no name to keep or to vouch for.",
  already_gone: "That is gone already, so there is nothing to do.",
  second_factor_demanded: "This newsroom demands a second factor of everybody, so yours stays.",
  own_second_factor: "Take your own second factor away on your account page, with a code.",
  seal_broken:
    "The sealed name cannot be opened: what is kept is not what was sealed. Tell whoever runs this newsroom.",
  merged_already: "One of the two was merged before. Reload to see where it went.",
  merge_mixed: "A named and an unnamed source are never merged: that would tie the pseudonym to a name.",
  merge_sealed:
    "A sealed name is kept under the source that would go. Merge the other way round, or have the seal destroyed first.",
  merge_unknown: "Two unnamed sources are merged only by an editor who has said that they know who both are.",
  quote_unseen:
    "Words in this text are tied to a quote that is not on record, or is not for you to see. Take that tie away and save again; the text is kept on this page.",
};
