import type { NextConfig } from "next";
import { release } from "./environment";

const config: NextConfig = {
  // Pages of one release only take scripts and actions of that release; an old tab is told so.
  deploymentId: release,
  poweredByHeader: false,
  // The outer server compresses: see server/main.ts.
  compress: false,
  // Titles and meta tags belong in the head of the page that is cached, for every reader and not only for robots.
  htmlLimitedBots: /.*/,
  // The tests run the compiler over everything; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["postgres", "graphile-worker", "pino", "sharp", "nodemailer"],
  images: { unoptimized: true },
};

export default config;
