import type { ReactNode } from "react";

/** The plain room before the desk: signing in, joining, setting up. */
export default function DoorLayout({ children }: { children: ReactNode }) {
  return (
    <main className="grid min-h-dvh place-items-center px-4 py-10">
      <div className="w-full max-w-[26rem]">{children}</div>
    </main>
  );
}
