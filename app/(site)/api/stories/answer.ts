/** Answers another program in JSON. Anybody's page may ask: nothing here is for one reader alone. */
export const answerJson = (body: unknown, status = 200): Response =>
  Response.json(body, { status, headers: { "access-control-allow-origin": "*" } });
