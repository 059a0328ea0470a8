import { type QuotationsAsked, QuotationsReader, readWholeLater } from "./quotations-reader";

// Beside the page, so that a long story is read without holding up a single key.
if (typeof document === "undefined" && typeof self !== "undefined") {
  const reader = new QuotationsReader();
  let leaveOff = () => {};
  self.onmessage = (event: MessageEvent<QuotationsAsked>) => {
    leaveOff();
    self.postMessage(reader.read(event.data));
    if (reader.isPartial) leaveOff = readWholeLater(reader, (whole) => self.postMessage(whole));
  };
}
