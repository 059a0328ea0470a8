import { Logger, type Runner, run, type TaskList } from "graphile-worker";
import postgres from "postgres";
import { log } from "./log";
import { startMailRounds } from "./mail/rounds";
import { clearEvidenceTask } from "./tasks/clear-evidence";
import { publishScheduledTask } from "./tasks/publish-scheduled";
import { sendMailTask } from "./tasks/send-mail";
import { logUnexpected } from "./unexpected";

const sweepEvery = 10_000;

export type Worker = { stop: () => Promise<void> };

/** Carries out what is to be done beside the pages, in this process: jobs in the database's own queue, each tried
 * again until it is done, on whichever instance takes it first. `ownerUrl` names the role that owns the queue. */
export async function startWorker(ownerUrl: string): Promise<Worker> {
  const taskList: TaskList = {
    "publish-scheduled": publishScheduledTask,
    "send-mail": sendMailTask,
    "clear-evidence": clearEvidenceTask,
  };
  const runner = await run({
    connectionString: ownerUrl,
    // One of them may be waiting for a mail server.
    concurrency: 3,
    maxPoolSize: 4,
    pollInterval: 1_000,
    noHandleSignals: true,
    crontab: "17 * * * * clear-evidence",
    taskList,
    logger: new Logger(({ taskIdentifier, jobId }) => (level, message) => {
      if (level === "error" || level === "warning")
        log.warn({ task: taskIdentifier, job: jobId }, headOf(message));
    }),
  });
  const stopSweeping = sweepScheduled(ownerUrl, runner);
  const stopMailRounds = startMailRounds(runner);
  return {
    stop: async () => {
      await stopSweeping();
      await stopMailRounds();
      await runner.stop();
    },
  };
}

/** The worker's own words before what an error said: an error of the database says what was typed. */
function headOf(message: string): string {
  return message.split(/[:\n]/, 1)[0] ?? "";
}

/** Queues every story whose moment comes within the next two sweeps, for that moment by the database's clock. The
 * queue holds at most one job a story, and the writer judges again when it runs. */
function sweepScheduled(ownerUrl: string, runner: Runner): () => Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, idle_timeout: 60, connect_timeout: 5, onnotice: () => {} });
  let underWay: Promise<void> | null = null;
  const sweep = async (): Promise<void> => {
    const due = await sql<{ id: string; at: Date }[]>`
      select id, scheduled_for as at from stories
      where stage = 'scheduled' and missed_because is null and scheduled_for <= now() + interval '20 seconds' limit 500`;
    for (const { id, at } of due) {
      await runner.addJob(
        "publish-scheduled",
        { storyId: id },
        { runAt: at, jobKey: `publish-scheduled:${id}` },
      );
    }
  };
  const begin = (): void => {
    underWay ??= sweep()
      .catch((error: unknown) => void logUnexpected(error, "looking for scheduled stories"))
      .finally(() => {
        underWay = null;
      });
  };
  begin();
  const timer = setInterval(begin, sweepEvery);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await underWay;
    await sql.end({ timeout: 2 });
  };
}
