"use client";

import { useRouter } from "next/navigation";
import { removeFace } from "@/app/actions/people";
import { useAnnounce } from "@/components/desk/announcer";
import { useCommand } from "@/components/desk/use-command";
import { OnePicture } from "@/components/pictures/one-picture";
import { sendFace } from "@/components/pictures/send-picture";
import { faceAddress } from "@/domain/publication/document";

const late = " A server has not yet confirmed it: readers may see the old page for a moment.";
const words = {
  first: "Choose a picture",
  another: "Choose another picture",
  away: "Take it away",
  file: "Your picture",
};

/** What one looks like, as readers see it. */
export function OwnPicture({ face }: { face: string | null }) {
  const router = useRouter();
  const announce = useAnnounce();
  const { run, pending, error } = useCommand(removeFace);
  const settled = (said: string, confirmed: boolean) => {
    announce(confirmed ? said : said + late);
    router.refresh();
  };
  const takeAway = async () => {
    const done = await run({});
    if (done) settled("Your picture is taken away.", done.value.confirmed);
  };
  return (
    <OnePicture
      shown={
        face ? (
          <img
            src={faceAddress(face, "/desk/media")}
            width={64}
            height={64}
            alt="What readers see of you"
            className="rounded-full"
          />
        ) : null
      }
      words={words}
      send={sendFace}
      onTaken={({ confirmed }) => settled("Your picture is beside your name.", confirmed)}
      onAway={() => void takeAway()}
      pending={pending}
      error={error}
    >
      <p className="m-0 mt-2 max-w-xl text-[13.5px] leading-normal text-ink-3">
        Readers see it, small and round, beside your name on your stories and on your page. Without one they
        see your initials. JPEG, PNG, WebP or GIF, up to 20 MB.
      </p>
    </OnePicture>
  );
}
