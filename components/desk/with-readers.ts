/** What is said of a command whose outcome readers see: that they do, once every server has confirmed; else that one has
 * not in time. Without a full stop, for an address may follow. */
export const seenByReaders = (done: string, confirmed: boolean, now = "Readers see it now"): string =>
  confirmed
    ? `${done} ${now}`
    : `${done} One server has not confirmed in time; readers will see it within seconds`;
