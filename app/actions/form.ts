import { z } from "zod";

/** A shape that takes a form as the browser sends it (before scripts have loaded) as well as an object. A name that
 * comes several times becomes a list. Text that the database cannot hold is refused with words. */
export function fromForm<Shape extends z.ZodType>(
  shape: Shape,
): z.ZodType<z.output<Shape>, z.input<Shape> | FormData> {
  const read = z.preprocess((given, context) => {
    const fields = given instanceof FormData ? fieldsOf(given) : given;
    if (!isStorable(fields)) {
      context.addIssue({
        code: "custom",
        message: "The text holds a character that cannot be stored. Paste it again as plain text.",
      });
      return z.NEVER;
    }
    return fields;
  }, shape);
  // `preprocess` forgets what may be put in; the two forms it takes are named here for those who call it.
  return read as z.ZodType<z.output<Shape>, z.input<Shape> | FormData>;
}

/** A tick box: absent from a form when it is not ticked. */
export const ticked = z.preprocess(
  (given) => given === true || given === "on" || given === "true",
  z.boolean(),
);

function fieldsOf(form: FormData): Record<string, FormDataEntryValue | FormDataEntryValue[]> {
  const fields: Record<string, FormDataEntryValue | FormDataEntryValue[]> = {};
  for (const name of new Set(form.keys())) {
    // Names with a dollar sign are the framework's own.
    if (name.startsWith("$")) continue;
    // A browser sends every line end of a text area as two characters.
    const values = form
      .getAll(name)
      .map((value) => (typeof value === "string" ? value.replaceAll("\r\n", "\n") : value));
    const [only] = values;
    if (only !== undefined) fields[name] = values.length === 1 ? only : values;
  }
  return fields;
}

/** U+0000 cannot be held by the database, nor can half of a surrogate pair. */
function isStorable(given: unknown, depth = 0): boolean {
  if (typeof given === "string") return !given.includes("\0") && given.isWellFormed();
  if (given === null || typeof given !== "object" || given instanceof Blob) return true;
  return (
    depth < 20 &&
    Object.entries(given).every(([name, each]) => isStorable(name) && isStorable(each, depth + 1))
  );
}
