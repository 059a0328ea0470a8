"use client";

import { type ReactNode, useRef } from "react";
import { Button } from "@/components/desk/button";
import { pictureKinds } from "./send-picture";

type Props = {
  /** What is chosen, for whoever cannot see the button beside it. */
  name: string;
  multiple?: boolean;
  look?: "strong";
  pending?: boolean;
  onChosen: (files: readonly File[]) => void;
  children: ReactNode;
};

/** A button that opens the device's own window for pictures. The same file can be chosen twice running. */
export function ChooseFiles({ name, multiple = false, look, pending = false, onChosen, children }: Props) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        {...(look && { look })}
        pending={pending}
        pendingLabel="Sending …"
        onClick={() => picker.current?.click()}
      >
        {children}
      </Button>
      <input
        ref={picker}
        type="file"
        accept={pictureKinds}
        multiple={multiple}
        hidden
        aria-label={name}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = "";
          if (files.length > 0) onChosen(files);
        }}
      />
    </>
  );
}
