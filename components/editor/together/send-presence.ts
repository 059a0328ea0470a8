import type { Wish } from "@/domain/writing/pen";
import type { Together } from "@/domain/writing/together";

const asked = (tab: string, wish: Wish, writer?: string): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ tab, wish, writer }),
});

/** Gives a sign of life of this tab and answers who is here; null when that cannot be had now. Never throws. */
export async function sendPresence(
  storyId: string,
  tab: string,
  wish: Wish,
  writer: string,
): Promise<(Together & { readonly release: string }) | null> {
  try {
    const response = await fetch(`/desk/stories/${storyId}/presence`, {
      ...asked(tab, wish, writer),
      signal: AbortSignal.timeout(8_000),
    });
    if (!response.ok) return null;
    const together = (await response.json()) as Together;
    return { ...together, release: response.headers.get("x-verbatim-release") ?? "" };
  } catch {
    return null;
  }
}

/** Says that this tab is gone, even as its page is being closed. */
export function sendLeave(storyId: string, tab: string): void {
  fetch(`/desk/stories/${storyId}/presence`, { ...asked(tab, "leave"), keepalive: true }).catch(
    () => undefined,
  );
}
