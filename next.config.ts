import type { NextConfig } from "next";

// The release's name comes to Next as NEXT_DEPLOYMENT_ID: pages of one release only take scripts and actions of that
// release, and an old tab is told so.
const config: NextConfig = {
  poweredByHeader: false,
  // The outer server compresses: see server/outer-server.ts.
  compress: false,
  // Titles and meta tags belong in the head of the page that is kept, for every reader and not only for robots.
  htmlLimitedBots: /.*/,
  // The tests run the compiler over everything; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "postgres",
    "graphile-worker",
    "pino",
    "sharp",
    "nodemailer",
    "@aws-sdk/client-s3",
  ],
  images: { unoptimized: true },
  // In development Next would print what each action is called with: among it names that are to be sealed.
  logging: { serverFunctions: false },
  // A story for machines is asked for beside its page: "/harbour/pilots.json". A section's feed.json is no story.
  rewrites: async () => [
    { source: "/:section/:slug((?!feed\\.json$)[^/]+)\\.json", destination: "/:section/:slug/ninjs" },
  ],
  // Where feed readers look for a feed when they are given the address of the paper alone. 308.
  redirects: async () =>
    Object.entries({
      "/feed": "/feed.xml",
      "/rss": "/feed.xml",
      "/rss.xml": "/feed.xml",
      "/index.xml": "/feed.xml",
      "/atom.xml": "/feed.atom",
    }).map(([source, destination]) => ({ source, destination, permanent: true })),
  // Pages are loaded when they are first asked for: a start is quicker, and what nobody asks for takes no memory.
  experimental: { preloadEntriesOnStart: false },
};

export default config;
