"use client";

import { useId, useState } from "react";
import { removeLogo } from "@/app/actions/settings";
import { useAnnounce } from "@/components/desk/announcer";
import { useCommand } from "@/components/desk/use-command";
import { OnePicture } from "@/components/pictures/one-picture";
import { sendLogo } from "@/components/pictures/send-picture";
import type { Paper } from "@/domain/paper";
import { logoAddress } from "@/domain/publication/document";
import { type Shared, savedWords, stale } from "./part";

const words = {
  first: "Choose a logo",
  another: "Choose another logo",
  away: "Use the name instead",
  file: "Logo file",
};

/** The paper's logo. */
export function LogoPart({ paper, shared }: { paper: Paper; shared: Shared }) {
  const heading = useId();
  const announce = useAnnounce();
  const [address, setAddress] = useState(paper.logo && logoAddress(paper.logo, "/desk/media"));
  const { run, pending, error, refusal } = useCommand(removeLogo);
  const settled = (revision: number, confirmed: boolean) => {
    shared.moveOn(revision);
    announce(savedWords(confirmed));
  };
  const takeAway = async () => {
    const done = await run({ base: shared.revision });
    if (!done) return;
    setAddress(null);
    settled(done.value.revision, done.value.confirmed);
  };
  return (
    <section aria-labelledby={heading} className="mb-5 rounded-lg border border-rule bg-surface p-5">
      <h2 id={heading} className="m-0 font-head text-[20px] font-medium">
        Logo
      </h2>
      <p className="mt-1 mb-4 max-w-xl text-[13.5px] leading-normal text-ink-2">
        It stands in the masthead in place of the name, on a light ground where the page is dark, and search
        engines are told of it. Readers who cannot see it hear the name. JPEG, PNG, WebP or GIF.
      </p>
      <OnePicture
        shown={
          address ? (
            <img src={address} alt="The logo" className="max-h-16 max-w-full rounded-sm bg-white p-2" />
          ) : null
        }
        words={words}
        send={(file) => sendLogo(file, shared.revision)}
        onTaken={({ revision, confirmed }, file) => {
          setAddress(URL.createObjectURL(file));
          settled(revision ?? shared.revision, confirmed);
        }}
        onAway={() => void takeAway()}
        pending={pending}
        error={refusal === "stale_revision" ? stale : error}
      />
    </section>
  );
}
