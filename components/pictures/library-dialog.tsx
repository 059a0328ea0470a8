"use client";

import { useState } from "react";
import { Button } from "@/components/desk/button";
import { Dialog } from "@/components/desk/dialog";
import { TextField } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import type { LibraryPicture } from "@/domain/pictures";
import { ChooseFiles } from "./choose-files";
import { pictureAddress } from "./send-picture";
import { useLibrary } from "./use-library";

type Props = {
  /** Files from the person's own device, where they may be sent from here. */
  onSend?: (files: readonly File[]) => void;
  onChoose: (picture: LibraryPicture) => void;
  onClose: () => void;
};

/** A picture for a story: sent from one's own device, or found in the library. */
export function PictureLibrary({ onSend, onChoose, onClose }: Props) {
  const [text, setText] = useState("");
  const library = useLibrary(text.trim());
  return (
    <Dialog title="Choose a picture" wide onClose={onClose}>
      <div
        hidden={!onSend}
        className="mb-4 flex flex-wrap items-center gap-3 rounded-card border border-rule bg-sunken px-4 py-3 text-[13.5px] [&[hidden]]:hidden"
      >
        <ChooseFiles
          name="Choose pictures"
          multiple
          look="strong"
          onChosen={(files) => {
            onClose();
            onSend?.(files);
          }}
        >
          From this device…
        </ChooseFiles>
        <span className="text-ink-2">JPEG, PNG, WebP or GIF, up to 20 MB and 50 megapixels.</span>
      </div>
      <search>
        <TextField
          label="Find in the library"
          type="search"
          placeholder="What it shows, a caption, a credit"
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </search>
      {library.trouble ? <Notice>{library.trouble}</Notice> : null}
      <p role="status" className="m-0 mb-2 text-[12.5px] text-ink-3">
        {library.pending
          ? "Looking …"
          : library.pictures.length === 0
            ? "No picture in the library fits."
            : `${library.pictures.length}${library.hasMore ? " and more" : ""} in the library, the newest first`}
      </p>
      <ul className="m-0 grid list-none grid-cols-2 gap-3 p-0 sm:grid-cols-3 md:grid-cols-4">
        {library.pictures.map((picture) => (
          <li key={picture.id}>
            <button
              type="button"
              onClick={() => onChoose(picture)}
              className="block w-full cursor-pointer rounded-card border border-rule bg-surface p-0 text-start hover:border-edge"
            >
              <Thumbnail picture={picture} />
              <span className="block px-2 py-1.5">
                <span dir="auto" className="line-clamp-2 text-[12.5px] leading-snug">
                  {picture.alt || picture.caption || "Without words yet"}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {library.hasMore ? (
        <Button
          className="mt-4"
          pending={library.adding}
          pendingLabel="Looking …"
          onClick={() => void library.more()}
        >
          Older pictures
        </Button>
      ) : null}
    </Dialog>
  );
}

/** A picture as cards crop it. Its words stand beside it. */
export function Thumbnail({ picture }: { picture: LibraryPicture }) {
  const [x, y] = picture.focal;
  return (
    <img
      src={pictureAddress(picture, 480)}
      alt=""
      loading="lazy"
      className="block aspect-4/3 w-full rounded-t-card bg-sunken object-cover"
      style={{ objectPosition: `${x * 100}% ${y * 100}%` }}
    />
  );
}
