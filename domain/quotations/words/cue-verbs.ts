/** How strongly a verb says that words in marks nearby were spoken or written by its subject. */
export type CueStrength = "strong" | "naming" | "weak";

const STRONG = `say tell add ask write reply respond answer explain insist argue claim state declare announce warn
note continue recall conclude acknowledge admit agree concede confess comment remark quip joke tweet retweet shout
yell scream cry exclaim whisper murmur mutter chant sing testify plead urge stress emphasize emphasise reiterate
repeat observe assert contend maintain allege complain lament muse boast brag vow promise pledge predict suggest
demand interject interrupt retort counter snap sigh caution advise counsel instruct inform assure report
reveal disclose confirm deny opine allow marvel reckon rhapsodize enquired reflect recount relate proclaim pronounce blog text email
e-mail elaborate enthuse fume gush rage roar bellow grumble growl groan moan reason speculate surmise concur
disagree protest object rejoin riff rant tease taunt wonder question query inquire enquire apologize apologise
summarize summarise theorize theorise hypothesize preach pray chide scold scoff sneer jest deadpan hint imply
intone holler narrate joshed confide divulge blurt utter allude reaffirm profess posit grouse gripe fret enunciate drawl stammer gasp sob weep wail beg implore beseech order command direct post
counter clarify specify volunteer ventured venture rule swear attest certify recite broadcast declaim bark`;

const NAMING = `call label brand dub describe characterize characterise denounce condemn criticize criticise blast
slam accuse praise hail laud tout portray deem decry deride mock cite dismiss reject refer liken compare term
bill blame credit attack rip ridicule lambaste chastise rebuke assail bash trash castigate lash berate disparage
fault chide skewer pan savage lampoon upbraid excoriate deplore bemoan extol acclaim repudiate disavow renounce heckle
belittle attribute ascribe chalk salute applaud commend congratulate thank welcome greet paint cast depict defend justify endorse depicted`;

const WEAK = `read promise find show offer express voice begin start go think believe feel see vent deliver issue
release publish propose signal underscore highlight invoke echo use seek recommend laugh smile shrug grin chuckle
nod advocate champion conclude point indicate contain include list define discuss hope
regard view remember compare put propose raise share record detail outline challenge press
advertise boom quote consider teach ponder convey communicate relay celebrate vilify threaten fire shoot`;

const IRREGULAR: Record<string, readonly string[]> = {
  say: ["says", "said", "saying"],
  tell: ["tells", "told", "telling"],
  write: ["writes", "wrote", "written", "writing"],
  read: ["reads", "read", "reading"],
  sing: ["sings", "sang", "sung", "singing"],
  swear: ["swears", "swore", "sworn", "swearing"],
  weep: ["weeps", "wept", "weeping"],
  go: ["goes", "went", "going", "gone"],
  begin: ["begins", "began", "begun", "beginning"],
  think: ["thinks", "thought", "thinking"],
  find: ["finds", "found", "finding"],
  show: ["shows", "showed", "shown", "showing"],
  feel: ["feels", "felt", "feeling"],
  see: ["sees", "saw", "seen", "seeing"],
  put: ["puts", "put", "putting"],
  cast: ["casts", "cast", "casting"],
  text: ["texts", "texted", "texting"],
  broadcast: ["broadcasts", "broadcast", "broadcasting"],
  rip: ["rips", "ripped", "ripping"],
  refer: ["refers", "referred", "referring"],
  get: ["gets", "got", "getting"],
  hit: ["hits", "hit", "hitting"],
  shoot: ["shoots", "shot", "shooting"],
  seek: ["seeks", "sought", "seeking"],
  mean: ["means", "meant", "meaning"],
  know: ["knows", "knew", "known", "knowing"],
  teach: ["teaches", "taught", "teaching"],
  lead: ["leads", "led", "leading"],
  stand: ["stands", "stood", "standing"],
};

function formsOf(verb: string): readonly string[] {
  const irregular = IRREGULAR[verb];
  if (irregular) return [verb, ...irregular];
  if (/[^aeiou]y$/u.test(verb)) {
    const stem = verb.slice(0, -1);
    return [verb, `${stem}ies`, `${stem}ied`, `${verb}ing`];
  }
  if (verb.endsWith("e")) return [verb, `${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`];
  const doubled =
    /^(?:admit|quip|brag|snap|beg|chat|slam|plan|nod|grin|rebut|pet|rig|step|blog|dub|chag|swap|sob|pan|clap|rap|label|cancel)$/u;
  const stem = doubled.test(verb) && !/label|cancel/u.test(verb) ? verb + verb.slice(-1) : verb;
  const third = /(?:s|x|z|ch|sh|o)$/u.test(verb) ? `${verb}es` : `${verb}s`;
  return [
    verb,
    third,
    `${stem}ed`,
    `${stem}ing`,
    `${verb}ed`,
    `${verb}ing`,
    ...(verb === "label" ? ["labelled", "labelling"] : []),
  ];
}

export type CueVerb = { verb: string; strength: CueStrength };

function table(): Map<string, CueVerb> {
  const found = new Map<string, CueVerb>();
  const lists: [CueStrength, string][] = [
    ["strong", STRONG],
    ["naming", NAMING],
    ["weak", WEAK],
  ];
  for (const [strength, list] of lists) {
    for (const verb of list.split(/\s+/u)) {
      for (const form of formsOf(verb)) if (!found.has(form)) found.set(form, { verb, strength });
    }
  }
  return found;
}

const CUES = table();

/** The verb and its strength when a lower-case word is a form of a verb that can introduce words, else null. */
export function cueVerb(word: string): CueVerb | null {
  return CUES.get(word) ?? null;
}

/** Forms that look the same as a noun in news, and count as verbs only with a subject right beside them. */
export const NOUN_LIKE: ReadonlySet<string> = new Set(
  `claim claims report reports question questions comment comments remark remarks answer answers order orders
  promise promises pledge pledges vow vows demand demands reply note notes state states post posts tweet tweets
  text texts email emails cry cries call calls label brand attack attacks praise blame credit show shows
  find finds read reads record records view views point points plan plans address use uses fear fears hope hopes
  support share list rule rules object objects protest protests joke jokes challenge raise offer offers release releases
  issue issues press broadcast blog rant query address lead feel start finding findings feeling meaning
  building hearing reading writing thinking recording opening meeting saying beginning ruling posting warning
  venture ventures cast term bill bills welcome approach direct command detail details start close open open need needs want echo signal
  signals present test counter counters stress stresses trash paint champion mean means vote votes remains`.split(
    /\s+/u,
  ),
);
