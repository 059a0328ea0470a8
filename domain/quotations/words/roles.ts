const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/** Courtesy titles that stand before a name and are no part of it, by what they tell of gender. */
export const HONORIFICS: ReadonlyMap<string, "m" | "f" | null> = new Map(
  Object.entries({
    mr: "m",
    "mr.": "m",
    mister: "m",
    sir: "m",
    lord: "m",
    master: "m",
    baron: "m",
    count: "m",
    duke: "m",
    prince: "m",
    king: "m",
    father: "m",
    brother: "m",
    señor: "m",
    monsieur: "m",
    herr: "m",
    imam: "m",
    "fr.": "m",
    "msgr.": "m",
    monsignor: "m",
    pope: "m",
    mrs: "f",
    "mrs.": "f",
    ms: "f",
    "ms.": "f",
    miss: "f",
    dame: "f",
    lady: "f",
    baroness: "f",
    duchess: "f",
    princess: "f",
    queen: "f",
    sister: "f",
    countess: "f",
    madam: "f",
    madame: "f",
    señora: "f",
    frau: "f",
    congressman: "m",
    congresswoman: "f",
    councilman: "m",
    councilwoman: "f",
    chairman: "m",
    chairwoman: "f",
    assemblyman: "m",
    assemblywoman: "f",
    alderman: "m",
    policeman: "m",
    policewoman: "f",
    dr: null,
    "dr.": null,
    mx: null,
    "mx.": null,
    prof: null,
    "prof.": null,
    professor: null,
    president: null,
    "pres.": null,
    vice: null,
    senator: null,
    "sen.": null,
    "sens.": null,
    "rep.": null,
    "reps.": null,
    rep: null,
    sen: null,
    representative: null,
    "gov.": null,
    gov: null,
    governor: null,
    general: null,
    "gen.": null,
    gen: null,
    lieutenant: null,
    "lt.": null,
    lt: null,
    colonel: null,
    "col.": null,
    col: null,
    captain: null,
    "capt.": null,
    capt: null,
    sergeant: null,
    "sgt.": null,
    sgt: null,
    major: null,
    "maj.": null,
    maj: null,
    admiral: null,
    "adm.": null,
    adm: null,
    commander: null,
    "cmdr.": null,
    "cpl.": null,
    "pvt.": null,
    officer: null,
    detective: null,
    "det.": null,
    inspector: null,
    superintendent: null,
    constable: null,
    chief: null,
    sheriff: null,
    deputy: null,
    marshal: null,
    judge: null,
    justice: null,
    magistrate: null,
    attorney: null,
    "atty.": null,
    counsel: null,
    cardinal: null,
    archbishop: null,
    bishop: null,
    reverend: null,
    "rev.": null,
    rev: null,
    pastor: null,
    rabbi: null,
    canon: null,
    deacon: null,
    secretary: null,
    "sec.": null,
    minister: null,
    premier: null,
    chancellor: null,
    ambassador: null,
    consul: null,
    envoy: null,
    mayor: null,
    councillor: null,
    councilor: null,
    cllr: null,
    "cllr.": null,
    commissioner: null,
    director: null,
    chair: null,
    chairperson: null,
    speaker: null,
    prime: null,
    deputyprime: null,
    "supt.": null,
    "insp.": null,
    det: null,
    insp: null,
    supt: null,
    pc: null,
    dc: null,
    di: null,
    dci: null,
    dsi: null,
    ds: null,
    cdr: null,
    cpl: null,
    pvt: null,
    revd: null,
    "revd.": null,
    rtd: null,
    hon: null,
    "hon.": null,
    coach: null,
    professoremeritus: null,
    undersecretary: null,
    emeritus: null,
    first: null,
    staff: null,
    principal: null,
    dean: null,
    provost: null,
    sheikh: "m",
    ayatollah: "m",
    emir: "m",
    sultan: "m",
    tsar: "m",
    atty: null,
    solicitor: null,
    comptroller: null,
    treasurer: null,
    lieutenantgovernor: null,
    nurse: null,
    "spc.": null,
    private: null,
    corporal: null,
    warden: null,
    trooper: null,
    agent: null,
    firefighter: null,
    "messrs.": "m",
    messrs: "m",
    "st.": null,
    sgtmaj: null,
    brigadier: null,
    "brig.": null,
    viceroy: null,
    mp: null,
    "d.a.": null,
    ceo: null,
    cfo: null,
    coo: null,
    spokesman: "m",
    spokeswoman: "f",
    spokesperson: null,
  } as const),
);

