import { database } from "@/db/client";
import { keyInForce, turnKeysOver } from "@/db/source-keys";
import { log } from "../log";
import { rewrap } from "../sealing";
import { sourceKeys } from "../source-keys";
import { logUnexpected } from "../unexpected";

/** Finishes a rotation that was cut off: wraps the data key of every sealed identity that is still under an older key.
 * The identities themselves are not opened. */
export async function turnSourceKeys(): Promise<void> {
  try {
    const newest = await keyInForce(database());
    if (newest === null) return;
    const { turned, failed } = await turnKeysOver(newest, (sourceId, sealed) =>
      rewrap(sourceId, sealed, newest, sourceKeys(newest)),
    );
    if (turned > 0) log.info({ turned, key: newest }, "sealed names are under the newest key");
    if (failed > 0) log.error({ failed, key: newest }, "sealed names could not be put under the newest key");
  } catch (error) {
    logUnexpected(error, "putting sealed names under the newest key");
  }
}
