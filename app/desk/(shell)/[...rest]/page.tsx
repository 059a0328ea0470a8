import { notFound } from "next/navigation";
import { requireStaff } from "@/auth";

/** An address of the desk at which nothing lies. */
export default async function Nothing() {
  await requireStaff();
  notFound();
}
