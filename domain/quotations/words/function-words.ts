const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

export const DETERMINERS =
  set(`the a an this that these those his her its their our my your some any many several
few most all both each every another one two three four five six seven eight nine ten dozens hundreds thousands
other no certain such various more much multiple numerous countless`);

export const POSSESSIVES = set("his her its their our my your");

export const PREPOSITIONS =
  set(`of in on at by for with from to into about against during after before between
among through over under above below across behind beyond near since until without within toward towards upon via
per despite like unlike amid amidst along around outside inside beside besides regarding concerning following
including alongside throughout except as than off onto past versus`);

export const CONJUNCTIONS =
  set(`and or but nor so yet because although though while whereas if unless when whenever
where wherever whether that which who whom whose what how why then once`);

export const AUXILIARIES =
  set(`is are was were be been being am has have had having do does did will would shall
should can could may might must ought isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t doesn’t didn’t won’t
wouldn’t can’t couldn’t isn't aren't wasn't weren't hasn't haven't hadn't doesn't didn't won't wouldn't can't
couldn't cannot ’s 's ’d 'd ’ll 'll ’ve 've`);

export const SUBJECT_PRONOUNS = set("he she they it we i you");
export const OBJECT_PRONOUNS = set("him them us me himself herself themselves itself myself ourselves");

export const ADVERBS = set(`also then later again once now just never even still only already always often too
recently previously earlier subsequently eventually finally first last next soon instead meanwhile however
further simply merely so thus nevertheless nonetheless therefore ever sometimes usually perhaps maybe not n’t n't
today yesterday tonight tomorrow back here there twice repeatedly afterward afterwards famously flatly fired both
all each himself herself themselves itself essentially long since quickly reportedly allegedly`);

/** Words that begin sentences and are capitalised there without being part of a name. */
export const SENTENCE_OPENERS =
  set(`the a an this that these those his her its their our my your some any many several few most all
both each every another one two three four five six seven eight nine ten eleven twelve twenty thirty dozens hundreds thousands
millions other no such various more much of in on at by for with from to into about against during after before
between among through over under above below across behind beyond near since until without within toward towards
upon via per despite like unlike amid along around outside inside beside besides regarding following including
except as than and or but nor so yet because although though while whereas if unless when whenever where wherever
whether which who whom whose what how why then once is are was were be been being am has have had do does did will
would shall should can could may might must he she they it we i you him them us me himself herself also later again
now just never even still only already always often too recently previously earlier subsequently eventually
finally first last next soon instead meanwhile however further furthermore moreover simply thus nevertheless
nonetheless therefore ever sometimes usually perhaps maybe not today yesterday tonight tomorrow here there asked
speaking according added adding writing citing quoting responding noting calling describing referring saying
told said says answering commenting discussing explaining addressing appearing standing sitting looking
pressed questioned reached contacted given based born raised known called described faced armed
critics supporters opponents officials police prosecutors lawyers experts analysts residents witnesses
authorities investigators doctors scientists researchers economists democrats republicans conservatives liberals
voters protesters demonstrators activists students teachers parents families workers employees neighbours
neighbors friends relatives people others everyone everybody someone somebody nobody none nothing everything something anyone
anybody let lets yes well oh ok okay hello thanks thank please sorry sure indeed still overall altogether additionally
similarly likewise consequently accordingly otherwise rather quite almost nearly roughly approximately
exactly especially particularly specifically generally typically clearly obviously apparently reportedly
allegedly supposedly presumably certainly definitely absolutely probably possibly hopefully fortunately
unfortunately sadly happily luckily surprisingly interestingly ironically importantly notably significantly
ultimately initially originally formerly currently presently lately once twice back down up out off away news
image video photo photos file source sources read more watch see listen click follow share related update
updated correction editor’s note not nor neither either another yet half part none much little less least enough
early late new old young former current senior junior top good great big small high low long short hard easy right
left real true whole full open public private local national federal state international global foreign domestic
political social economic military legal criminal civil human natural medical scientific American British
then-candidate back-to-back asked-about`);

/** Words that stand in lower case inside a name. */
export const NAME_PARTICLES = set(
  "de del della der den di da dos das du la le van von bin bint ibn al el ben ter ten zu af av y e abu",
);

export const WEEKDAYS = set(
  "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun",
);
export const MONTHS =
  set(`january february march april may june july august september october november december jan feb
mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.`);

/** Common verbs that are no cue: a phrase cannot run across one. */
export const PLAIN_VERBS =
  set(`went came took made got gave left met saw heard ran sat stood won lost held kept brought
became seemed appeared looked turned moved walked arrived returned stopped tried wanted needed worked lived died
killed died grew rose fell spent paid bought sold built caught sent showed used helped wanted led played faced
joined visited attended received served resigned retired voted elected appointed named passed signed introduced
opened closed ended continued remained stayed followed watched waited agreed decided chose refused declined
failed managed planned intended hoped expected ordered arrested charged convicted sentenced released rejected
accepted supported opposed endorsed criticised defended attacked fired hired apologised apologized denied
survived published launched created founded established organised organized led pushed pulled carried dropped
raised cut set hit put let began started includes include included survived ended makes takes gets gives goes
wept shook wore drove flew threw broke ate drank slept woke blew fled knelt rang rode sank slid struck swung tore understood
withdrew comes has does works lives leads runs wants needs seems looks prompted sparked drew earned triggered caused`);
