export const roles = ["reporter", "editor", "admin"] as const;
export type Role = (typeof roles)[number];

/** Who asks. Made from the session row alone, never from what a browser says. */
export type Actor = { readonly id: string; readonly name: string; readonly role: Role };

/** An admin is an editor who also runs the shape of the paper. */
export const isEditor = (actor: { role: Role }): boolean => actor.role === "editor" || actor.role === "admin";
export const isAdmin = (actor: { role: Role }): boolean => actor.role === "admin";

export const roleNames: Record<Role, string> = { reporter: "Reporter", editor: "Editor", admin: "Admin" };
