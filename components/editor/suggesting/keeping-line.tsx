import type { Keeping } from "./suggestion-saver";

/** Whether what is suggested is saved. */
export function KeepingLine({ keeping }: { keeping: Keeping }) {
  const [look, words] = told(keeping);
  return (
    <p role="status" className={`m-0 text-[13.5px] font-[560] ${look}`}>
      {words}
    </p>
  );
}

function told(keeping: Keeping): [look: string, words: string] {
  switch (keeping.how) {
    case "kept":
      return ["text-sourced", "✓ Suggestions saved"];
    case "keeping":
      return ["text-ink-3", "Saving suggestions…"];
    case "waiting": {
      const why = keeping.signedOut ? "Signed out" : "The newsroom does not answer";
      const then = keeping.signedOut ? "sign in again in another tab" : "it is tried again";
      const where = keeping.onDevice ? "kept on this device" : "leave this page open";
      return ["text-attention", `${why}: ${where}, ${then}`];
    }
    case "refused":
      return ["text-broken", `Not saved. ${keeping.words}`];
  }
}
