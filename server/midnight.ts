import { dateFormat } from "@/domain/date-format";

/** The date in a zone, as YYYY-MM-DD. */
export function dateIn(zone: string, at: Date): string {
  const parts = { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" } as const;
  return dateFormat("en-CA", parts).format(at);
}

/** Calls `turned` within seconds of the date becoming another in the newsroom's zone: pages carry it. `zone` is asked
 * each time, so a changed setting counts at once. Returns what ends the watch. */
export function watchForMidnight(zone: () => Promise<string>, turned: () => void): () => void {
  let today: string | null = null;
  const look = async (): Promise<void> => {
    const date = dateIn(await zone(), new Date());
    if (today !== null && date !== today) turned();
    today = date;
  };
  // While the zone cannot be read, no page is made either; the day is not forgotten meanwhile.
  const timer = setInterval(() => void look().catch(() => {}), 5_000);
  timer.unref();
  return () => clearInterval(timer);
}
