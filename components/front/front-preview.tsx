"use client";

import { useState } from "react";
import { Button } from "@/components/desk/button";

const widths = { Phone: 390, Desk: 1280 } as const;
type Width = keyof typeof widths;

/** The draft as readers would see it, at the width of a phone or a desk. `revision` names the draft that is kept. */
export function FrontPreview({ front, revision }: { front: string; revision: number }) {
  const [width, setWidth] = useState<Width>("Phone");
  const [room, setRoom] = useState(0);
  const [drawn, setDrawn] = useState("");
  const pixels = widths[width];
  const address = `/desk/front/preview?front=${front}&revision=${revision}`;
  const scale = room > 0 ? Math.min(1, room / pixels) : 1;
  const height = 780;
  return (
    <section aria-label="Preview" className="mb-4">
      <fieldset className="m-0 mb-2.5 flex gap-2 border-0 p-0">
        <legend className="sr-only">Width of the preview</legend>
        {(["Phone", "Desk"] as const).map((name) => (
          <Button
            key={name}
            aria-pressed={width === name}
            look={width === name ? "strong" : "plain"}
            onClick={() => setWidth(name)}
          >
            {name}, {widths[name]} px
          </Button>
        ))}
      </fieldset>
      <div
        ref={(box) => {
          if (box && box.clientWidth !== room) setRoom(box.clientWidth);
        }}
        className="relative overflow-hidden"
        style={{ height }}
      >
        {drawn === address ? null : (
          <p role="status" className="absolute inset-x-0 top-6 z-10 m-0 text-center text-[13.5px] text-ink-3">
            Drawing the preview …
          </p>
        )}
        <iframe
          // A new one for each draft: an address changed within a frame would be a step of the browser's Back.
          key={revision}
          title={`Preview at ${pixels} pixels`}
          src={address}
          onLoad={() => setDrawn(address)}
          className="origin-top-left rounded-lg border border-rule bg-surface"
          style={{ width: pixels, height: height / scale, transform: `scale(${scale})` }}
        />
      </div>
    </section>
  );
}
