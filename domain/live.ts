import { type Actor, isEditor } from "./people";

/** What a piece of news is about. `story` a story's stage, plan or place on the board; `text` its words; `talk` comments
 * and notes on it; `front` a front as it is arranged; `session` that somebody's rights or sign-in changed; `notice` something for one person. */
export const newsTopics = ["story", "text", "talk", "front", "session", "notice"] as const;
export type NewsTopic = (typeof newsTopics)[number];

/** That something changed, and for whom that is news: never what changed. Whoever hears it reads the page anew, with
 * their own rights. `id` names the story, the front or the person. */
export type News = {
  readonly about: NewsTopic;
  readonly id: string;
  /** People who may hear it. */
  readonly to: readonly string[];
  /** Whether every editor may hear it too. */
  readonly editors: boolean;
};

/** Whether a person may hear of it: not even that a story exists is told to who may not see it. */
export const hears = (actor: Actor, news: News): boolean =>
  news.to.includes(actor.id) || (news.editors && isEditor(actor));

/** Reads what came over the database's channel; null for what is not ours. */
export function newsFrom(payload: string): News | null {
  let given: unknown;
  try {
    given = JSON.parse(payload);
  } catch {
    return null;
  }
  if (typeof given !== "object" || given === null) return null;
  const { about, id, to, editors } = given as Record<string, unknown>;
  const topic = newsTopics.find((each) => each === about);
  if (!topic || typeof id !== "string" || typeof editors !== "boolean" || !Array.isArray(to)) return null;
  return { about: topic, id, to: to.filter((each) => typeof each === "string"), editors };
}
