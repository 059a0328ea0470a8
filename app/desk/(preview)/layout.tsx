import type { ReactNode } from "react";
import "../../styles/site.css";
import "../../styles/story.css";
import "../../styles/print.css";

/** Readers' own style sheets, and nothing of the desk around the page but its bar. */
export default function PreviewLayout({ children }: { children: ReactNode }) {
  return children;
}
