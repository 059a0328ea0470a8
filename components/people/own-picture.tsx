"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { removeFace } from "@/app/actions/people";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import { pictureKinds, sendFace } from "@/components/pictures/send-picture";
import { faceAddress } from "@/domain/publication/document";

const late = " A server has not yet confirmed it: readers may see the old page for a moment.";

/** What one looks like: chosen, put in place of another, or taken away. */
export function OwnPicture({ face }: { face: string | null }) {
  const router = useRouter();
  const announce = useAnnounce();
  const picker = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState(false);
  const [trouble, setTrouble] = useState("");
  const { run, pending, error } = useCommand(removeFace);
  const settled = (said: string, confirmed: boolean) => {
    announce(confirmed ? said : said + late);
    router.refresh();
  };
  const take = async (file: File | undefined) => {
    if (!file) return;
    setTrouble("");
    setSending(true);
    const answer = await sendFace(file);
    setSending(false);
    if (answer.ok) settled("Your picture is beside your name.", answer.confirmed);
    else setTrouble(answer.words);
  };
  const takeAway = async () => {
    const done = await run({});
    if (done) settled("Your picture is taken away.", done.value.confirmed);
  };
  return (
    <>
      <div className="flex flex-wrap items-center gap-4">
        {face ? (
          <img
            src={faceAddress(face, "/desk/media")}
            width={64}
            height={64}
            alt="What readers see of you"
            className="rounded-full"
          />
        ) : null}
        <Button pending={sending} pendingLabel="Sending …" onClick={() => picker.current?.click()}>
          {face ? "Choose another picture" : "Choose a picture"}
        </Button>
        {face ? (
          <Button pending={pending} onClick={() => void takeAway()}>
            Take it away
          </Button>
        ) : null}
        <input
          ref={picker}
          type="file"
          accept={pictureKinds}
          hidden
          aria-label="Your picture"
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
      </div>
      <p className="m-0 mt-2 max-w-xl text-[13.5px] leading-normal text-ink-3">
        Readers see it, small and round, beside your name on your stories and on your page. Without one they
        see your initials. JPEG, PNG, WebP or GIF, up to 20 MB.
      </p>
      {trouble || error ? <Notice>{trouble || error}</Notice> : null}
    </>
  );
}
