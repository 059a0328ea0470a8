import { MissingPage } from "./missing";

export default MissingPage;
