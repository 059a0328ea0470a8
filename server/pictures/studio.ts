import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import type { Refusal } from "@/domain/refusal";
import { type Result, refuse } from "@/domain/result";
import type { CardJob } from "./draw-card";
import type { PictureJob, PictureMade } from "./work";

/** How many pictures are worked on at once, for how long one may take, and how long a worker waits for the next. */
const atOnce = 2;
const longestMs = 45_000;
const idleMs = 5_000;

type Worker = { readonly process: ChildProcess; idle: NodeJS.Timeout | null };
/** `all` are the processes that run now, at work or idle. */
type Studio = { idle: Worker[]; all: Set<ChildProcess>; busy: number; waiting: (() => void)[] };
/** A picture to be worked on, or a card to be drawn. */
export type StudioJob = PictureJob | CardJob;
type Answer = Result<PictureMade, Refusal>;

/** One per process, though the bundler may load this file more than once. */
const kept = globalThis as typeof globalThis & { verbatimStudio?: Studio };
const studio = (): Studio => {
  kept.verbatimStudio ??= { idle: [], all: new Set(), busy: 0, waiting: [] };
  return kept.verbatimStudio;
};

/** How many pictures wait for their turn; past a dozen the handler asks people to try again. */
export const picturesWaiting = (): number => studio().waiting.length;

/** The processes that run for pictures at this moment, at work or idle. */
export const processesInStudio = (): ChildProcess[] => [...studio().all];

/** Has a picture worked on in another process, so that the memory which that takes is given back when it ends. A worker
 * that dies or takes too long is ended, and the picture refused: the file itself is the likeliest reason. */
export async function inStudio(job: StudioJob): Promise<Answer> {
  const room = studio();
  if (room.busy >= atOnce) await new Promise<void>((resolve) => room.waiting.push(resolve));
  else room.busy += 1;
  try {
    return await workedOn(job);
  } finally {
    // The place goes straight to the next in line.
    const next = room.waiting.shift();
    if (next) next();
    else room.busy -= 1;
  }
}

async function workedOn(job: StudioJob): Promise<Answer> {
  const worker = hired();
  const told = await answerOf(worker.process, job);
  if (told === "gone") return refuse("picture_too_heavy");
  rest(worker);
  if ("fault" in told) throw new Error(`A picture could not be worked on: ${told.fault}`);
  return told.answer;
}

function hired(): Worker {
  const rested = studio().idle.pop();
  if (rested) {
    if (rested.idle) clearTimeout(rested.idle);
    rested.process.ref();
    rested.process.channel?.ref();
    return rested;
  }
  const child = spawn(process.execPath, [join(process.cwd(), ".build/picture-worker.mjs")], {
    // None of the newsroom's settings, and none of its keys.
    env: {
      PATH: process.env.PATH ?? "",
      MALLOC_ARENA_MAX: "2",
      NODE_ENV: process.env.NODE_ENV,
      // The fonts it sets words in, and no others of the machine: scripts/card-fonts.mjs.
      FONTCONFIG_FILE: join(process.cwd(), ".build/card-fonts/fonts.conf"),
    },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const room = studio();
  room.all.add(child);
  // One that cannot be started or reached says so more than once; whoever waits for it is told by its own listener.
  child.on("error", () => undefined);
  child.once("exit", () => {
    room.all.delete(child);
    room.idle = room.idle.filter((each) => each.process !== child);
  });
  return { process: child, idle: null };
}

function rest(worker: Worker): void {
  const room = studio();
  worker.process.unref();
  worker.process.channel?.unref();
  worker.idle = setTimeout(() => {
    room.idle = room.idle.filter((each) => each !== worker);
    worker.process.kill();
  }, idleMs);
  worker.idle.unref();
  room.idle.push(worker);
}

type Told = { readonly answer: Answer } | { readonly fault: string };

function answerOf(child: ChildProcess, job: StudioJob): Promise<Told | "gone"> {
  return new Promise((resolve) => {
    const end = (told: Told | "gone") => {
      clearTimeout(late);
      child.off("message", end).off("exit", gone).off("error", gone);
      resolve(told);
    };
    const gone = () => end("gone");
    const late = setTimeout(() => {
      child.kill("SIGKILL");
      gone();
    }, longestMs);
    child.on("message", end).on("exit", gone).on("error", gone);
    child.send(job, (error) => error && gone());
  });
}
