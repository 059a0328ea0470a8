import { thePaper } from "../the-paper";

export const dynamic = "force-dynamic";

/** What a phone needs to keep the paper on its first screen. */
export async function GET(): Promise<Response> {
  const { paper } = await thePaper();
  const manifest = {
    id: "/",
    name: paper.name,
    ...(paper.tagline ? { description: paper.tagline } : {}),
    lang: paper.language,
    start_url: "/",
    scope: "/",
    display: "minimal-ui",
    background_color: "#fdfcf9",
    theme_color: "#fdfcf9",
    icons: [{ src: "/icon.svg", sizes: "any", type: "image/svg+xml" }],
  };
  return new Response(JSON.stringify(manifest), {
    headers: { "content-type": "application/manifest+json; charset=utf-8" },
  });
}
