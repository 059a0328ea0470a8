const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/** A capitalised word that makes the name it belongs to an organisation's, a publication's or a place's. */
export const ORGANISATION_WORDS =
  set(`council committee commission department ministry office agency bureau university
college school academy institute institution society association foundation trust bank company corporation corp corp.
inc inc. ltd ltd. llc plc co. group holdings partners union federation league alliance coalition party congress senate
parliament assembly house court police service services force army navy guard corps marines administration
authority board panel cabinet treasury church diocese cathedral hospital clinic centre center museum gallery
library theatre theater network news times post journal tribune herald gazette guardian telegraph mail mirror
star sun observer independent record chronicle examiner globe inquirer dispatch courier press bulletin weekly
daily magazine review standard express today tv television radio channel broadcasting media studio studios
records pictures films entertainment airlines airways motors motor systems technologies technology software
energy oil gas electric power industries international global national nations organization organisation club united fc
city county state states district borough town village street road avenue square park river lake mountain
island islands bay beach valley hills airport station tower building hall hotel palace castle bridge stadium arena
conference convention summit forum festival games cup championship olympics award awards prize act bill amendment treaty
agreement accord plan project program programme initiative campaign fund program task squad unit division
team project network art arts collection collections research lab labs laboratory laboratories capital ventures solutions consulting advisors advisers analytics strategies communities brands foods stores website facebook twitter youtube google cnn bbc nbc abc cbs fox msnbc reuters npr espn itv sky
c-span politico bloomberg capital capitol pentagon kremlin fbi cia nasa nhs un eu nato who isis pac gop dnc rnc irs nra
aclu doj epa legion gathering show tower plaza stadium mill estate line war day week month year century age crisis
republic kingdom commonwealth province region territory coast west east north south central european african asian
street wall white supreme federal justice defense defence security interior health education
environment commerce labor labour agriculture transportation transport finance homeland affairs intelligence
investigation statistics reserve`);

/** Places and peoples: no person, though they may stand right before a person's role or name. */
export const PLACES =
  set(`america american americans britain british england english scotland scottish wales welsh
ireland irish france french germany german italy italian spain spanish portugal portuguese netherlands dutch belgium belgian
switzerland swiss austria austrian poland polish hungary hungarian romania romanian bulgaria bulgarian greece greek turkey
turkish russia russian ukraine ukrainian belarus sweden swedish norway norwegian denmark danish finland finnish iceland
estonia latvia lithuania israel israeli palestine palestinian lebanon lebanese syria syrian iraq iraqi iran
iranian afghanistan afghan pakistan pakistani india indian china chinese japan japanese korea korean vietnam vietnamese thailand
thai malaysia malaysian indonesia indonesian philippines filipino singapore australia australian zealand canada canadian
mexico mexican cuba cuban brazil brazilian argentina chile colombia venezuela peru egypt egyptian libya libyan tunisia
algeria morocco sudan ethiopia kenya kenyan nigeria nigerian ghana somalia uganda rwanda congo angola zimbabwe
africa african europe european asia asian arab muslim islamic jewish christian catholic
protestant saudi arabia yemen qatar kuwait jordan emirates alabama alaska arizona arkansas california
colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana
maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada
hampshire jersey york carolina dakota ohio oklahoma oregon pennsylvania rhode tennessee texas utah vermont virginia
wisconsin wyoming washington london paris berlin rome madrid moscow beijing tokyo delhi brussels geneva
vienna dublin edinburgh glasgow cardiff belfast manchester liverpool birmingham leeds bristol chicago boston
philadelphia houston dallas detroit atlanta miami seattle denver phoenix baltimore cleveland pittsburgh orleans
angeles francisco diego vegas antonio rico kong lanka island sydney melbourne brisbane perth toronto ottawa montreal vancouver
jerusalem baghdad kabul tehran damascus cairo nairobi lagos johannesburg manhattan brooklyn queens bronx harlem
hollywood u.s. us u.s uk u.k. usa d.c. eu u.n. un republican democratic democrat conservative labour tory liberal
libertarian green sunni shiite shia black white hispanic latino western eastern northern southern midwestern
navy army marine marines iowan texan californian islam christianity monday tuesday wednesday thursday friday saturday sunday
january february march april june july august september october november december christmas easter thanksgiving`);
