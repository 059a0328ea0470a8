import { clearUnnamedFiles } from "@/db/write-evidence";
import { removeFromDesk } from "../evidence";
import { log } from "../log";

/** The job that clears away files which no evidence has named for a month. */
export async function clearEvidenceTask(): Promise<void> {
  const cleared = await clearUnnamedFiles(removeFromDesk);
  if (cleared > 0) log.info({ cleared }, "files that no evidence named were cleared away");
}
