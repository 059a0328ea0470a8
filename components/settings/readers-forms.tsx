"use client";

import { saveNewsletterRules } from "@/app/actions/newsletter";
import { saveReplyRules } from "@/app/actions/settings";
import { CheckField, SelectField, TextArea, TextField } from "@/components/desk/field";
import { newsletterLimits } from "@/domain/newsletter";
import type { Paper } from "@/domain/paper";
import { replyHoldNames, replyHolds, replyRuleLimits } from "@/domain/reply-rules";
import { NumberField } from "./number-field";
import { Part, type Shared, usePart } from "./part";

type Props = { paper: Paper; shared: Shared };

/** Whether stories take replies, for how long, and which of them a moderator reads first. */
export function RepliesForm({ paper, shared }: Props) {
  const { holdWords, openDays, ...rules } = paper.replies;
  const part = usePart(
    { ...rules, holdWords: holdWords.join("\n"), openDays: openDays === null ? "" : `${openDays}` },
    saveReplyRules,
    shared,
  );
  const { draft, change } = part;
  return (
    <Part
      title="Replies"
      lead="What readers write under stories. An editor can close a single story to them on its review page."
      part={part}
    >
      <CheckField
        label="Stories take replies"
        checked={draft.taken}
        onChange={(event) => change({ taken: event.target.checked })}
      />
      <SelectField
        label="Before readers see them"
        hint="A sender is known by name and email together. An email is not proved."
        value={draft.hold}
        onChange={(event) => {
          const hold = replyHolds.find((each) => each === event.target.value);
          if (hold) change({ hold });
        }}
      >
        {replyHolds.map((each) => (
          <option key={each} value={each}>
            {replyHoldNames[each]}
          </option>
        ))}
      </SelectField>
      <CheckField
        label="A reply with a link always waits"
        checked={draft.holdLinks}
        onChange={(event) => change({ holdLinks: event.target.checked })}
      />
      <TextArea
        label="A reply with one of these words always waits"
        hint="One a line. A word that ends in * stands for all that begin so."
        rows={3}
        dir="auto"
        value={draft.holdWords}
        onChange={(event) => change({ holdWords: event.target.value })}
      />
      <TextField
        label="Closed after so many days"
        hint="Counted from publication. Empty: never."
        inputMode="numeric"
        maxLength={`${replyRuleLimits.openDays.most}`.length}
        value={draft.openDays}
        onChange={(event) => change({ openDays: event.target.value })}
      />
    </Part>
  );
}

/** Whether readers are offered the newsletter, and when it goes out. */
export function NewsletterForm({ paper, shared }: Props) {
  const { most, ...rules } = paper.newsletter;
  const part = usePart({ ...rules, most: `${most}` }, saveNewsletterRules, shared);
  const { draft, change } = part;
  return (
    <Part
      title="Newsletter"
      lead="Once a day by mail, to readers who asked for it and said yes. Editors choose its stories on the desk."
      part={part}
    >
      <CheckField
        label="Readers are offered the newsletter"
        hint="It needs mail: without it they are told that it is not available yet."
        checked={draft.on}
        onChange={(event) => change({ on: event.target.checked })}
      />
      <div className="grid gap-x-4 sm:grid-cols-2">
        <TextField
          label="Goes out at"
          type="time"
          required
          hint={`In the newsroom’s zone, ${paper.zone}; no later than three hours after.`}
          value={draft.hour}
          onChange={(event) => change({ hour: event.target.value })}
        />
        <NumberField
          label="Stories at the most"
          limits={newsletterLimits.most}
          hint="Where no editor chose."
          value={draft.most}
          onChange={(most) => change({ most })}
        />
      </div>
    </Part>
  );
}
