/** Calls `turned` within seconds of a pin or the breaking bar running out by the database's clock: pages that were made
 * before still show it. `since` answers that clock, and whether anything ran out after the moment it is given. Returns
 * what ends the watch. */
export function watchFronts(
  since: (moment: string | null) => Promise<{ now: string; turned: boolean }>,
  turned: () => void,
): () => void {
  let last: string | null = null;
  const look = async (): Promise<void> => {
    const found = await since(last);
    if (found.turned) turned();
    last = found.now;
  };
  // While the database cannot be read, nothing is given from memory either; the moment is not forgotten meanwhile.
  const timer = setInterval(() => void look().catch(() => {}), 2_000);
  timer.unref();
  return () => clearInterval(timer);
}
