import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { KeptTheme } from "@/components/desk/kept-theme";
import { firstFonts } from "../styles/first-fonts";
import "../styles/theme.css";

export const metadata: Metadata = {
  title: { default: "Desk", template: "%s · Desk" },
  icons: "/icon.svg",
  robots: { index: false, follow: false },
  // Not "no-referrer": a form posted without scripts would have the Origin "null", and Next refuses that.
  referrer: "same-origin",
};
export const viewport: Viewport = { colorScheme: "light dark" };

// The desk is always fresh: nothing of it is kept, neither here nor on the way.
export const dynamic = "force-dynamic";
export const fetchCache = "force-no-store";

/** The private half's page: fonts, colours, nothing for search engines. */
export default function DeskLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en-GB" className="auto">
      <head>
        {firstFonts.map((href) => (
          <link key={href} rel="preload" as="font" type="font/woff2" href={href} crossOrigin="" />
        ))}
      </head>
      <body className="min-h-dvh">
        <KeptTheme />
        {children}
      </body>
    </html>
  );
}
