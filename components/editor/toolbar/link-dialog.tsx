"use client";

import type { Editor } from "@tiptap/react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/desk/button";
import { Dialog, DialogFoot } from "@/components/desk/dialog";
import { TextField } from "@/components/desk/field";
import { isSafeLink } from "@/domain/body/links";
import { refusalWords } from "@/domain/refusal";

/** An address as it was meant: a bare "example.org/page" is on the web. */
function meant(typed: string): string {
  const text = typed.trim();
  if (/^[\w.+-]+@[\w-]+\.[\w.-]+$/.test(text)) return `mailto:${text}`;
  return /^[\w-]+(\.[\w-]+)+([/?#].*)?$/.test(text) ? `https://${text}` : text;
}

/** Puts a link on the selected words, or changes the one around the caret. With no words selected its address is written out. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const before = editor.getAttributes("link").href;
  const [typed, setTyped] = useState(typeof before === "string" ? before : "");
  const [wrong, setWrong] = useState<string | undefined>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const href = meant(typed);
    if (!isSafeLink(href)) {
      setWrong(refusalWords.unsafe_link);
      return;
    }
    onClose();
    const write = editor.chain().focus();
    if (editor.state.selection.empty && !before) {
      write
        .insertContent({ type: "text", text: typed.trim(), marks: [{ type: "link", attrs: { href } }] })
        .run();
    } else write.extendMarkRange("link").setLink({ href }).run();
  };

  return (
    <Dialog title="Link" onClose={onClose}>
      <form ref={form} onSubmit={submit}>
        <TextField
          label="Address"
          hint="https://…, a page of this site such as /corrections, or an email address."
          value={typed}
          error={wrong}
          autoComplete="off"
          inputMode="url"
          onChange={(event) => setTyped(event.target.value)}
        />
        <DialogFoot>
          {before ? (
            <Button
              onClick={() => {
                onClose();
                editor.chain().focus().extendMarkRange("link").unsetLink().run();
              }}
            >
              Remove link
            </Button>
          ) : null}
          <Button type="submit" look="strong">
            Set link
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
