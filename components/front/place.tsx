"use client";

import { X } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { Button } from "@/components/desk/button";
import { TextField } from "@/components/desk/field";
import { Pill } from "@/components/desk/pill";
import { PictureLibrary } from "@/components/pictures/library-dialog";
import { pictureAddress } from "@/components/pictures/send-picture";
import {
  type FrontPlace,
  frontLimits,
  frontPlaceNames,
  type LiveStory,
  type Placing,
} from "@/domain/front-page";

type Props = {
  name: FrontPlace;
  placing: Placing | null;
  /** Null when the placed story is not among the live ones any more. */
  story: LiveStory | null;
  /** What fills the place by itself. */
  filling: LiveStory | null;
  /** Whether nothing fills it: a section's page is a plain list until something is placed. */
  isPlain: boolean;
  /** Its time has passed, and it fills itself again. */
  isOver: boolean;
  chosen: boolean;
  zoneName: string;
  onChoose: () => void;
  /** Moves the story to the place before or behind. */
  onShift: (by: -1 | 1) => void;
  onDrop: (storyId: string) => void;
  onClear: () => void;
  onChange: (placing: Placing) => void;
};

/** The kind of thing that is dragged here: a story's id, and nothing from elsewhere. */
export const storyDrag = "application/x-verbatim-story";

const sizes: Partial<Record<FrontPlace, string>> = {
  lead: "sm:col-span-2 xl:col-span-4",
  "second-1": "xl:col-span-2",
  "second-2": "",
  "second-3": "",
  opinion: "sm:col-span-2 xl:col-span-4",
};

/** One place of the front page: press it, then a story; or drag a story into it. */
export function Place(props: Props) {
  const { name, placing, chosen } = props;
  const [over, setOver] = useState(false);
  return (
    <section
      aria-label={frontPlaceNames[name]}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(storyDrag)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const storyId = event.dataTransfer.getData(storyDrag);
        if (!storyId) return;
        event.preventDefault();
        props.onDrop(storyId);
      }}
      className={`min-w-0 rounded-lg border bg-surface p-3.5 ${sizes[name] ?? ""} ${over ? "border-info bg-info-soft" : chosen ? "border-info ring-1 ring-info" : "border-rule"}`}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dragging repeats what the buttons do */}
      <div
        draggable={placing !== null}
        onDragStart={(event) => placing && event.dataTransfer.setData(storyDrag, placing.storyId)}
        className="flex items-center gap-2"
      >
        <button
          type="button"
          aria-pressed={chosen}
          aria-keyshortcuts={placing ? "Alt+ArrowUp Alt+ArrowDown" : undefined}
          onClick={props.onChoose}
          onKeyDown={(event) => shiftBy(event, props.onShift)}
          className="min-h-7 flex-1 cursor-pointer text-left text-[12.5px] font-semibold text-ink-2"
        >
          {frontPlaceNames[name]}
          {chosen ? <span className="font-normal text-info"> – choose a story for it</span> : null}
        </button>
        {placing ? (
          <button
            type="button"
            aria-label={`Clear ${frontPlaceNames[name]}`}
            onClick={props.onClear}
            className="grid size-8 cursor-pointer place-items-center rounded-card text-ink-3 hover:bg-sunken hover:text-ink"
          >
            <X aria-hidden size={16} />
          </button>
        ) : null}
      </div>
      {placing ? <Filled key={placing.storyId} {...props} placing={placing} /> : <Open {...props} />}
    </section>
  );
}

