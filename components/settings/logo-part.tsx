"use client";

import { useId, useRef, useState } from "react";
import { removeLogo } from "@/app/actions/settings";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import { pictureKinds, sendLogo } from "@/components/pictures/send-picture";
import type { Paper } from "@/domain/paper";
import { logoAddress } from "@/domain/publication/document";
import { type Shared, stale } from "./part";

/** The paper's logo: chosen, put in place of another, or taken away. It counts at once. */
export function LogoPart({ paper, shared }: { paper: Paper; shared: Shared }) {
  const heading = useId();
  const announce = useAnnounce();
  const picker = useRef<HTMLInputElement>(null);
  const [shown, show] = useState<string | null>(paper.logo && logoAddress(paper.logo, "/desk/media"));
  const [sending, setSending] = useState(false);
  const [trouble, setTrouble] = useState("");
  const { run, pending, error, refusal } = useCommand(removeLogo);
  const settled = (revision: number, confirmed: boolean) => {
    shared.moveOn(revision);
    announce(confirmed ? "Saved. Readers see it now." : "Saved. Readers see it within seconds.");
  };
  const take = async (file: File | undefined) => {
    if (!file) return;
    setTrouble("");
    setSending(true);
    const answer = await sendLogo(file, shared.revision);
    setSending(false);
    if (!answer.ok) return setTrouble(answer.words);
    show(URL.createObjectURL(file));
    settled(answer.revision ?? shared.revision, answer.confirmed);
  };
  const takeAway = async () => {
    const done = await run({ base: shared.revision });
    if (!done) return;
    show(null);
    settled(done.value.revision, done.value.confirmed);
  };
  const words = trouble || (refusal === "stale_revision" ? stale : error);
  return (
    <section aria-labelledby={heading} className="mb-5 rounded-lg border border-rule bg-surface p-5">
      <h2 id={heading} className="m-0 font-head text-[20px] font-medium">
        Logo
      </h2>
      <p className="mt-1 mb-4 max-w-xl text-[13.5px] leading-normal text-ink-2">
        It stands in the masthead in place of the name, on a light ground where the page is dark, and search
        engines are told of it. Readers who cannot see it hear the name. JPEG, PNG, WebP or GIF.
      </p>
      <div className="flex flex-wrap items-center gap-4">
        {shown ? (
          <img src={shown} alt="The logo" className="max-h-16 max-w-full rounded-sm bg-white p-2" />
        ) : null}
        <Button pending={sending} pendingLabel="Sending …" onClick={() => picker.current?.click()}>
          {shown ? "Choose another logo" : "Choose a logo"}
        </Button>
        {shown ? (
          <Button pending={pending} onClick={() => void takeAway()}>
            Use the name instead
          </Button>
        ) : null}
        <input
          ref={picker}
          type="file"
          accept={pictureKinds}
          hidden
          aria-label="Logo file"
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
      </div>
      {words ? <Notice>{words}</Notice> : null}
    </section>
  );
}
