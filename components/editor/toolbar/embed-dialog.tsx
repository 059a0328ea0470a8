"use client";

import type { Editor } from "@tiptap/react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/desk/button";
import { Dialog, DialogFoot } from "@/components/desk/dialog";
import { TextField } from "@/components/desk/field";
import { embedFrom } from "@/domain/body/embeds";
import { insertBlock } from "../text/insert-block";

type Props = { editor: Editor; mastodonHosts: readonly string[]; onClose: () => void };

/** Takes the address of a video, a post or a document, and puts what it leads to into the text. */
export function EmbedDialog({ editor, mastodonHosts, onClose }: Props) {
  const [typed, setTyped] = useState("");
  const [caption, setCaption] = useState("");
  const [wrong, setWrong] = useState<string | undefined>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  const servers =
    mastodonHosts.length > 0 ? `of Mastodon: ${mastodonHosts.join(", ")}` : "no Mastodon server yet";

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const embed = embedFrom(
      /^[\w-]+\./.test(typed.trim()) ? `https://${typed.trim()}` : typed,
      mastodonHosts,
    );
    if (!embed) {
      setWrong(
        `This leads to no single video, post or document of YouTube, Vimeo, Bluesky or DocumentCloud (${servers}). Put it in as a link instead.`,
      );
      return;
    }
    onClose();
    insertBlock(editor, editor.state.selection.to, { type: "embed", attrs: { ...embed, caption } });
    editor.commands.focus();
  };

  return (
    <Dialog
      title="Embed"
      lead="Readers see a link and a button; the other site learns nothing of them until they press it."
      onClose={onClose}
    >
      <form ref={form} onSubmit={submit}>
        <TextField
          label="Address"
          hint={`Of one video, post or document: YouTube, Vimeo, Bluesky, DocumentCloud; ${servers}.`}
          value={typed}
          error={wrong}
          autoComplete="off"
          inputMode="url"
          onChange={(event) => setTyped(event.target.value)}
        />
        <TextField
          label="What it shows"
          hint="Stands above it, and names it for readers who cannot see it."
          value={caption}
          maxLength={500}
          onChange={(event) => setCaption(event.target.value)}
        />
        <DialogFoot>
          <Button type="submit" look="strong">
            Put it in
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
