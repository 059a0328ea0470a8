import { TextField } from "@/components/desk/field";
import { type Breaking, frontLimits } from "@/domain/front-page";

type Props = { breaking: Breaking; zoneName: string; change: (next: Breaking) => void };

export function BreakingBar({ breaking, zoneName, change }: Props) {
  return (
    <fieldset className="m-0 mb-3 grid grid-cols-1 gap-x-3 rounded-lg border border-rule bg-surface px-4 pt-3 pb-0 sm:grid-cols-[2fr_1fr_1fr]">
      <legend className="sr-only">Breaking bar</legend>
      <TextField
        label="Breaking bar"
        hint="Stands above the front page and the sections while it is there. Leave it empty for none."
        dir="auto"
        maxLength={frontLimits.breaking}
        value={breaking.text}
        onChange={(event) => change({ ...breaking, text: event.target.value })}
      />
      <TextField
        label="Leads to"
        placeholder="/harbour/…"
        maxLength={2_000}
        value={breaking.href}
        onChange={(event) => change({ ...breaking, href: event.target.value })}
      />
      <TextField
        label="Breaking until"
        type="datetime-local"
        hint={`Newsroom time: ${zoneName}.`}
        value={breaking.until ?? ""}
        onChange={(event) => change({ ...breaking, until: event.target.value || null })}
      />
    </fieldset>
  );
}
