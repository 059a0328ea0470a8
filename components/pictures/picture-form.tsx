"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { changePicture } from "@/app/actions/pictures";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { TextArea, TextField } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import { type LibraryPicture, pictureLimits } from "@/domain/pictures";
import { FocalPointField } from "./focal-point";

/** What the library says of a picture, and what it is cropped around. */
export function PictureForm({
  picture,
  refusedBecause,
}: {
  picture: LibraryPicture;
  refusedBecause: string | undefined;
}) {
  const router = useRouter();
  const announce = useAnnounce();
  const [focal, setFocal] = useState(picture.focal);
  const [words, setWords] = useState({
    alt: picture.alt,
    caption: picture.caption,
    credit: picture.credit,
    rights: picture.rights,
  });
  const { run, pending, error } = useCommand(changePicture);
  const readOnly = refusedBecause !== undefined;
  const field = (name: keyof typeof words) => ({
    value: words[name],
    maxLength: pictureLimits[name],
    readOnly,
    dir: "auto" as const,
    onChange: (event: { target: { value: string } }) =>
      setWords((now) => ({ ...now, [name]: event.target.value })),
  });
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    const kept = await run({ id: picture.id, ...words, focalX: focal[0], focalY: focal[1] });
    if (!kept) return;
    announce(
      kept.value.confirmed
        ? "The picture is saved."
        : "The picture is saved. A server has not yet confirmed it: readers may see the old crop for a moment.",
    );
    router.refresh();
  };
  return (
    <form onSubmit={(event) => void keep(event)}>
      <FocalPointField
        picture={picture}
        alt={words.alt}
        value={focal}
        onChange={setFocal}
        refusedBecause={refusedBecause}
      />
      <div className="mt-5 grid gap-x-4 sm:grid-cols-2">
        <TextArea
          label="Alt text"
          hint="What it shows, for readers who cannot see it."
          rows={2}
          {...field("alt")}
        />
        <TextArea label="Caption" rows={2} {...field("caption")} />
        <TextField label="Credit" hint="Who made it, and whose it is." {...field("credit")} />
        <TextField
          label="Rights"
          hint="For the desk: how it may be used, and until when."
          {...field("rights")}
        />
      </div>
      <p className="mt-0 text-[12.5px] text-ink-3">
        A story takes these words along when the picture is put into it, and keeps its own from then on.
      </p>
      {error ? <Notice>{error}</Notice> : null}
      <Button
        look="strong"
        type="submit"
        pending={pending}
        pendingLabel="Saving …"
        refusedBecause={refusedBecause}
      >
        Save picture
      </Button>
    </form>
  );
}
