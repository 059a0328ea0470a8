import { type Refusal, refusalWords } from "@/domain/refusal";
import { PageHead } from "./page-head";

/** A room of the desk that this person may not enter, and why. */
export function Refused({ title, why }: { title: string; why: Refusal }) {
  return (
    <>
      <PageHead title={title} />
      <p className="px-4 text-[15px] text-ink-2 md:px-6.5">{refusalWords[why]}</p>
    </>
  );
}
