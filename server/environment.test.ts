import { describe, expect, it } from "vitest";
import { readEnvironment } from "@/environment";

const key = (fill: number): string => Buffer.alloc(32, fill).toString("base64");
const whole = {
  DATABASE_URL: "postgres://app:secret@db.example:5432/verbatim",
  NEXTAUTH_SECRET: "a secret that is long enough for this",
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key(1),
  SOURCE_KEYS: `1:${key(2)}`,
};
const messageFor = (over: Record<string, string | undefined>): string => {
  try {
    readEnvironment({ ...whole, ...over });
    return "accepted";
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
};

describe("the settings", () => {
  it("take what is not given from what is", () => {
    const settings = readEnvironment({ ...whole, PORT: "4000", HOST: "" });
    expect(settings).toMatchObject({
      ownerUrl: whole.DATABASE_URL,
      directUrl: whole.DATABASE_URL,
      origin: "http://localhost:4000",
      host: "127.0.0.1",
      isEmbedded: false,
      trustsProxy: false,
    });
  });

  it("keep files in a bucket only where it is named with its key and secret", () => {
    expect(readEnvironment(whole).bucket).toBeNull();
    expect(messageFor({ S3_BUCKET: "paper" })).toBe(
      "Wrong configuration: S3_ACCESS_KEY_ID is missing; S3_SECRET_ACCESS_KEY is missing.",
    );
    const named = { S3_BUCKET: "paper", S3_ACCESS_KEY_ID: "id", S3_SECRET_ACCESS_KEY: "secret" };
    expect(messageFor({ ...named, S3_ENDPOINT: "the cellar" })).toContain("S3_ENDPOINT must be");
    expect(readEnvironment({ ...whole, ...named, S3_ENDPOINT: "http://127.0.0.1:9000" }).bucket).toEqual({
      name: "paper",
      endpoint: "http://127.0.0.1:9000",
      region: "us-east-1",
      keyId: "id",
      secret: "secret",
    });
  });

  it("send mail by a server, or keep it in a folder", () => {
    const mailOf = (url: string) =>
      readEnvironment({ ...whole, SMTP_URL: url, MAIL_FROM: "desk@a.example" }).mail;
    expect(mailOf("smtp://mail.example:587")).toMatchObject({ from: "desk@a.example", folder: null });
    expect(mailOf("file:///srv/our%20letters")?.folder).toBe("/srv/our letters");
    for (const url of ["file:///", "file://elsewhere/share", "ftp://mail.example", "letters"])
      expect(messageFor({ SMTP_URL: url, MAIL_FROM: "desk@a.example" })).toContain("SMTP_URL must");
  });

  it("read every version of the keys that open sealed names", () => {
    const { sourceKeys } = readEnvironment({ ...whole, SOURCE_KEYS: `1:${key(2)},3:${key(4)}` });
    expect([...sourceKeys].map(([version, bytes]) => [version, bytes[0]])).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it.each([
    ["DATABASE_URL", undefined],
    ["DATABASE_URL", "mysql://x/y"],
    ["DATABASE_URL", "postgres://host-without-database"],
    ["PORT", "abc"],
    ["PORT", "70000"],
    ["ORIGIN", "paper.example"],
    ["ORIGIN", "https://paper.example/path"],
    ["NEXTAUTH_SECRET", undefined],
    ["NEXTAUTH_SECRET", "short"],
    ["NEXT_SERVER_ACTIONS_ENCRYPTION_KEY", "not base64!"],
    ["SOURCE_KEYS", undefined],
    ["SOURCE_KEYS", key(2)],
    ["SOURCE_KEYS", `1:${key(2)},1:${key(3)}`],
    ["SOURCE_KEYS", `0:${key(2)}`],
    ["SOURCE_KEYS", "1:c2hvcnQ="],
    ["TRUST_PROXY", "yes"],
    ["LOG_LEVEL", "loud"],
  ])("%s as %s stop the start with one line that names it", (name, value) => {
    const message = messageFor({ [name]: value });
    expect(message).toContain(name);
    expect(message.split("\n")).toHaveLength(1);
  });

  it("name everything that is wrong at once, and never a secret's value", () => {
    const message = messageFor({ NEXTAUTH_SECRET: "hunter2", SOURCE_KEYS: "1:hunter2", PORT: "x" });
    expect(["NEXTAUTH_SECRET", "SOURCE_KEYS", "PORT"].every((name) => message.includes(name))).toBe(true);
    expect(message).not.toContain("hunter2");
  });
});
