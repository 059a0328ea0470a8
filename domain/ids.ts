const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a string could name a record. Says nothing about whether that record exists. */
export const isId = (value: unknown): value is string => typeof value === "string" && uuid.test(value);
