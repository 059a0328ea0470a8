"use client";

import { useState } from "react";
import { Button } from "@/components/desk/button";
import { Dialog, DialogFoot } from "@/components/desk/dialog";
import { Notice } from "@/components/desk/notice";
import type { Naming } from "@/domain/review/compare";
import type { Words } from "@/domain/words";
import { CopyText } from "./copy-text";
import { Difference } from "./difference";

type Props = {
  /** When this device kept it, as the newsroom's clock shows it. */
  keptAt: string;
  kept: Words;
  saved: Words;
  onUseKept: () => void;
  /** Stores the kept text as a revision beside the saved one. Answers false when that could not be done. */
  onUseSaved: () => Promise<boolean>;
  onLater: () => void;
  naming: Naming;
};

/** Text that this device kept and the server never had, beside the text that the server has. Nothing is overwritten
 * before a person chooses; closing keeps both for another time. */
export function KeptTextScreen({ keptAt, kept, saved, onUseKept, onUseSaved, onLater, naming }: Props) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState(false);
  const chooseSaved = async () => {
    setBusy(true);
    const done = await onUseSaved();
    setBusy(false);
    setTrouble(!done);
  };
  return (
    <Dialog
      title="This device kept text that was not saved"
      lead={`It was typed here until ${keptAt}, and the newsroom has another text. Choose which to go on with; the other stays in the story’s history.`}
      wide
      busy={busy}
      onClose={onLater}
    >
      {trouble ? (
        <Notice>
          The kept text could not be stored in the history, so nothing was changed. It is still on this
          device; try again in a moment.
        </Notice>
      ) : null}
      <Difference
        from={saved}
        to={kept}
        names={["only in the saved text", "only in the text kept here"]}
        naming={naming}
      />
      <DialogFoot>
        <CopyText words={kept}>Copy the kept text</CopyText>
        <Button pending={busy} pendingLabel="Storing the kept text …" onClick={() => void chooseSaved()}>
          Go on with the saved text
        </Button>
        <Button look="strong" onClick={() => !busy && onUseKept()}>
          Go on with the kept text
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
