"use client";

import { TextField } from "@/components/desk/field";
import { CropButton } from "@/components/pictures/crop-dialog";
import { pictureAddress } from "@/components/pictures/send-picture";
import { usePictureFiles } from "./picture-files";

type Words = { readonly alt: string; readonly caption: string; readonly credit: string };

/** A picture with the three things that are said of it. Alt text and credit are asked for until they are there. */
export function PictureWords({
  mediaId,
  words,
  editable,
  mayCrop = editable,
  onChange,
}: {
  mediaId: string;
  words: Words;
  editable: boolean;
  /** Whether the file itself may be changed: the point of it that every crop keeps is the same wherever it is shown. */
  mayCrop?: boolean;
  onChange: (words: Partial<Words>) => void;
}) {
  const files = usePictureFiles();
  const file = files.find(mediaId);
  return (
    <>
      {file ? (
        <img
          src={pictureAddress(file, 960)}
          alt={words.alt}
          width={file.width}
          height={file.height}
          draggable={false}
          className="h-auto w-full rounded-sm bg-sunken"
        />
      ) : (
        <p className="m-0 rounded-sm bg-sunken p-6 text-center text-[13px] text-ink-3">
          This picture cannot be shown here.
        </p>
      )}
      <div className="mt-3 grid gap-x-3 sm:grid-cols-2 [&>div]:mb-2">
        <TextField
          label="Alt text"
          hint={words.alt.trim() ? undefined : "What it shows, for readers who cannot see it. Needed."}
          value={words.alt}
          maxLength={1_000}
          readOnly={!editable}
          onChange={(event) => onChange({ alt: event.target.value })}
        />
        <TextField
          label="Credit"
          hint={words.credit.trim() ? undefined : "Who made it, and whose it is. Needed."}
          value={words.credit}
          maxLength={500}
          readOnly={!editable}
          onChange={(event) => onChange({ credit: event.target.value })}
        />
      </div>
      <TextField
        label="Caption"
        value={words.caption}
        maxLength={2_000}
        readOnly={!editable}
        onChange={(event) => onChange({ caption: event.target.value })}
      />
      {file && mayCrop ? (
        <CropButton picture={file} alt={words.alt} onMoved={(focal) => files.add({ ...file, focal })} />
      ) : null}
    </>
  );
}