/** Given names follow these: Sir Alden, Pope Francis, Queen Mathilde. */
export const GIVEN_NAME_TITLES = set("sir dame pope prince princess king queen sister brother father lady");

/** Nouns for a person by what they do or are; they may stand before a name or be a speaker themselves. */
export const ROLE_NOUNS =
  set(`spokesman spokeswoman spokesperson aide adviser advisor analyst economist historian
professor lecturer researcher scientist expert strategist consultant pollster lawyer attorney solicitor barrister
prosecutor judge magistrate juror defendant plaintiff witness officer detective inspector sheriff policeman
policewoman constable commander captain colonel general admiral soldier veteran sergeant lieutenant president chairman chairwoman
chairperson chair chief director manager executive ceo founder co-founder cofounder owner partner boss leader head deputy
secretary minister chancellor premier governor mayor senator congressman congresswoman representative lawmaker
legislator councillor councilman councilwoman councilor mp candidate nominee contender incumbent challenger
rival opponent predecessor successor colleague ally supporter critic activist campaigner organizer organiser
volunteer donor advocate lobbyist diplomat ambassador envoy official bureaucrat staffer employee worker driver
farmer teacher student pupil nurse doctor surgeon physician paramedic firefighter pilot engineer architect
builder electrician plumber carpenter mechanic shopkeeper waiter waitress chef cook barista baker butcher
journalist reporter editor columnist correspondent anchor host presenter broadcaster blogger writer author
novelist poet playwright biographer critic reviewer publisher actor actress singer musician guitarist drummer bassist composer conductor
pianist rapper dancer comedian director producer filmmaker screenwriter artist painter sculptor photographer
curator designer model athlete player coach captain striker midfielder defender goalkeeper forward quarterback
pitcher catcher manager referee umpire swimmer runner boxer golfer cyclist driver bishop priest pastor vicar
reverend rabbi imam cardinal archbishop pope nun monk chaplain minister deacon resident neighbour neighbor
tenant landlord homeowner shopper customer passenger commuter bystander passer-by passerby onlooker victim
survivor suspect patient caller poster user commenter man woman boy girl teenager child kid youth pensioner
mother father son daughter brother sister wife husband widow widower grandmother grandfather aunt uncle cousin
nephew niece partner fiancé fiancée boyfriend girlfriend friend parent grandson granddaughter mum dad mom
source insider whistleblower whistle-blower informant investigator auditor regulator commissioner
superintendent principal headteacher headmaster dean chancellor provost trustee treasurer counsel agent broker
trader banker investor entrepreneur developer retailer producer member delegate voter superdelegate surrogate
democrat republican conservative liberal independent speaker whip moderator interviewer narrator
psychologist psychiatrist sociologist philosopher biologist chemist physicist astronomer geologist
climatologist epidemiologist pathologist coroner archaeologist anthropologist librarian archivist
specialist coordinator co-ordinator administrator supervisor operator assistant clerk receptionist secretary
mp msp peer lord baroness duke prince princess king queen leader co-author coauthor fellow scholar
academic theologian undersecretary comptroller whistleblower translator interpreter guard bouncer ranger keeper
heckler protester demonstrator marcher attendee participant refugee migrant prisoner inmate detainee hostage graduate
justice strongman billionaire millionaire mogul tycoon magnate businessman businesswoman
salesman saleswoman anchorman newsman statesman stateswoman gunman foreman fisherman midwife carer caregiver
pundit commentator contributor operative chairlady counsellor counselor therapist dentist vet pharmacist
fan devotee enthusiast regular punter local visitor tourist traveller traveler hiker climber skipper
porter courier usher steward stewardess docker caretaker handyman plasterer roofer bricklayer joiner welder fitter weaver potter
tailor seamstress cobbler barber hairdresser grocer newsagent publican landlady barmaid barman bartender doorman concierge chauffeur
person individual guy gentleman bloke lad lass toddler teen adult mourner worshipper parishioner congregant constituent subscriber
follower listener viewer reader bidder buyer seller vendor stallholder merchant miner logger rancher grower breeder jockey rider
racer skater skier wrestler sprinter hurdler rower sailor cabbie dispatcher controller examiner assessor surveyor planner
programmer coder hacker technician accountant bookkeeper paralegal notary bailiff custodian janitor cleaner maid
housekeeper nanny babysitter soprano tenor choreographer illustrator animator promoter negotiator mediator arbitrator speechwriter
fundraiser canvasser acquaintance confidant confidante associate protégé mentor replacement newcomer freshman sophomore alumnus
alumna applicant claimant appellant petitioner complainant respondent accuser attacker assailant shooter robber thief burglar
kidnapper hijacker militant rebel insurgent fighter dissident defector exile evacuee rescuer medic responder cop contestant
finalist medallist medalist champion winner loser runner-up rookie winger playmaker batsman bowler wicketkeeper linebacker
shortstop slugger goaltender defenseman gymnast diver heir heiress celebrity star superstar frontman vocalist dj magician
godmother godfather in-law kin bridegroom bride groom widower roommate hopeful frontrunner front-runner standard-bearer
figure stalwart loyalist grandee heavyweight firebrand moderate centrist backbencher frontbencher mandarin czar icon guru pioneer foe
stylist jeweller gardener groundsman undertaker lifeguard instructor trainer tutor apprentice intern trooper agent`);

