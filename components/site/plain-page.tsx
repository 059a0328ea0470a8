import type { ReactNode } from "react";
import { Frame, type FrameProps } from "./frame";

type PlainPageProps = Pick<FrameProps, "shown" | "appeals"> & { title: ReactNode; children: ReactNode };

/** A page of one heading and what is said under it. */
export function PlainPage({ shown, appeals, title, children }: PlainPageProps) {
  return (
    <Frame shown={shown} appeals={appeals}>
      <div className="plain">
        <h1>{title}</h1>
        {children}
      </div>
    </Frame>
  );
}
