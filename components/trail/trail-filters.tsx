import { buttonClasses } from "@/components/desk/button";
import { SelectField, TextField } from "@/components/desk/field";
import type { TrailFilter } from "@/domain/trail";

type Props = {
  filter: TrailFilter;
  people: readonly { readonly id: string; readonly name: string }[];
  /** Addresses under which the same entries are kept as a file. */
  exports: readonly { readonly name: string; readonly href: string }[];
};

/** Narrows the trail by words, person and days: a plain form, so that the address holds it all. */
export function TrailFilters({ filter, people, exports }: Props) {
  return (
    <search>
      <form method="get" className="mb-4 flex flex-wrap items-end gap-x-3 max-sm:[&>div]:grow">
        {filter.of === "stories" ? null : <input type="hidden" name="of" value={filter.of} />}
        {filter.story ? <input type="hidden" name="story" value={filter.story} /> : null}
        <TextField label="Find on the trail" type="search" name="q" defaultValue={filter.text} />
        <SelectField label="Person" name="person" defaultValue={filter.person}>
          <option value="">Everybody</option>
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
        </SelectField>
        <TextField label="From" type="date" name="from" defaultValue={filter.from} />
        <TextField label="To" type="date" name="to" defaultValue={filter.to} />
        <div className="mb-4 flex flex-wrap gap-2">
          <button type="submit" className={buttonClasses()}>
            Find
          </button>
          {exports.map((each) => (
            <a key={each.name} href={each.href} download className={buttonClasses("quiet")}>
              {each.name}
            </a>
          ))}
        </div>
      </form>
    </search>
  );
}
