import { notFound } from "next/navigation";

/** Nothing of the paper lies deeper than a story: said with the paper's own page. */
export default function Deeper(): never {
  notFound();
}
