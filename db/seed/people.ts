import { changeStaff, createStaff, invite } from "@/db/write-people";
import type { Actor, Role } from "@/domain/people";

type Member = { readonly name: string; readonly role: Role; readonly title: string };

/** The invented staff of the Record. The first of each role is the one that the sign-in page lets visitors be. */
const staff = {
  ines: { name: "Ines Okafor", role: "reporter", title: "local government correspondent" },
  tomas: { name: "Tomas Reyes", role: "editor", title: "news editor" },
  runa: { name: "Runa Vance", role: "admin", title: "editor in chief" },
  hana: { name: "Hana Feld", role: "reporter", title: "courts and culture reporter" },
  joss: { name: "Joss Tregear", role: "reporter", title: "environment and sport reporter" },
  morwenna: { name: "Morwenna Pryce", role: "editor", title: "features editor" },
} as const satisfies Record<string, Member>;

export type StaffName = keyof typeof staff;
export type Staff = Readonly<Record<StaffName, Actor>>;

/** The addresses that mark people of the demonstration. */
export const demonstrationDomain = "tidewater.example";

/** Makes the staff. They have no passwords: one becomes them by the buttons of the demonstration and in no other way. */
export async function employStaff(): Promise<Staff> {
  const made: [string, Actor][] = [];
  for (const [key, member] of Object.entries(staff)) {
    const person = await createStaff({
      ...member,
      email: `${member.name.toLowerCase().replace(" ", ".")}@${demonstrationDomain}`,
      password: null,
    });
    if (!person.ok) throw new Error(`${member.name} is there already`);
    made.push([key, { id: person.value.id, name: member.name, role: member.role }]);
  }
  return Object.fromEntries(made) as Staff;
}

/** Somebody who has left, with the account and what they wrote kept, and somebody who is on the way in. */
export async function comeAndGo(admin: Actor): Promise<void> {
  const left = await createStaff({
    name: "Piet Hollar",
    role: "reporter",
    title: "shipping correspondent",
    email: `piet.hollar@${demonstrationDomain}`,
    password: null,
  });
  const coming = { name: "Salma Idris", role: "reporter", title: "data reporter" } as const;
  const invited = await invite(admin, { ...coming, email: `salma.idris@${demonstrationDomain}` });
  if (!left.ok || !invited.ok) throw new Error("the people of the demonstration are there already");
  const gone = await changeStaff(admin, left.value.id, { to: "deactivate" });
  if (!gone.ok) throw new Error(gone.why);
}
