const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

const FEMALE =
  set(`shalini tegan bree kylie kirrily nola marietta renata odessa tyra tanisha trixie jolene darlene charlene
arlene glenda wanda annmarie maryann lucretia marva melba merle minerva myrna nanette neva noreen nita
petunia queenie raelene reba rosalyn roxie rowena sonja starla sybilla tamera tamra tawny terri tonya treva
twila vada valarie velda vernice vicki vickie wynona zelma zora shauna sheena shelly sherri sherry stacie
staci suzette rosalinda rosemarie lynette lynda liane leticia latasha lakisha kristy kristi kristie kelli
kellie karin kari justina jeanette janine janelle janell jana jan ivette gretchen glenna ginny gena francine
ernestine elsa deanna deana deann dina dena debora connie colleen clarice christy christi cherie carole
candace camille briana brianna bobbie bettie becky aubrey april angelina angelica andra amelia allison
alison alisha alexandra adrienne adriana mary shazza norma lupe loretta latoya laverne maxine wilma roberta
paulette marlene earlene nadine bettina annette babette corinne rhonda lucinda ada ida etta ina zadie zita
oona una mabel hattie nettie dot bea kiara nomvula lupita fatou aminata mariama patricia jennifer linda
elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna
michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela
shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet
catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn
judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice
jean abigail alice julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa
diana natalie brittany charlotte marie kayla alexis lori jane anne claire clare fiona siobhan niamh aoife
orla sinead sinéad ciara roisin róisín maeve catriona eilidh morag isla isobel ailsa bronwen carys sian siân
rhiannon angharad nia cerys gemma louise joanne nicola tracey tracy lorraine lynn lynne gillian hazel heidi
holly ivy jill jodie josephine joy june kate katie kim kirsty kristen kristin kirsten lydia lucy madeleine
maggie mandy marian marion maureen melanie miranda miriam molly monica nadia naomi natasha nina nora pat
patty paula pauline penelope penny philippa phoebe phyllis polly priscilla rosalind rose rosemary rosie
roxanne sally selina sheila shelley sonia sophie stacey stella sue suzanne sylvia tamara tanya tara tessa
thelma tina toni ursula valerie vanessa vera verity veronica vivian vivien wendy winifred yvette yvonne zara
zoe hillary hilary melania ivanka tiffany kellyanne huma condoleezza sonya elena ketanji dianne kamala
kirstjen betsy nikki susana jeanne gwen tulsi chelsea bernadette beatrice beatrix bridget brigid carmen
carla carly carrie cassandra cecilia celia chloe claudia colette constance cora cordelia crystal daisy
daphne dawn deirdre delia delphine della dolores edith edna eileen elaine eleanor elisa elise ella ellen
ellie eloise elsie erica erika erin esther ethel eva eve faith faye felicity flora florence freda gail
geraldine germaine gertrude ginger greta gwendolyn harriet henrietta hope imogen ingrid irene iris isabel
isabelle jackie jasmine jemima jenna jenny jessie jo joanna jocelyn josie juanita juliet justine kara karla
katrina kay kerry kirstie krista lana leah leanne leila lena leslie lillian lily lindsay lindsey liz liza
lois lola lottie lucia lucille luisa mara marcia margarita margot marguerite mariana marianne marina marisa
marissa marjorie marsha matilda maud may meg mercedes meredith mia michaela mildred millie mimi minnie mona
muriel myra nan nell nellie nichole nicolette noelle octavia odette olga ophelia paige pam pansy patrice
pearl peggy petra portia ramona regina renee renée rhoda rita robin robyn rochelle rosa rosalie rosanna
roslyn ruby sabrina sadie saskia savannah shannon sheryl sienna simone stacy sybil tabitha tamsin tania thea
theodora tilly trudy velma viola violet vivienne willa winnie zelda aisha amina ayesha fatima fatma farah
hafsa halima khadija layla leyla maryam mariam nasreen noor nour rania rasha salma samira sana shabana
shazia soraya yasmin yasmine zainab zahra zeinab priya anjali deepika divya indira kavita lakshmi meera neha
nisha pooja preeti radha rekha sangeeta shreya shweta sita smita sonal sunita swati usha vandana vidya
ananya aditi asha gita jaya kiran maya mei ling li-na xiaoling yoko keiko akiko michiko naoko yuki yumi
sakura haruka emi mi-kyung hye-jin soo-jin eun-ji min-ji thi linh nga hanh lan anh ana beatriz blanca
catalina consuelo elvira esperanza eugenia fernanda gabriela gisela graciela guadalupe inés ines josefina
lorena lourdes lucía luz magdalena manuela marisol marta natalia nuria paloma pilar raquel rocío rocio
rosario silvia soledad valentina verónica ximena yolanda aurélie céline chantal christelle dominique élodie
émilie françoise francoise geneviève hélène inès jeannine laure laurence léa lucie manon margaux marine
mathilde monique nathalie océane odile pascale sandrine ségolène segolene solange sylvie véronique virginie
antje astrid birgit britta christa elke franziska frauke gabriele gudrun hanna heike helga hildegard ilse
ingeborg jutta katja katrin liesel lotte magda monika renate sabine sigrid silke steffi susanne tanja ulrike
ute waltraud wiebke annika birgitta ebba elin frida freja gunilla hedvig hilda inga johanna kajsa kerstin
kristina linnea lisbeth liv lova maja malin margrethe mette nanna pernille ragnhild saga signe silje sofie
solveig sunniva svea tove tuva ulla ylva aino eeva kaisa kirsi päivi sanna tarja tuula agnieszka alicja
beata bożena danuta dorota ewa grażyna halina iwona jolanta katarzyna krystyna małgorzata maryla zofia alina
anastasia anastasiya daria dasha ekaterina galina inna irina ksenia larisa lidia ludmila lyudmila mariya
maryna nadezhda natalya oksana olena olesya polina raisa svetlana tatiana tatyana yana yekaterina yelena
yulia yuliya zinaida zoya ivana jelena milena mirela mirjana snezana vesna dragana biljana eleni georgia
ioanna katerina konstantina sofia vasiliki ayşe ayse elif emine esra gülsen hatice meral nurcan ozlem sevgi
zeynep chiara francesca giorgia giulia giovanna ilaria lucrezia ludovica paola raffaella serena silvana
simona stefania valeria adaeze adaora amara chiamaka chidinma chimamanda chinwe folake funmi ifeoma ifunanya
ngozi nkechi nneka oluchi titilayo yetunde abena adwoa akosua ama efua esi akua wanjiku wambui wangari njeri
achieng atieno nyambura thandi nomsa zanele lindiwe busisiwe sibongile naledi lerato precious blessing
patience mercy rosalía tamika keisha lakeisha shanice ebony imani aaliyah malia sasha barbra oprah beyoncé
madonna cher dolly whoopi golda benazir aung sheikha tawakkol malala priti suella rishika jacinda helle
jocasta ottoline wilhelmina hermione aurora tova shira noa tamar yael ayelet tzipi rivka chava shoshana`);

