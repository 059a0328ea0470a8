import * as once from "./drawn-once";
import { FrontPage as Front } from "./front-page";
import { StoryPage as Story } from "./story-page";

// In development the scripts of Next stay on a page, and would draw again in the browser what is drawn once.
const isOnce = process.env.NODE_ENV === "production";

/** A story and the front as readers get them. A preview on the desk, which keeps its scripts, takes the ones they are made of. */
export const StoryPage = isOnce ? once.StoryPage : Story;
export const FrontPage = isOnce ? once.FrontPage : Front;