/** How nouns for people end that are in no list: "a retired machinist", "a stallholder", "a churchgoer". */
export const ROLE_ENDING =
  /(?:[^l]{2}(?<!ass|res|ins|cons|pers|ex|tw|wr|subs)ist|[a-z]{2}ian|ologist|ographer|keeper|[a-z]maker|worker|holder|owner|goer|mate|monger|wright|[a-z]{2}(?<!hu|ger)man|woman|person|smith)$/u;

/** Nouns for more than one person, or for a body of people. */
export const GROUP_NOUNS =
  set(`media press critics supporters opponents officials police prosecutors lawyers experts analysts
residents witnesses authorities investigators doctors nurses scientists researchers economists democrats republicans
conservatives liberals voters protesters protestors demonstrators activists students teachers parents families
workers employees neighbours neighbors friends relatives people others ministers lawmakers senators
congressmen mps councillors leaders aides advisers advisors strategists campaigners organisers organizers
reporters journalists editors fans players coaches tenants farmers soldiers rebels militants judges justices
jurors detectives officers firefighters paramedics executives managers directors shareholders investors
traders bankers brokers unions union campaigns campaign company firm bank council committee commission panel board court
jury government administration ministry department office agency bureau army navy force forces team club party parties group
groups organisation organization association society charity trust foundation institute university college
school hospital church diocese crowd audience members colleagues allies rivals sources historians attorneys
authors writers scholars academics delegates donors republicans bishops diplomats conspirators marchers
tories labour scientists politicians pundits commentators observers readers viewers callers users posters
men women boys girls children kids teenagers adults guests customers passengers shoppers visitors tourists
spokesmen representatives negotiators regulators auditors inspectors engineers pilots drivers crew staff
management leadership parliament congress senate house cabinet embassy consulate coalition alliance network
newspaper magazine paper website site outlet station channel broadcaster publication tabloid daily weekly journal
city town county state country nation municipality authority regulator watchdog parliamentarians`);

