import { pino } from "pino";

/** The server's log: one JSON line an event, on standard output. Never given what a person typed. */
export const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime });
