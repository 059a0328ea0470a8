import type { ReactNode } from "react";
import { fontClasses } from "../fonts";
import "../styles/tokens.css";

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={`auto ${fontClasses}`}>
      <body>{children}</body>
    </html>
  );
}
