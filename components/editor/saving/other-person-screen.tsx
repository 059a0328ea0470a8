"use client";

import { useState } from "react";
import { Button } from "@/components/desk/button";
import { Dialog, DialogFoot } from "@/components/desk/dialog";
import type { Words } from "@/domain/words";
import { CopyText } from "./copy-text";
import { SignInAgain } from "./sign-in-again";

type Props = {
  /** Who is signed in in this browser now. */
  name: string;
  /** Who typed the text. */
  writer: string;
  words: Words;
  /** This device keeps a copy for whoever typed it. */
  keeps: boolean;
  onSignedIn: () => void;
  onLater: () => void;
};

/** Somebody else has signed in over a text. It is nobody's but its writer's: kept for them, and saved under no other name. */
export function OtherPersonScreen({ name, writer, words, keeps, onSignedIn, onLater }: Props) {
  const [signing, setSigning] = useState(false);
  if (signing) return <SignInAgain onSignedIn={onSignedIn} onLater={() => setSigning(false)} />;
  const kept = keeps
    ? `It is kept on this device, and is offered to ${writer} when they sign in and open the story.`
    : "This device keeps no copy, so copy the text before you leave this page.";
  return (
    <Dialog
      title={`${name} is signed in now`}
      lead={
        <>
          This text was typed by <bdi>{writer}</bdi>, so it is not saved under the name of <bdi>{name}</bdi>.{" "}
          {kept}
        </>
      }
      onClose={onLater}
    >
      <DialogFoot>
        <CopyText words={words}>Copy the text</CopyText>
        {keeps ? <Button onClick={() => window.location.reload()}>Open the story as {name}</Button> : null}
        <Button look="strong" onClick={() => setSigning(true)}>
          Sign in as {writer}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
