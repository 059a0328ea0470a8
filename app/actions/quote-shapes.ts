import { z } from "zod";
import { quoteLimits } from "@/domain/quote-rules";
import { channels, groundRules, occasionKinds, sourceKinds } from "@/domain/quotes";
import { sourceLimits } from "@/domain/source-rules";

/** Text as typed, without the white space around it, and no longer than the limit on the page. */
export const typed = (name: string, most: number) =>
  z
    .string()
    .trim()
    .max(most, `${name} is longer than ${most.toLocaleString("en-GB")} characters. Shorten it.`);

// Names are read and compared by people, so characters that cannot be seen have no place in them.
const unseen = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

const nameShape = typed("The name", sourceLimits.name)
  .min(1, "Give the source a name.")
  .refine((name) => !unseen.test(name), "The name holds a character that cannot be seen. Type it again.");

const sourceFields = {
  kind: z.enum(sourceKinds, "Choose what kind of source it is."),
  name: nameShape,
  role: typed("The role", sourceLimits.role),
  organisation: typed("The organisation", sourceLimits.organisation),
  unnamed: z.boolean(),
  publicDescription: typed("The description", sourceLimits.description),
  unnamedReason: typed("The reason", sourceLimits.reason),
  credibility: typed("Why believe them", sourceLimits.credibility),
};

const described = (source: { unnamed: boolean; publicDescription: string }) =>
  !source.unnamed || source.publicDescription !== "";
const describe = {
  message: "Say how readers are told of this source.",
  path: ["publicDescription"],
};

/** A source as it is put down; an unnamed one needs at least the description that readers see. */
export const newSourceShape = z.object({ id: z.uuid(), ...sourceFields }).refine(described, describe);

/** The same with the names it had before. */
export const sourceShape = z
  .object({
    id: z.uuid(),
    ...sourceFields,
    formerNames: z.array(nameShape).max(sourceLimits.formerNames),
  })
  .refine(described, describe);

const day = z
  .union([z.literal("").transform(() => null), z.iso.date("Give the day it was said.")])
  .nullable();

/** When, where and how words were said. */
export const occasionShape = z.object({
  id: z.uuid(),
  kind: z.enum(occasionKinds, "Choose how it was said."),
  channel: z.enum(channels).nullable(),
  saidOn: day,
  place: typed("Where", quoteLimits.place),
  groundRule: z.enum(groundRules, "Choose the ground rule."),
});
