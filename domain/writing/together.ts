/** What one tab is told of everybody who has the story open. */
export type Together = {
  /** Who has the pen. `mine`: the person asking, in the tab of that name, which is told to nobody else. */
  readonly holder: { readonly name: string; readonly mine: boolean; readonly tab: string | null } | null;
  /** Each person once, the one who asks first. */
  readonly here: readonly { readonly name: string; readonly initials: string; readonly mine: boolean }[];
  /** The names of others who ask for the pen, who asked first at the front. */
  readonly askedBy: readonly string[];
  /** This tab asks for the pen. */
  readonly asked: boolean;
  /** At which the story stands. */
  readonly revision: number;
};
