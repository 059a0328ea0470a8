import { type QuotationsAsked, QuotationsReader, restBeforeWhole } from "./quotations-reader";

// Beside the page, so that a long story is read without holding up a single key.
if (typeof document === "undefined" && typeof self !== "undefined") {
  const reader = new QuotationsReader();
  let resting: ReturnType<typeof setTimeout> | undefined;
  self.onmessage = (event: MessageEvent<QuotationsAsked>) => {
    clearTimeout(resting);
    self.postMessage(reader.read(event.data));
    if (!reader.isPartial) return;
    resting = setTimeout(() => {
      const whole = reader.readWhole();
      if (whole) self.postMessage(whole);
    }, restBeforeWhole);
  };
}
