import { notFound } from "next/navigation";

/** An address of the desk at which nothing lies. */
export default function Nothing() {
  notFound();
}
