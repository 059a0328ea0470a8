import { dayFrom } from "@/domain/coming";
import { isId } from "@/domain/ids";
import { type TrailFilter, trailKinds } from "@/domain/trail";

/** Reads what narrows the trail from an address; what makes no sense narrows nothing. */
export function trailFilterOf(search: URLSearchParams): TrailFilter {
  const given = (name: string) => search.get(name) ?? "";
  const id = (name: string) => (isId(given(name)) ? given(name) : "");
  const day = (name: string) =>
    given(name) && dayFrom(given(name), "2026-01-01") === given(name) ? given(name) : "";
  return {
    of: trailKinds.find((each) => each === given("of")) ?? "stories",
    text: given("q").trim().slice(0, 200),
    person: id("person"),
    story: id("story"),
    from: day("from"),
    to: day("to"),
  };
}
