import { anyCopies } from "./local-copies";

type Flush = () => Promise<{ readonly ok: boolean }>;
const writing = new Set<Flush>();
/** Milliseconds that signing out waits for a save before it asks. */
const patience = 5_000;

/** Signing out of this page saves through this first, until the answered function is called. */
export function savesBeforeSignOut(flush: Flush): () => void {
  writing.add(flush);
  return () => writing.delete(flush);
}

/** Saves what this page has, and answers whether signing out would then wipe any text that is nowhere else: this page's,
 * another tab's, or one that this device kept from before. */
export async function wouldLoseText(): Promise<boolean> {
  const tooLong = new Promise<{ ok: false }>((resolve) => setTimeout(() => resolve({ ok: false }), patience));
  const saved = await Promise.all([...writing].map((flush) => Promise.race([flush(), tooLong])));
  return saved.some(({ ok }) => !ok) || (await anyCopies());
}
