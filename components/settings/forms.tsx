"use client";

import { saveAppeal, saveMastodonHosts, savePaper, savePolicies } from "@/app/actions/settings";
import { TextArea, TextField } from "@/components/desk/field";
import { type Paper, policyNames, policyTitles } from "@/domain/paper";
import { paperLimits } from "@/domain/paper-settings";
import { AppealFields } from "./appeal-fields";
import { Part, type Shared, usePart } from "./part";

type Props = { paper: Paper; shared: Shared };

export function PaperForm({ paper, shared }: Props) {
  const { name, tagline, language, zone } = paper;
  const part = usePart({ name, tagline, language, zone }, savePaper, shared);
  const { draft, change } = part;
  return (
    <Part title="The paper" lead="Its name stands on every page; its zone beside every time." part={part}>
      <TextField
        label="Name"
        required
        maxLength={paperLimits.name}
        value={draft.name}
        onChange={(event) => change({ name: event.target.value })}
      />
      <TextField
        label="Tagline"
        maxLength={paperLimits.tagline}
        value={draft.tagline}
        onChange={(event) => change({ tagline: event.target.value })}
      />
      <div className="grid gap-x-4 sm:grid-cols-2">
        <TextField
          label="Language"
          required
          hint="A tag such as en-GB or de. New stories begin in it."
          value={draft.language}
          onChange={(event) => change({ language: event.target.value })}
        />
        <TextField
          label="Time zone"
          required
          list="zones"
          hint="Such as Europe/London. Scheduled stories keep their moment when it changes."
          value={draft.zone}
          onChange={(event) => change({ zone: event.target.value })}
        />
      </div>
      <datalist id="zones">
        {Intl.supportedValuesOf("timeZone").map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </Part>
  );
}

const noAppeal = { lead: "", text: "", label: "", href: "" };

export function AppealForm({ paper, shared }: Props) {
  const part = usePart(
    {
      ...(paper.appeal ?? noAppeal),
      ...paper.appealManner,
      every: `${paper.appealManner.every}`,
      again: `${paper.appealManner.again}`,
    },
    saveAppeal,
    shared,
  );
  const { draft, change } = part;
  return (
    <Part
      title="Appeal for support"
      lead="Your own words, and a link to any page of yours or of whoever takes payments for you. Leave lead and text empty for none. An editor can keep it from a single story."
      part={part}
    >
      <TextField
        label="Lead"
        maxLength={paperLimits.appeal}
        value={draft.lead}
        onChange={(event) => change({ lead: event.target.value })}
      />
      <TextArea
        label="Text"
        maxLength={paperLimits.appeal}
        value={draft.text}
        onChange={(event) => change({ text: event.target.value })}
      />
      <div className="grid gap-x-4 sm:grid-cols-2">
        <TextField
          label="Words on the button"
          maxLength={60}
          value={draft.label}
          onChange={(event) => change({ label: event.target.value })}
        />
        <TextField
          label="Leads to"
          placeholder="https://…"
          maxLength={2_000}
          value={draft.href}
          onChange={(event) => change({ href: event.target.value })}
        />
      </div>
      <AppealFields draft={draft} change={change} />
    </Part>
  );
}

export function EmbedsForm({ paper, shared }: Props) {
  const part = usePart({ servers: paper.mastodonHosts.join("\n") }, saveMastodonHosts, shared);
  return (
    <Part
      title="Embeds"
      lead="Stories can show videos, posts and documents of YouTube, Vimeo, Bluesky and DocumentCloud, and posts of the Mastodon servers named here. Readers get a link, and the other site learns nothing until they press."
      part={part}
    >
      <TextArea
        label="Mastodon servers"
        rows={3}
        hint="One a line, such as mastodon.social. A post of a server that is taken off the list becomes a link."
        spellCheck={false}
        value={part.draft.servers}
        onChange={(event) => part.change({ servers: event.target.value })}
      />
    </Part>
  );
}

export function PoliciesForm({ paper, shared }: Props) {
  const part = usePart({ policies: paper.policies }, savePolicies, shared);
  const { draft, change } = part;
  return (
    <Part
      title="Policies"
      lead="Pages under /about. Plain text, paragraphs parted by a blank line. One that is empty is not shown."
      part={part}
    >
      {policyNames.map((name) => (
        <TextArea
          key={name}
          label={policyTitles[name]}
          rows={5}
          maxLength={paperLimits.policy}
          value={draft.policies[name]}
          onChange={(event) => change({ policies: { ...draft.policies, [name]: event.target.value } })}
        />
      ))}
    </Part>
  );
}
