/** The one written form of an e-mail address, or null when it cannot be one. NFKC first, so that look-alike letters
 * are judged as what they become; then one `@`, an ASCII domain, no quotes, spaces or control characters. */
export function normaliseEmail(typed: string): string | null {
  const email = typed.normalize("NFKC").trim().toLowerCase();
  if (email.length > 254 || !email.isWellFormed()) return null;
  const [local, domain, ...more] = email.split("@");
  if (!local || !domain || more.length > 0 || local.length > 64) return null;
  if (/[\s"`<>(),:;\\[\]\p{C}]/u.test(local) || /^\.|\.\.|\.$/.test(local)) return null;
  if (!/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/.test(domain)) {
    return null;
  }
  return email;
}

export const emailWords = "This is not an email address. It should look like name@paper.example.";
