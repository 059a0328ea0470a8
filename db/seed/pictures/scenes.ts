import { channelMarker, highWater, lighthouseRock, nightFerry, seals, swimmingLake } from "./sea-scenes";
import { saltMarsh, seaLadder } from "./shore-scenes";
import { chandlerStreet, councilHall, library, northernPort } from "./town-scenes";
import { footballGround, harbourCranes, netMenders } from "./work-scenes";

export type Scene = {
  readonly draw: () => string;
  readonly alt: string;
  readonly caption: string;
};

export const artist = "Illustration: Pell Andersson / The Tidewater Record";

/** Every picture of the demonstration, with the words that stand beside it. */
export const scenes = {
  highWater: {
    draw: highWater,
    alt: "A wave breaks white over the end of a stone mole, beside a lighthouse with red bands, under a low sun",
    caption: "The east mole at high water.",
  },
  channelMarker: {
    draw: channelMarker,
    alt: "A red channel buoy leans in the tide, with a pilot boat crossing behind it",
    caption: "Number seven buoy, at the turn of the Sallow channel.",
  },
  nightFerry: {
    draw: nightFerry,
    alt: "A ferry with every window lit crosses dark water under a full moon",
    caption: "The last crossing from Saltby.",
  },
  lighthouseRock: {
    draw: lighthouseRock,
    alt: "A lighthouse and a keeper’s cottage on a black rock, in an orange evening",
    caption: "Gannet Rock, where the light was built by subscription in 1861.",
  },
  seals: {
    draw: seals,
    alt: "Five grey seals lie on a sandbank between two bands of pale blue water",
    caption: "Grey seals on the Hask bank at low water.",
  },
  swimmingLake: {
    draw: swimmingLake,
    alt: "A wooden jetty runs out over a green lake among dunes; a lifebelt hangs on a post",
    caption: "The bathing lake at Fenner’s Dune.",
  },
  councilHall: {
    draw: councilHall,
    alt: "A council hall with columns and a clock tower, on a square with two bare trees",
    caption: "The council hall on Market Square.",
  },
  harbourCranes: {
    draw: harbourCranes,
    alt: "Three cranes stand over a harbour at sunrise, with a dredger moored below them",
    caption: "The inner harbour at first light.",
  },
  netMenders: {
    draw: netMenders,
    alt: "Two people sit mending nets that hang to dry between posts, in front of tarred sheds",
    caption: "Quay Lane on a drying day.",
  },
  chandlerStreet: {
    draw: chandlerStreet,
    alt: "A terrace of coloured houses with sandbags along the doors, and a rowing boat adrift in the flooded road",
    caption: "Chandler Street, where the water came twice last winter.",
  },
  footballGround: {
    draw: footballGround,
    alt: "A football match under floodlights on a hill, with the sea and a lighthouse behind",
    caption: "The Beacon, Tidewater Athletic’s ground.",
  },
  library: {
    draw: library,
    alt: "A brick library at dusk with lit arched windows full of books, and someone outside under an umbrella",
    caption: "The library on Coopers Row.",
  },
  northernPort: {
    draw: northernPort,
    alt: "A row of tall stepped gables behind a broad new sea wall, with wind turbines beyond",
    caption: "Oosterhaven, behind the wall that opened in September.",
  },
  saltMarsh: {
    draw: saltMarsh,
    alt: "A creek winds through green salt marsh with sea lavender, and a white egret stands at the edge",
    caption: "The Sallow marsh, five years after the bank was opened.",
  },
  seaLadder: {
    draw: seaLadder,
    alt: "Two swimmers in coloured caps beside a ladder on a harbour wall, with cottages above",
    caption: "Swimmers off the old slip.",
  },
} as const satisfies Record<string, Scene>;
export type SceneName = keyof typeof scenes;