function Filled({ name, placing, story, filling, isOver, zoneName, onChange }: Props & { placing: Placing }) {
  // Open for what an editor has put over a story; afterwards as the person leaves it.
  const [hasOwn] = useState(
    placing.headline !== "" || placing.picture !== null || placing.pinnedUntil !== null,
  );
  return (
    <>
      <p
        dir="auto"
        className={`m-0 mt-1 mb-2 font-head leading-tight font-medium break-words ${name === "lead" ? "text-[26px]" : "text-[17px]"}`}
      >
        {placing.headline || story?.headline || "A story that is not live"}
      </p>
      {isOver ? (
        <p className="m-0 mb-2 text-[13px] leading-snug text-ink-2">
          <Pill tone="attention">Its time is over</Pill>
          <span className="mt-1 block">
            {filling ? (
              <>
                Readers see the newest here: <bdi className="font-head text-[15px]">{filling.headline}</bdi>
              </>
            ) : (
              "Readers do not see it here."
            )}
          </span>
        </p>
      ) : null}
      {story ? (
        <p className="m-0 mb-2 text-[12.5px] text-ink-3">
          {story.section}
          {placing.pinnedUntil && !isOver ? ` · until ${placing.pinnedUntil.replace("T", ", ")}` : null}
        </p>
      ) : (
        <Pill tone="broken">Not live: readers see another in its place</Pill>
      )}
      <details className="text-[13px]" open={hasOwn}>
        <summary className="cursor-pointer py-1 font-semibold text-ink-2">
          Another headline or picture, until when
        </summary>
        <div className="pt-2">
          <TextField
            label="Headline here"
            hint="Shown on this front only."
            dir="auto"
            maxLength={frontLimits.headline}
            value={placing.headline}
            placeholder={story?.headline}
            onChange={(event) => onChange({ ...placing, headline: event.target.value })}
          />
          <OtherPicture placing={placing} onChange={onChange} />
          <TextField
            label="Stays until"
            type="datetime-local"
            hint={`Newsroom time: ${zoneName}. Empty: until somebody clears it.`}
            value={placing.pinnedUntil ?? ""}
            onChange={(event) => onChange({ ...placing, pinnedUntil: event.target.value || null })}
          />
        </div>
      </details>
    </>
  );
}

/** Alt and an arrow move a story on from the place that has the focus. */
function shiftBy(event: KeyboardEvent, shift: Props["onShift"]): void {
  if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
  event.preventDefault();
  shift(event.key === "ArrowUp" ? -1 : 1);
}

function OtherPicture({ placing, onChange }: { placing: Placing; onChange: Props["onChange"] }) {
  const [choosing, choose] = useState(false);
  const { picture } = placing;
  return (
    <div className="mb-4">
      {picture ? (
        <img
          src={pictureAddress({ name: picture.name, widths: [...picture.widths] }, 480)}
          alt={picture.alt}
          className="mb-2 block max-h-32 rounded-card"
        />
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => choose(true)}>{picture ? "Choose another picture" : "Another picture"}</Button>
        {picture ? (
          <Button onClick={() => onChange({ ...placing, picture: null })}>The story’s own picture</Button>
        ) : null}
      </div>
      {choosing ? (
        <PictureLibrary
          onChoose={({ id, name, widths, width, height, alt, caption, credit, focal }) => {
            onChange({
              ...placing,
              picture: { id, name, widths, width, height, alt, caption, credit, focal },
            });
            choose(false);
          }}
          onClose={() => choose(false)}
        />
      ) : null}
    </div>
  );
}

function Open({ name, filling, isPlain }: Props) {
  if (isPlain)
    return (
      <p className="m-0 mt-1 text-[13px] text-ink-3">
        {name.startsWith("grid")
          ? "Not shown until a story is put into the grid."
          : "Fills itself once a story is placed. Until then the page is a plain list."}
      </p>
    );
  if (name === "opinion" && !filling)
    return (
      <p className="m-0 mt-1 text-[13px] text-ink-3">Fills itself with the newest of the opinion section.</p>
    );
  return (
    <p className="m-0 mt-1 text-[13px] leading-snug text-ink-3">
      {filling ? (
        <>
          Fills itself with the newest:
          <span className="mt-0.5 block font-head text-[15px]">{filling.headline}</span>
        </>
      ) : (
        "Stays empty until there are more live stories."
      )}
    </p>
  );
}
