// The program that works on pictures, as a build makes it: the tests run the newest.
export { bundlePictureWorker as default } from "../../scripts/build.mjs";