const MALE =
  set(`hal wes gus walt cal vince lenny sal chet buck dre kobe lebron deion dwight bernard monte lonny denny rudy
manny moe izzy hank lyle mort murray irv sy stu skip gil roddy sol ollie alfie archie ned ryland jaxon aiden
bryce kane brayden harpreet wycliffe tendai mehul hampton holden jonas leland linwood lorne merrill mickey
newell norris oakley orville osbert palmer pascoe rance rodger rolland rosco royce ruben sanjit scottie
shelby sherwin sid thane thorne tobin tripp truman tyson urban vaughan verne wiley wilton woody yancey james
abel lemuel enos ira asher jethro ezekiel amit john pieter wim joost bram sjoerd maarten enver koffi mamadou
ousmane moussa ibrahima robert michael william david richard joseph thomas charles christopher daniel
matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason
jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory
frank alexander raymond patrick jack dennis jerry tyler aaron jose henry adam douglas nathan peter zachary
kyle walter harold jeremy ethan carl keith roger gerald christian terry sean arthur austin noah lawrence
jesse joe bryan billy jordan albert dylan bruce willie gabriel alan juan logan wayne ralph roy eugene randy
vincent russell louis philip bobby johnny bradley mike tom bob bill jim steve dave dan chris tony ted rick
ed ken greg ron don tim matt jeff ben sam nick alex andy jon josh ray stan fred chuck dick pete phil rob
ross rand marco jeb bernie barack mitt newt mitch harry al howard lindsey reince corey sheldon rex spencer
preet merrick antonin clarence elijah lincoln martin omalley cory evan ian neil nigel colin derek trevor
graham graeme gordon alistair alastair alasdair angus callum calum craig duncan euan ewan fergus finlay
hamish hugh iain kenny lachlan lewis malcolm murdo niall rory stuart stewart tavish gareth geraint gethin
huw hywel idris ieuan iwan lloyd owain owen rhodri rhys aled dafydd dewi emlyn emrys aidan brendan cathal
ciaran cian colm conor connor cormac declan dermot diarmuid donal eamon éamon enda eoin fergal finbar fintan
liam lorcan micheál padraig pádraig ronan ruairi seamus séamus shane tadhg simon rupert giles miles toby
tobias oliver oscar barnaby basil benedict bertie cecil cedric clive crispin cyril damian damien darren dean
desmond dominic donovan edgar edmund edwin elliot elliott ernest felix francis franklin gavin geoffrey geoff
gerard gideon gilbert glen glenn godfrey guy harvey hector herbert horace humphrey ivan ivor jake jasper jay
jerome jude julian karl kit lance lee leo leon leonard leroy leslie lionel luke marcus marshall maurice
maxwell max melvin mervyn milton morgan morris mortimer neville noel norman otis orson percy perry piers
quentin quincy reginald reuben rodney roland rolf rowan rufus sebastian seth sidney silas solomon spike
stanley sydney terence theo theodore thaddeus tristan vernon victor virgil wallace warren wesley wilfred
will wilson winston abraham adrian aldous alden alfred algernon alonzo alvin ambrose amos anselm archibald
arnold ashton asa august augustus barney barry bartholomew benny bert blake boris brad brent brett brock
buddy byron caleb calvin cameron carlton carter casey chad chandler chase chester clark claude clayton
clifford clint clinton clyde cole cody colton corbin cooper curtis dale dalton damon darius darrell daryl
dexter dirk doug drew duane dustin dwayne earl easton edmond eli elias elmer elvis emil emmanuel emmett
enoch ephraim ervin everett ezra fabian floyd forrest frederick freddie gene grady grant grover hans harlan
harrison heath henrik herman hiram homer hubert hudson hunter irving irwin isaac isaiah israel jackson jamal
jamie jared jarvis javier jed jefferson jermaine jimmy joel jonah jorge josiah julius kareem kelvin kendall
kent kirk kurt lamar landon larson lamont levi linus lonnie lou lucas lucius luther lyndon mack malik mario
marlon marvin mason maynard merle micah mohamed mohammed mohammad muhammad mohamad monty nathaniel nelson
nolan norbert odell oren orlando osama oswald otto pablo parker percival philippe pierce preston ramon
randall randolph raoul raphael raul rashid reed reggie rene ricardo ricky rocco rocky roderick rodrigo roman
romeo rudolph russ salvador sammy sanford saul sherman sonny stefan sterling tanner taylor terrance terrence
thad thurman todd travis trent trey troy tucker ulysses uriah vaughn wade walker wendell weston wilbur
wilhelm willard woodrow wyatt zach zachariah ahmed ahmad abdul abdullah abdallah ali amir anwar ashraf asif
ayman bashar bilal faisal farid farouk fawzi gamal habib hadi hafez haider hakim hamza hamdi hamid hani
haris hasan hassan hatem hisham hosni hussain hussein ibrahim imran ismail jafar jalal kamal karim khalid
khaled khalil mahmoud mahmood majid mansour marwan mehdi mehmet mohsen mostafa mustafa mukhtar nabil nadir
najib naseem nasser nawaz nizar omar osman qasim rafiq rahim ramzi reza riaz rizwan saad sadiq said saif
salah saleem salim salman sameer samir sharif shahid suleiman sulaiman tamer tareq tariq usman wael walid
waseem yasin yasser yousef youssef yusuf zaid zahid ziad ajay ajit anand anil arjun arun ashok ashwin atul
bharat deepak dev dinesh gaurav gopal harish hari jagdish jawaharlal kapil karan krishna kumar lal mahesh
manish manmohan manoj mohan mukesh narendra naveen nikhil nitin pankaj prakash pranab prashant rahul raj
rajan rajesh rajiv rakesh ram ramesh ranjit ravi rishi rohan rohit sachin sandeep sanjay sanjeev satish
shashi shiv siddharth srinivas subhash sudhir sunil suresh tarun uday varun vijay vikas vikram vinay vinod
vivek yash yogesh hiroshi haruki kenji kenta koji makoto masahiro naoto noboru shinzo shinzō satoshi taro
takashi takeshi toshiro yasuo yoshihide jinping keqiang xiaoping zemin jintao jiabao wei jun qiang jae-in
geun-hye jong-un jong-il min-jun ji-hoon sung-min chung-hee nguyen minh hung dung quang tuan van joko widodo
benigno ferdinand alberto alejandro alfonso alfredo álvaro alvaro andrés andres angel antonio armando arturo
augusto benito bernardo carlos césar cesar cristian cristóbal diego domingo eduardo emilio enrique ernesto
esteban federico felipe fernando fidel francisco gerardo germán gilberto gonzalo guillermo gustavo hernán
hernan hugo ignacio jaime jesús jesus joaquín joaquin josé julio leonardo lorenzo luis manuel marcelo marcos
mariano mateo mauricio miguel nicolás octavio óscar osvaldo pedro rafael ramiro ramón raúl rené roberto
rodolfo rubén santiago santos sergio simón tomás vicente víctor joão joao luiz lula jair paulo thiago tiago
vasco alain alexandre andré antoine arnaud aurélien baptiste benoît bertrand bruno cédric christophe clément
didier édouard edouard étienne etienne fabien fabrice florent françois francois frédéric gaël georges gérard
ghislain gilles grégoire guillaume gustave henri hervé jacques jean jean-claude jean-luc jean-marc
jean-marie jean-paul jean-pierre jérôme joël julien laurent loïc luc lucien marc marcel mathieu maxime
michel nicolas olivier pascal patrice pierre rémi romain sébastien serge stéphane sylvain théo thibault
thierry valéry xavier yann yannick yves achim alois andreas armin axel bernd bernhard björn bjorn christoph
claus detlef dieter dietmar dietrich eckhard egon ernst ewald florian friedrich fritz georg gerd gerhard
günter gunter günther hans-peter harald hartmut heiko heinrich heinz helmut hermann holger horst ingo jens
joachim jochen johann johannes jörg josef jürgen jurgen kai karsten klaus konrad lars lothar lutz manfred
markus matthias moritz olaf oskar rainer ralf reinhard reinhold rüdiger siegfried steffen sven thorsten
tilman torsten udo uli ulrich uwe volker werner winfried wolfgang wolf anders arvid bengt bertil birger dag
einar erik esben fredrik göran gunnar gustaf gustav håkan halvor henning ingvar jan jesper jörgen kasper
kjell knut lasse leif magnus mats mikael mogens morten nils niels ola ole olof øystein peder per petter poul
ragnar rasmus rune sigurd søren steen stellan sten stig svante sverre thor thorbjørn torbjörn tor tore ulf
vidar antti eero esa jari juha jukka kari matti mika pekka risto sauli timo aleksander andrzej bartosz
bogdan bronisław czesław dariusz grzegorz henryk jacek jakub janusz jarosław jerzy kazimierz krzysztof lech
leszek łukasz maciej marcin marek mariusz mateusz michał mieczysław mikołaj paweł piotr radosław ryszard
sławomir stanisław tadeusz tomasz wacław witold wojciech zbigniew zdzisław aleksandr aleksei alexei alexey
anatoly andrei andrey arkady artyom denis dmitri dmitry dmytro fyodor gennady grigory igor ilya kirill
konstantin leonid lev maksim maxim mikhail mykola nikita nikolai oleg oleh oleksandr oleksiy pavel petro
pyotr ruslan semyon sergei sergey sergiy serhiy stanislav taras timur vadim valentin valery vasily viktor
vitali vitaly vladimir vladislav volodymyr vyacheslav yaroslav yevgeny yuri yury zurab aleksandar branko
bojan dejan dragan dušan goran ivo josip ljubomir luka marko milan miloš mirko nenad nikola novak predrag
radovan ratko slobodan stipe vlado zdravko zoran zlatan attila béla ferenc gábor gyula imre istván jános
józsef lászló miklós péter sándor tamás zoltán zsolt cornel costin dorin ilie ion liviu marian mihai mircea
nicolae ovidiu radu sorin traian vasile alexis antonis apostolos costas dimitris evangelos giorgos kostas
kyriakos nikos panagiotis petros spyros stavros stelios thanasis vassilis yanis yannis ahmet cem emre erdem
hakan kemal murat orhan ozan recep serkan süleyman tayyip yilmaz alessandro andrea angelo antonello arnaldo
beppe carlo claudio corrado dario davide domenico donato elio enzo ettore fabio fabrizio filippo flavio
franco gianfranco gianluca gianni giacomo giancarlo giorgio giovanni giulio giuseppe gianpaolo ignazio
jacopo lamberto luca luciano luigi marcello massimo matteo maurizio michelangelo nunzio paolo piero pietro
raffaele renato renzo riccardo salvatore sandro silvio stefano tiziano umberto valentino valerio vittorio
babatunde chidi chijioke chukwuemeka chinedu chinua emeka femi goodluck ifeanyi ikechukwu kelechi kunle
muhammadu nnamdi obinna okechukwu olusegun seun sola tunde uche uzoma wole yemi kofi kwabena kwaku kwame
kwasi kojo yaw kwesi nana jomo uhuru raila kipchoge mwai odhiambo ochieng kamau kariuki njoroge thabo sipho
themba bongani mandla sizwe abiy haile meles yoweri félix ariel binyamin ehud yair avigdor naftali shimon
moshe yitzhak yitzchak avi eitan gadi menachem yaakov dov uri ze’ev daryush cyrus arash farhad javad kamran
behrouz hashem mojtaba ashkan bahram dariush sohrab deshawn tyrone darnell marquis jamaal trayvon andre
terrell demetrius donte rashad barrett beau brady chip colt huey kirby mick rusty zeke zack saxby haley
gunther aurelio caspar ignatius lysander montgomery phineas thelonious caius`);

/** The gender a given name most often has in the news, when it is common for one and rare for the other. */
export function genderOfGivenName(name: string): "m" | "f" | null {
  const lower = name.toLowerCase();
  const [first = ""] = lower.split("-");
  for (const form of [lower, first]) {
    const female = FEMALE.has(form);
    const male = MALE.has(form);
    if (female !== male) return female ? "f" : "m";
  }
  return null;
}

/** True when the word is a given name that many people bear. */
export function isGivenName(name: string): boolean {
  const lower = name.toLowerCase();
  const [first = ""] = lower.split("-");
  return FEMALE.has(lower) || MALE.has(lower) || (first.length > 2 && (FEMALE.has(first) || MALE.has(first)));
}
