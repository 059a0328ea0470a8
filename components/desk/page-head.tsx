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
      <h1 className="m-0 font-head text-[27px] leading-tight font-medium">{title}</h1>
      {beside ? <p className="m-0 text-[15px] text-ink-3">{beside}</p> : null}
      <span className="flex-1" />
      {children}
    </header>
  );
}
