import type { Metadata } from "next";
import type { ReactNode } from "react";
import { directionOf } from "@/domain/direction";
import { siteFile } from "@/server/site-files";
import { firstFonts } from "../styles/first-fonts";
import { feedsUnder } from "./feeds";
import { siteOrigin } from "./origin";
import { thePaper } from "./the-paper";

export const dynamic = "force-dynamic";

/** What the head of each page says unless the page says better. */
export async function generateMetadata(): Promise<Metadata> {
  const { paper } = await thePaper();
  return {
    metadataBase: new URL(siteOrigin()),
    title: { default: paper.name, template: `%s – ${paper.name}` },
    ...(paper.tagline ? { description: paper.tagline } : {}),
    icons: "/icon.svg",
    manifest: "/manifest.webmanifest",
    alternates: { types: feedsUnder("", paper.name) },
    openGraph: { siteName: paper.name, type: "website", locale: paper.language.replace("-", "_") },
    formatDetection: { telephone: false, address: false, email: false },
  };
}

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const { paper } = await thePaper();
  return (
    <html lang={paper.language} dir={directionOf(paper.language)} className="auto">
      <head>
        {/* The faces that every page shows first. */}
        {firstFonts.map((href) => (
          <link key={href} rel="preload" as="font" type="font/woff2" href={href} crossOrigin="" />
        ))}
        {/* It holds the drawing back until what the reader chose is known: the colours, and whether the appeal stands. */}
        <script src={siteFile("site.js")} defer blocking="render" />
      </head>
      <body>{children}</body>
    </html>
  );
}
