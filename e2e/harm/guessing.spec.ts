import { hashPassword } from "@/db/people/passwords";
import { newId } from "@/db/schema/columns";
import { guessLimits } from "@/domain/guesses";
import { expect, test } from "../newsroom";
import { OwnNewsroom } from "../own-newsroom";

test("an address that guesses at many accounts is shut out for a while, and nobody elsewhere is", async ({
  newsroom,
}) => {
  test.setTimeout(240_000);
  // The addresses are told by a proxy, as where a newsroom stands behind one.
  const own = new OwnNewsroom({ TRUST_PROXY: "1" });
  try {
    await own.start();
    const { request } = await newsroom.visitor();
    const person = { email: "nora@journeys.example", password: "quite other words here" };
    await own.ask(
      "insert into users (id, email, name, role, slug, password_hash) values ($1, $2, 'Nora', 'reporter', 'nora', $3)",
      newId(),
      person.email,
      await hashPassword(person.password),
    );
    const guess = (from: string, email: string, password: string) =>
      request.post(`${own.origin}/api/auth/callback/credentials`, {
        headers: { origin: own.origin, accept: "application/json", "x-forwarded-for": from },
        form: { email, password },
      });
    const [guesser, neighbour, elsewhere] = ["2001:db8:1:1::7", "2001:db8:1:1:ffff::9", "203.0.113.8"];
    const answers: number[] = [];
    for (let begun = 0; begun < guessLimits.address; begun += 10) {
      const some = Array.from({ length: 10 }, (_, at) =>
        guess(guesser, `someone-${begun + at}@journeys.example`, "wrong words"),
      );
      for (const answer of await Promise.all(some)) answers.push(answer.status());
    }
    expect(answers).toEqual(Array<number>(guessLimits.address).fill(401));
    // The right password is not looked at from there, nor from the same network.
    for (const from of [guesser, neighbour]) {
      const shut = await guess(from, person.email, person.password);
      expect([from, shut.status(), Number(shut.headers()["retry-after"]) > 60]).toEqual([from, 429, true]);
    }
    expect((await guess(elsewhere, person.email, person.password)).status()).toBe(200);
    // It is kept in the database, and stands when the server is another one.
    const server = own.server();
    process.kill(server, "SIGKILL");
    await expect
      .poll(async () => (await guess(guesser, person.email, person.password).catch(() => null))?.status(), {
        timeout: 45_000,
      })
      .toBe(429);
    expect(own.server()).not.toBe(server);
  } finally {
    await own.stop();
  }
});
