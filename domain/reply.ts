/** What a reader may send under a story. Plain text; the limits are in characters. */
export const replyLimits = { text: 4000, name: 80, email: 254 } as const;

export type ReplyTyped = { text: string; name: string; email: string };
export type ReplyFault = "no-text" | "long-text" | "no-name" | "long-name" | "no-email" | "odd-characters";

/** What a reader typed with the ends of each field trimmed and one kind of line end, or what is wrong with it, in the
 * order of the form. */
export function decideReply(typed: ReplyTyped): { reply: ReplyTyped; faults: ReplyFault[] } {
  const reply = {
    text: typed.text.replace(/\r\n?/g, "\n").trim(),
    name: typed.name.replace(/\s+/g, " ").trim(),
    email: typed.email.trim(),
  };
  const faults: (ReplyFault | false)[] = [
    reply.text === "" && "no-text",
    reply.text.length > replyLimits.text && "long-text",
    reply.name === "" && "no-name",
    reply.name.length > replyLimits.name && "long-name",
    !isEmail(reply.email) && "no-email",
    Object.values(reply).some(hasOddCharacters) && "odd-characters",
  ];
  return { reply, faults: faults.filter((fault) => fault !== false) };
}

const isEmail = (text: string): boolean =>
  text.length <= replyLimits.email && /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(text);

/** Characters no keyboard makes: among them U+0000, which no text in the database can have. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are just what is looked for
const odd = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]|\p{Surrogate}/u;
const hasOddCharacters = (text: string): boolean => odd.test(text);
