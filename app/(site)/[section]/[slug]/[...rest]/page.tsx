import { MissingPage, missingMetadata } from "../../../missing";

export const metadata = missingMetadata;

/** Nothing of the paper lies deeper than a story. */
export default MissingPage;
