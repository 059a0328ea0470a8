import { type Words, writtenForm } from "@/domain/words";
import type { SuggestedSave } from "../suggesting/send-suggestions";
import type { SavePayload } from "./send-save";

/** What this device keeps of a text that the server may not have yet: the story's words, and never a source's. */
export type LocalCopy = {
  readonly key: string;
  readonly userId: string;
  readonly storyId: string;
  /** The tab that wrote it: two tabs of one person do not write over each other. */
  readonly tab: string;
  readonly at: string;
  readonly base: number;
  readonly words: Words;
  /** A save that was on its way at that moment. Sent again under its key, it is the same save. */
  readonly pending: SavePayload | null;
};

/** What this device keeps of a text that was typed as suggestions and that the server may not have yet. */
export type SuggestedCopy = {
  readonly key: string;
  readonly tab: string;
  readonly at: string;
  readonly save: SuggestedSave;
};

/** A copy as it lies in the browser's database: its words as one string, which a browser stores in a fraction of the
 * time that it takes over the thousands of objects of a long text. */
type Shelved = Omit<LocalCopy, "words" | "pending"> & {
  readonly words: string;
  readonly pending: (Omit<SavePayload, "words"> & { readonly words: string }) | null;
};

const shelved = ({ words, pending, ...copy }: LocalCopy): Shelved => ({
  ...copy,
  words: writtenForm(words),
  pending: pending && { ...pending, words: writtenForm(pending.words) },
});
const unshelved = ({ words, pending, ...copy }: Shelved): LocalCopy => ({
  ...copy,
  words: JSON.parse(words) as Words,
  pending: pending && { ...pending, words: JSON.parse(pending.words) as Words },
});

const shelf = "texts";

/** Kept open: a page that is being closed can still hand over a copy, and cannot wait for a database to open. */
let open: IDBDatabase | null = null;

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("verbatim", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(shelf, { keyPath: "key" });
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("The browser's database is held by an older tab"));
    request.onsuccess = () => {
      const database = request.result;
      const forget = () => {
        if (open === database) open = null;
      };
      database.onclose = forget;
      database.onversionchange = () => {
        database.close();
        forget();
      };
      open = database;
      resolve(database);
    };
  });
}

async function onShelf<Value>(
  mode: IDBTransactionMode,
  deed: (store: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> {
  const database = open ?? (await opened());
  return new Promise<Value>((resolve, reject) => {
    const transaction = database.transaction(shelf, mode);
    const request = deed(transaction.objectStore(shelf));
    // Said at once: a page that is being closed may not live to see its request answered.
    if (mode === "readwrite") transaction.commit();
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
    transaction.onerror = () => reject(transaction.error);
  });
}

export const copyKey = (userId: string, storyId: string, tab: string): string =>
  `${userId}/${storyId}/${tab}`;

export const suggestedKey = (userId: string, storyId: string, tab: string): string =>
  `suggested/${copyKey(userId, storyId, tab)}`;

/** Answers whether the copy is kept: a browser may have its storage switched off, or full. */
export const keepCopy = (copy: LocalCopy): Promise<boolean> => put(shelved(copy));
export const keepSuggested = (copy: SuggestedCopy): Promise<boolean> => put(copy);

const put = (copy: Shelved | SuggestedCopy): Promise<boolean> =>
  onShelf("readwrite", (store) => store.put(copy)).then(
    () => true,
    () => false,
  );

export async function dropCopy(key: string): Promise<void> {
  await onShelf("readwrite", (store) => store.delete(key)).catch(() => undefined);
}

/** The copies of one person's text of one story that no open tab is still writing, newest first. */
export const copiesOf = async (userId: string, storyId: string): Promise<LocalCopy[]> =>
  (await leftBehind<Shelved>(copyKey(userId, storyId, ""))).map(unshelved);

/** The same of what one person typed as suggestions. */
export const suggestedCopiesOf = (userId: string, storyId: string): Promise<SuggestedCopy[]> =>
  leftBehind<SuggestedCopy>(suggestedKey(userId, storyId, ""));

async function leftBehind<Copy extends { readonly tab: string; readonly at: string }>(
  keysBegin: string,
): Promise<Copy[]> {
  const range = () => IDBKeyRange.bound(keysBegin, `${keysBegin}\uffff`);
  const found = await onShelf<Copy[]>("readonly", (store) => store.getAll(range())).catch(() => []);
  const tabs = await openTabs();
  return found.filter((copy) => !tabs.has(copy.tab)).sort((one, other) => (one.at < other.at ? 1 : -1));
}

/** Whether another tab that is open in this browser is still writing words that the server does not have. */
export async function isBeingWritten(userId: string, storyId: string, tab: string): Promise<boolean> {
  if (!(await openTabs()).has(tab)) return false;
  const key = copyKey(userId, storyId, tab);
  const copy = await onShelf<Shelved | undefined>("readonly", (store) => store.get(key)).catch(
    () => undefined,
  );
  return copy !== undefined;
}

/** Whether this device keeps any text, of whomever. */
export const anyCopies = (): Promise<boolean> =>
  onShelf("readonly", (store) => store.count()).then(
    (count) => count > 0,
    () => false,
  );

/** Wipes every text from this device: for signing out. */
export async function wipeCopies(): Promise<void> {
  await onShelf("readwrite", (store) => store.clear()).catch(() => undefined);
}

const lockName = (tab: string) => `verbatim-tab/${tab}`;

/** Holds a name for as long as this tab lives, so that other tabs leave its copy alone. Answers how to let go. */
export function holdTab(tab: string): () => void {
  const letGo = Promise.withResolvers<void>();
  navigator.locks?.request(lockName(tab), () => letGo.promise).catch(() => undefined);
  return () => letGo.resolve();
}

async function openTabs(): Promise<Set<string>> {
  // Browsers offer locks on https alone. Without them every copy counts as left behind: it is offered, not lost.
  const held = await navigator.locks?.query();
  return new Set(
    (held?.held ?? []).flatMap(({ name }) =>
      name?.startsWith("verbatim-tab/") ? [name.slice("verbatim-tab/".length)] : [],
    ),
  );
}
