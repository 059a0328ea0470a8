import type { ReactNode } from "react";

/** The top of a desk page: its name, a line beside it, and what can be done on it. */
export function PageHead({
  title,
  beside,
  children,
}: {
  title: string;
  beside?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="flex flex-wrap items-center gap-x-3.5 gap-y-2 px-4 pt-5 pb-3 md:px-6.5">
      {/* Where there is no room for both in one line, what stands beside the name goes under it. */}
      <div className="flex min-w-0 grow flex-wrap items-baseline gap-x-3.5 lg:basis-56">
        <h1
          dir="auto"
          className="m-0 max-w-full font-head text-[27px] leading-tight font-medium [overflow-wrap:anywhere]"
        >
          {title}
        </h1>
        {beside ? (
          <p dir="auto" className="m-0 max-w-full text-[14px] text-ink-3 [overflow-wrap:anywhere]">
            {beside}
          </p>
        ) : null}
      </div>
      {children}
    </header>
  );
}
