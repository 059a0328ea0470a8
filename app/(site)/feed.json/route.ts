import { answerFeed } from "../feeds";

export const dynamic = "force-dynamic";

export const GET = (): Promise<Response> => answerFeed("json", { of: "paper" });
