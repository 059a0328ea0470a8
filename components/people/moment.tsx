import { dateFormat } from "@/domain/date-format";

/** A moment in the newsroom's zone: "Sun 22 November, 21:10". The server writes it, so every browser shows the same. */
export function Moment({ at, zone }: { at: Date; zone: string }) {
  const words = dateFormat("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: zone,
  }).format(at);
  return <time dateTime={at.toISOString()}>{words}</time>;
}
