import { pino } from "pino";
import { logLevel } from "@/environment";

/** The server's log: one JSON line an event, on standard output. Never given what a person typed. */
export const log = pino({ level: logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime });
