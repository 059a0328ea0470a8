"use client";

import { Crop } from "lucide-react";
import { useState } from "react";
import { changePicture } from "@/app/actions/pictures";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { Dialog, DialogFoot } from "@/components/desk/dialog";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import type { FocalPoint } from "@/domain/pictures";
import { FocalPointField } from "./focal-point";
import type { PictureFile } from "./send-picture";

type Props = { picture: PictureFile; alt: string; onMoved: (focal: FocalPoint) => void };

/** Sets a picture's focal point from within a story. */
export function CropButton(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        <Crop aria-hidden size={15} /> Focal point
      </Button>
      {open ? <CropDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function CropDialog({ picture, alt, onMoved, onClose }: Props & { onClose: () => void }) {
  const announce = useAnnounce();
  const [focal, setFocal] = useState(picture.focal);
  const { run, pending, error } = useCommand(changePicture);
  const keep = async () => {
    if (!(await run({ id: picture.id, focalX: focal[0], focalY: focal[1] }))) return;
    onMoved(focal);
    announce("The focal point is set.");
    onClose();
  };
  return (
    <Dialog
      title="Focal point"
      lead="It belongs to the picture, wherever that is used."
      wide
      busy={pending}
      onClose={onClose}
    >
      <FocalPointField picture={picture} alt={alt} value={focal} onChange={setFocal} />
      {error ? <Notice>{error}</Notice> : null}
      <DialogFoot>
        <Button onClick={onClose}>Cancel</Button>
        <Button look="strong" pending={pending} pendingLabel="Setting …" onClick={() => void keep()}>
          Set focal point
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
