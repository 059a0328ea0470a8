import type { FocalPoint } from "@/domain/pictures";
import { channelMarker, highWater, lighthouseRock, nightFerry, seals, swimmingLake } from "./sea-scenes";
import { saltMarsh, seaLadder } from "./shore-scenes";
import { chandlerStreet, councilHall, library, northernPort } from "./town-scenes";
import { footballGround, harbourCranes, netMenders } from "./work-scenes";

export type Scene = {
  readonly draw: () => string;
  readonly focal: FocalPoint;
  readonly alt: string;
  readonly caption: string;
};

export const artist = "Illustration: Pell Andersson / The Tidewater Record";

/** Every picture of the demonstration, with the words that stand beside it. */
export const scenes = {
  highWater: {
    draw: highWater,
    focal: [0.6, 0.5],
    alt: "A wave breaks white over the end of a stone mole, beside a lighthouse with red bands, under a low sun",
    caption: "The east mole at high water.",
  },
  channelMarker: {
    draw: channelMarker,
    focal: [0.47, 0.5],
    alt: "A red channel buoy leans in the tide, with a pilot boat crossing behind it",
    caption: "Number seven buoy, at the turn of the Sallow channel.",
  },
  nightFerry: {
    draw: nightFerry,
    focal: [0.58, 0.5],
    alt: "A ferry with every window lit crosses dark water under a full moon",
    caption: "The last crossing from Saltby.",
  },
  lighthouseRock: {
    draw: lighthouseRock,
    focal: [0.66, 0.5],
    alt: "A lighthouse and a keeper’s cottage on a black rock, in an orange evening",
    caption: "Gannet Rock, where the light was built by subscription in 1861.",
  },
  seals: {
    draw: seals,
    focal: [0.5, 0.65],
    alt: "Five grey seals lie on a sandbank between two bands of pale blue water",
    caption: "Grey seals on the Hask bank at low water.",
  },
  swimmingLake: {
    draw: swimmingLake,
    focal: [0.48, 0.75],
    alt: "A wooden jetty runs out over a green lake among dunes; a lifebelt hangs on a post",
    caption: "The bathing lake at Fenner’s Dune.",
  },
  councilHall: {
    draw: councilHall,
    focal: [0.5, 0.4],
    alt: "A council hall with columns and a clock tower, on a square with two bare trees",
    caption: "The council hall on Market Square.",
  },
  harbourCranes: {
    draw: harbourCranes,
    focal: [0.32, 0.6],
    alt: "Three cranes stand over a harbour at sunrise, with a dredger moored below them",
    caption: "The inner harbour at first light.",
  },
  netMenders: {
    draw: netMenders,
    focal: [0.45, 0.7],
    alt: "Two people sit mending nets that hang to dry between posts, in front of tarred sheds",
    caption: "Quay Lane on a drying day.",
  },
  chandlerStreet: {
    draw: chandlerStreet,
    focal: [0.73, 0.8],
    alt: "A terrace of coloured houses with sandbags along the doors, and a rowing boat adrift in the flooded road",
    caption: "Chandler Street, where the water came twice last winter.",
  },
  footballGround: {
    draw: footballGround,
    focal: [0.65, 0.6],
    alt: "A football match under floodlights on a hill, with the sea and a lighthouse behind",
    caption: "The Beacon, Tidewater Athletic’s ground.",
  },
  library: {
    draw: library,
    focal: [0.66, 0.65],
    alt: "A brick library at dusk with lit arched windows full of books, and someone outside under an umbrella",
    caption: "The library on Coopers Row.",
  },
  northernPort: {
    draw: northernPort,
    focal: [0.4, 0.45],
    alt: "A row of tall stepped gables behind a broad new sea wall, with wind turbines beyond",
    caption: "Oosterhaven, behind the wall that opened in September.",
  },
  saltMarsh: {
    draw: saltMarsh,
    focal: [0.38, 0.65],
    alt: "A creek winds through green salt marsh with sea lavender, and a white egret stands at the edge",
    caption: "The Sallow marsh, five years after the bank was opened.",
  },
  seaLadder: {
    draw: seaLadder,
    focal: [0.42, 0.75],
    alt: "Two swimmers in coloured caps beside a ladder on a harbour wall, with cottages above",
    caption: "Swimmers off the old slip.",
  },
} as const satisfies Record<string, Scene>;
export type SceneName = keyof typeof scenes;
