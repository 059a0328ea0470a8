import { turnKeysOver } from "@/db/write-seals";
import { log } from "../log";
import { rewrap, sourceKeys } from "../sealing";
import { logUnexpected } from "../unexpected";

/** After a start with a newer key-encryption key, wraps the data key of every sealed name under it. The names
 * themselves are not opened. Once this has told of none that failed, the older key may be taken away. */
export async function turnSourceKeys(): Promise<void> {
  try {
    const keys = sourceKeys();
    const newest = Math.max(...keys.keys());
    const { turned, failed } = await turnKeysOver(newest, (sourceId, sealed) =>
      rewrap(sourceId, sealed, keys),
    );
    if (turned > 0) log.info({ turned, key: newest }, "sealed names are under the newest key");
    if (failed > 0) log.error({ failed, key: newest }, "sealed names could not be put under the newest key");
  } catch (error) {
    logUnexpected(error, "putting sealed names under the newest key");
  }
}
