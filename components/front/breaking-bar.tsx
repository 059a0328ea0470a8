import { Button } from "@/components/desk/button";
import { TextField } from "@/components/desk/field";
import { Pill } from "@/components/desk/pill";
import { type Breaking, frontLimits } from "@/domain/front-page";

type Props = {
  breaking: Breaking;
  /** Whether it stands like this on what was published. */
  isSeen: boolean;
  isOver: boolean;
  zoneName: string;
  change: (next: Breaking) => void;
  publishing: boolean;
  /** Null where there is nothing else that would go out with it. */
  onPublishAlone: (() => void) | null;
};

/** The bar of what is breaking: its words, where it leads, how long it stands, and whether readers see it. */
export function BreakingBar(props: Props) {
  const { breaking, zoneName, change, publishing, onPublishAlone } = props;
  return (
    <fieldset className="m-0 mb-3 grid grid-cols-1 gap-x-3 rounded-lg border border-rule bg-surface px-4 pt-3 pb-0 sm:grid-cols-2">
      <legend className="sr-only">Breaking bar</legend>
      <div className="sm:col-span-2">
        <TextField
          label="Breaking bar"
          hint="Stands above the front page and the sections while it is there. Leave it empty for none."
          dir="auto"
          maxLength={frontLimits.breaking}
          value={breaking.text}
          onChange={(event) => change({ ...breaking, text: event.target.value })}
        />
      </div>
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
      {breaking.text || onPublishAlone ? (
        <div className="flex flex-wrap items-center gap-2.5 pb-3.5 sm:col-span-2">
          {breaking.text ? <Standing {...props} /> : null}
          {onPublishAlone ? (
            <Button pending={publishing} pendingLabel="Publishing …" onClick={onPublishAlone}>
              {breaking.text ? "Publish the bar alone" : "Take the bar away now"}
            </Button>
          ) : null}
        </div>
      ) : null}
    </fieldset>
  );
}

function Standing({ isSeen, isOver }: Pick<Props, "isSeen" | "isOver">) {
  if (isOver) return <Pill tone="attention">Its time is over: readers do not see it</Pill>;
  return isSeen ? <Pill tone="sourced">Readers see it</Pill> : <Pill>Not published yet</Pill>;
}
