/** The one place that reads the environment. */
export function environment() {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set");
  return {
    DATABASE_URL: url,
    sessionSecret: process.env.NEXTAUTH_SECRET ?? "",
    isEmbedded: process.env.VERBATIM_EMBEDDED === "1",
  };
}
