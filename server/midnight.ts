/** The date in a zone, as YYYY-MM-DD. */
export function dateIn(zone: string, at: Date): string {
  return new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(at);
}

/** Calls `turned` when the date in the newsroom's zone becomes another: pages carry it. `zone` is asked each time, so
 * a changed setting counts at once. Returns what ends the watch. */
export function watchForMidnight(zone: () => Promise<string>, turned: () => void): () => void {
  let today: string | null = null;
  const look = async (): Promise<void> => {
    const date = dateIn(await zone(), new Date());
    if (today !== null && date !== today) turned();
    today = date;
  };
  // A zone that cannot be read now is read a second later; the day is not forgotten meanwhile.
  const timer = setInterval(() => void look().catch(() => {}), 1_000);
  timer.unref();
  return () => clearInterval(timer);
}
