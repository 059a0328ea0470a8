import sharp from "sharp";
import { drawCard } from "./draw-card";
import type { StudioJob } from "./studio";
import { makePicture } from "./work";

// A process of its own, without the newsroom's settings and keys: what a crafted picture does here, it does to nobody.
sharp.concurrency(1);
sharp.cache(false);

process.on("message", (job: StudioJob) => {
  const made = "card" in job ? drawCard(job) : makePicture(job);
  made.then(
    (answer) => process.send?.({ answer }),
    (error: unknown) => process.send?.({ fault: error instanceof Error ? error.message : "unknown" }),
  );
});
process.on("disconnect", () => process.exit(0));
