import { buttonClasses } from "@/components/desk/button";
import type { Role } from "@/domain/people";

const what: Record<Role, string> = {
  reporter: "writes stories and ties quotes to sources",
  editor: "reads, approves and publishes",
  admin: "also invites people and sets the house rules",
};

/** The ways into the demonstration newsroom: plain forms, which work before any script has loaded. */
export function Demonstration({ then, roles }: { then: string; roles: readonly Role[] }) {
  return (
    <section aria-labelledby="demonstration" className="mt-6 border-t border-rule pt-5">
      <h2 id="demonstration" className="m-0 mb-1 font-ui text-[14px] font-semibold">
        Look around first
      </h2>
      <p className="m-0 mb-3 text-[13px] leading-normal text-ink-2">
        This is a demonstration with an invented newsroom, on this machine only.
      </p>
      <form method="post" action="/api/auth/callback/demonstration" className="m-0 grid gap-2 p-0">
        <input type="hidden" name="then" value={then} />
        {roles.map((role) => (
          <button
            key={role}
            type="submit"
            name="role"
            value={role}
            aria-describedby={`as-${role}`}
            className={buttonClasses()}
          >
            Try it as {role}
          </button>
        ))}
      </form>
      <ul className="m-0 mt-3 list-none p-0 text-[12.5px] leading-relaxed text-ink-3">
        {roles.map((role) => (
          <li key={role} id={`as-${role}`}>
            <span className="capitalize">{role}</span>: {what[role]}
          </li>
        ))}
      </ul>
    </section>
  );
}
