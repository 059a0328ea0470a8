"use client";

import { type KeyboardEvent, type PointerEvent, useId, useRef } from "react";
import { focalAfterKey, focalPoint, type FocalPoint as Point } from "@/domain/pictures";
import { type PictureFile, pictureAddress } from "./send-picture";

type Props = {
  picture: Pick<PictureFile, "name" | "widths" | "width" | "height">;
  alt: string;
  value: Point;
  onChange: (value: Point) => void;
  /** Why it cannot be moved; left out where it can. */
  refusedBecause?: string | undefined;
};

const hundredths = (share: number) => Math.round(share * 100);
const inWords = ([x, y]: Point) => `${hundredths(x)}% from the left, ${hundredths(y)}% from the top`;

/** What has to stay in sight when a picture is cropped: pressed or dragged to, or moved by the arrow keys. The crops
 * that cards and front page make of it are shown beside it. */
export function FocalPointField({ picture, alt, value, onChange, refusedBecause }: Props) {
  const area = useRef<HTMLDivElement>(null);
  const hint = useId();
  const still = refusedBecause !== undefined;
  const moveTo = (event: PointerEvent) => {
    const box = area.current?.getBoundingClientRect();
    if (!box || still) return;
    onChange(focalPoint((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height));
  };
  const press = (event: KeyboardEvent) => {
    const next = focalAfterKey(value, event.key, event.shiftKey);
    if (!next) return;
    event.preventDefault();
    if (!still) onChange(next);
  };
  const address = pictureAddress(picture, 960);
  return (
    <div>
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_8.5rem]">
        <div
          ref={area}
          className={`relative touch-none overflow-hidden rounded-sm bg-sunken ${still ? "" : "cursor-crosshair"}`}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            moveTo(event);
          }}
          onPointerMove={(event) => event.buttons === 1 && moveTo(event)}
        >
          <img
            src={address}
            alt={alt}
            width={picture.width}
            height={picture.height}
            draggable={false}
            className="block h-auto w-full select-none"
          />
          <button
            type="button"
            aria-label={`Focal point: ${inWords(value)}`}
            aria-describedby={hint}
            aria-disabled={still || undefined}
            onKeyDown={press}
            style={{ left: `${value[0] * 100}%`, top: `${value[1] * 100}%` }}
            className="absolute size-9 -translate-x-1/2 -translate-y-1/2 cursor-move rounded-full border-3 border-white bg-black/25 shadow-[0_0_0_2px_rgb(0_0_0/0.75)] after:absolute after:top-1/2 after:left-1/2 after:size-1.5 after:-translate-1/2 after:rounded-full after:bg-white"
          />
        </div>
        <Crops address={address} value={value} />
      </div>
      <p id={hint} className="m-0 mt-1.5 text-[12.5px] leading-normal text-ink-3">
        {refusedBecause ??
          "Press or drag to what must stay in sight when the picture is cropped. Arrow keys move it, with Shift further; Home puts it in the middle."}
      </p>
      <p aria-live="polite" className="sr-only">
        {inWords(value)}
      </p>
    </div>
  );
}

const shapes = [
  ["Wide", "aspect-video"],
  ["Square", "aspect-square"],
  ["Tall", "aspect-3/4"],
] as const;

function Crops({ address, value }: { address: string; value: Point }) {
  return (
    <div aria-hidden className="flex items-start gap-2 sm:flex-col">
      {shapes.map(([name, shape]) => (
        <figure key={name} className="m-0 w-20 sm:w-full">
          <img
            src={address}
            alt=""
            className={`w-full rounded-sm object-cover ${shape}`}
            style={{ objectPosition: `${value[0] * 100}% ${value[1] * 100}%` }}
          />
          <figcaption className="text-[11.5px] text-ink-3">{name}</figcaption>
        </figure>
      ))}
    </div>
  );
}
