import type { ReactNode } from "react";

/** The card that every door of the desk is: the paper's name, what this is, and the form. */
export function Door({
  paper,
  title,
  lead,
  children,
}: {
  paper: string;
  title: string;
  lead?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <>
      <p className="m-0 mb-5 border-t-3 border-accent pt-3 font-head text-[22px] leading-tight font-semibold wrap-anywhere">
        <bdi>{paper}</bdi>
      </p>
      <div className="rounded-lg border border-rule bg-surface px-6 pt-5 pb-6 sm:px-7 sm:pt-6">
        <h1 className="m-0 mb-4 font-head text-[27px] leading-tight font-medium">{title}</h1>
        {lead ? <p className="m-0 mb-4 text-[14px] leading-normal text-ink-2">{lead}</p> : null}
        {children}
      </div>
    </>
  );
}