/** Things that speak for whoever wrote them. */
export const DOCUMENT_NOUNS =
  set(`statement report letter email e-mail memo memorandum note message tweet post
document documents filing complaint lawsuit indictment affidavit petition survey study poll audit review
investigation inquiry article editorial column book manifesto platform resolution bill law constitution rule policy
sign signs banner banners placard placards poster slogan shirt t-shirt headline transcript recording tape video
ad advert advertisement commercial spot leaflet flyer brochure press-release release website page blog notice
paper judgment judgement ruling verdict order decision opinion contract agreement treaty text texts
button buttons hat hats cap caps shirts t-shirts sticker stickers pin pins badge badges mug tattoo graffiti invitation card plaque inscription label caption diary journal log record records minutes guidelines guidance
analysis findings emails letters memos messages posts tweets reports statements leaked papers booklet handbook`);

const FEMALE_NOUNS =
  set(`woman mother daughter sister wife widow grandmother aunt niece girl actress waitress spokeswoman
chairwoman congresswoman councilwoman policewoman businesswoman fiancée girlfriend mum mom queen princess
baroness duchess nun granddaughter heroine hostess saleswoman stateswoman midwife lady businesswoman
alderwoman assemblywoman anchorwoman`);

const MALE_NOUNS =
  set(`man father son brother husband widower grandfather uncle nephew boy actor waiter spokesman
chairman congressman councilman policeman businessman fiancé boyfriend dad king prince lord duke monk priest
grandson hero salesman statesman gunman foreman fisherman anchorman newsman bishop pope assemblyman headmaster strongman`);

/** The gender a noun for a person tells: "great-grandfather", "stepsister", "chairwoman"; null when it tells none. */
export function genderOfNoun(noun: string): "m" | "f" | null {
  const plain = noun.replace(/^.*-/u, "");
  if (FEMALE_NOUNS.has(plain) || /(?:woman|mother|daughter|sister|girl|wife)$/u.test(plain)) return "f";
  if (MALE_NOUNS.has(plain) || /(?:[^u]man|father|brother|boy|husband|stepson)$/u.test(plain)) return "m";
  return null;
}

export const KIN_NOUNS =
  set(`mother father son daughter brother sister wife husband widow widower grandmother grandfather
aunt uncle cousin nephew niece partner fiancé fiancée boyfriend girlfriend friend parents parent grandson
granddaughter mum dad mom twin stepfather stepmother stepson stepdaughter ex-wife ex-husband colleague boss
predecessor successor rival opponent lawyer solicitor barrister attorney spokesman spokeswoman spokesperson agent
coach manager doctor neighbour neighbor deputy office campaign team aide aides running mate counterpart`);

/** Letters after a name. */
export const SUFFIXES = set(
  "jr jr. sr sr. ii iii iv qc kc sc md m.d. phd ph.d. obe mbe cbe mp msp esq esq. r.n. rn j.d.",
);

/** A people's name in the singular, which with "the" may stand for one person: "the Swede". */
export const DEMONYMS =
  set(`swede dane finn norwegian dutchman dutchwoman frenchman frenchwoman englishman englishwoman irishman
irishwoman scot scotsman scotswoman welshman welshwoman spaniard briton brit pole turk czech slovak serb croat bosnian slovenian
greek german italian russian ukrainian georgian armenian brazilian argentine argentinian uruguayan peruvian american canadian
australian mexican colombian chilean venezuelan kenyan nigerian ghanaian cameroonian senegalese ivorian ethiopian jamaican
japanese korean indian pakistani israeli egyptian moroccan tunisian algerian belgian swiss austrian hungarian romanian
bulgarian albanian portuguese texan californian londoner yorkshireman mancunian liverpudlian glaswegian kiwi cuban
floridian vermonter iowan ohioan mainer republican democrat`);
