const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

const FEMALE =
  set(`alma estelle lenora janelle priyanka mae margarethe wilhelmine ilse tove amalia adela adele agatha agnes alexia alva
amelie anabel anneliese anouk antonella antonia apolline ariadne arlette armida asunta aurelia azadeh bahar bano bibi
bozena calliope camelia carlotta cleo clementine concepcion damaris danica delphina desiree dinah dionne drusilla
ebony edwina eleanora elodie emmeline eudora fabienne farida fay fernande fleur flo frieda genoveva georgette georgina
gianna gilda gladys greer gwyneth hana hedda hortense ilana ilona imelda ines iolanthe ivana jaqueline jovana kalinda
karolina katja keisha khadija kimora lakshmi lara leonora lettie liesl linnet livia lorena lucretia luz magnolia malin
marcela maribel mariel marjory marlena marta maude merete milagros minna mireille mirna morgana nadja natalya nerys
nicola nilufer noemi nuala odile oksana oriana ottilie padma perdita petronella philomena pia purna rachael radhika
raina ramona rosetta rukmini saba sabina saffron salome saoirse sarai selena seraphina shanthi signe simran solange
sunniva svetla tahira tanvi thandiwe thora tirzah uma valeriya venetia verna violetta xanthe yara yasmina yelena
ysolde zaina zdenka zinnia shalini tegan bree kylie kirrily nola marietta renata odessa tyra tanisha trixie jolene
darlene charlene arlene glenda wanda annmarie maryann marva melba merle minerva myrna nanette neva noreen nita petunia
queenie raelene reba rosalyn roxie rowena sonja starla sybilla tamera tamra tawny terri tonya treva twila vada valarie
velda vernice vicki vickie wynona zelma zora shauna sheena shelly sherri sherry stacie staci suzette rosalinda
rosemarie lynette lynda liane leticia latasha lakisha kristy kristi kristie kelli kellie karin kari justina jeanette
janine janell jana jan ivette gretchen glenna ginny gena francine ernestine elsa deanna deana deann dina dena debora
connie colleen clarice christy christi cherie carole candace camille briana brianna bobbie bettie becky aubrey april
angelina angelica andra amelia allison alison alisha alexandra adrienne adriana mary shazza norma lupe loretta latoya
laverne maxine wilma roberta paulette marlene earlene nadine bettina annette babette corinne rhonda lucinda ada ida
etta ina zadie zita oona una mabel hattie nettie dot bea kiara nomvula lupita fatou aminata mariama patricia jennifer
linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna
michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna
brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather diane
ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah
jacqueline martha gloria teresa ann sara madison frances kathryn janice jean abigail alice julia judy sophia grace
denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie kayla alexis lori
jane anne claire clare fiona siobhan niamh aoife orla sinead sinéad ciara roisin róisín maeve catriona eilidh morag
isla isobel ailsa bronwen carys sian siân rhiannon angharad nia cerys gemma louise joanne tracey tracy lorraine lynn
lynne gillian hazel heidi holly ivy jill jodie josephine joy june kate katie kim kirsty kristen kristin kirsten lydia
lucy madeleine maggie mandy marian marion maureen melanie miranda miriam molly monica nadia naomi natasha nina nora
pat patty paula pauline penelope penny philippa phoebe phyllis polly priscilla rosalind rose rosemary rosie roxanne
sally selina sheila shelley sonia sophie stacey stella sue suzanne sylvia tamara tanya tara tessa thelma tina toni
ursula valerie vanessa vera verity veronica vivian vivien wendy winifred yvette yvonne zara zoe hillary hilary melania
ivanka tiffany kellyanne huma condoleezza sonya elena ketanji dianne kamala kirstjen betsy nikki susana jeanne gwen
tulsi chelsea bernadette beatrice beatrix bridget brigid carmen carla carly carrie cassandra cecilia celia chloe
claudia colette constance cora cordelia crystal daisy daphne dawn deirdre delia delphine della dolores edith edna
eileen elaine eleanor elisa elise ella ellen ellie eloise elsie erica erika erin esther ethel eva eve faith faye
felicity flora florence freda gail geraldine germaine gertrude ginger greta gwendolyn harriet henrietta hope imogen
ingrid irene iris isabel isabelle jackie jasmine jemima jenna jenny jessie jo joanna jocelyn josie juanita juliet
justine kara karla katrina kay kerry kirstie krista lana leah leanne leila lena leslie lillian lily lindsay lindsey
liz liza lois lola lottie lucia lucille luisa mara marcia margarita margot marguerite mariana marianne marina marisa
marissa marjorie marsha matilda maud may meg mercedes meredith mia michaela mildred millie mimi minnie mona muriel
myra nan nell nellie nichole nicolette noelle octavia odette olga ophelia paige pam pansy patrice pearl peggy petra
portia regina renee renée rhoda rita robin robyn rochelle rosa rosalie rosanna roslyn ruby sabrina sadie saskia
savannah shannon sheryl sienna simone stacy sybil tabitha tamsin tania thea theodora tilly trudy velma viola violet
vivienne willa winnie zelda aisha amina ayesha fatima fatma farah hafsa halima layla leyla maryam mariam nasreen noor
nour rania rasha salma samira sana shabana shazia soraya yasmin yasmine zainab zahra zeinab priya anjali deepika divya
indira kavita meera neha nisha pooja preeti radha rekha sangeeta shreya shweta sita smita sonal sunita swati usha
vandana vidya ananya aditi asha gita jaya kiran maya mei ling li-na xiaoling yoko keiko akiko michiko naoko yuki yumi
sakura haruka emi mi-kyung hye-jin soo-jin eun-ji min-ji thi linh nga hanh lan anh ana beatriz blanca catalina
consuelo elvira esperanza eugenia fernanda gabriela gisela graciela guadalupe inés josefina lourdes lucía magdalena
manuela marisol natalia nuria paloma pilar raquel rocío rocio rosario silvia soledad valentina verónica ximena yolanda
aurélie céline chantal christelle dominique élodie émilie françoise francoise geneviève hélène inès jeannine laure
laurence léa lucie manon margaux marine mathilde monique nathalie océane pascale sandrine ségolène segolene sylvie
véronique virginie antje astrid birgit britta christa elke franziska frauke gabriele gudrun hanna heike helga
hildegard ingeborg jutta katrin liesel lotte magda monika renate sabine sigrid silke steffi susanne tanja ulrike ute
waltraud wiebke annika birgitta ebba elin frida freja gunilla hedvig hilda inga johanna kajsa kerstin kristina linnea
lisbeth liv lova maja margrethe mette nanna pernille ragnhild saga silje sofie solveig svea tuva ulla ylva aino eeva
kaisa kirsi päivi sanna tarja tuula agnieszka alicja beata bożena danuta dorota ewa grażyna halina iwona jolanta
katarzyna krystyna małgorzata maryla zofia alina anastasia anastasiya daria dasha ekaterina galina inna irina ksenia
larisa lidia ludmila lyudmila mariya maryna nadezhda olena olesya polina raisa svetlana tatiana tatyana yana
yekaterina yulia yuliya zinaida zoya jelena milena mirela mirjana snezana vesna dragana biljana eleni georgia ioanna
katerina konstantina sofia vasiliki ayşe ayse elif emine esra gülsen hatice meral nurcan ozlem sevgi zeynep chiara
francesca giorgia giulia giovanna ilaria lucrezia ludovica paola raffaella serena silvana simona stefania valeria
adaeze adaora amara chiamaka chidinma chimamanda chinwe folake funmi ifeoma ifunanya ngozi nkechi nneka oluchi
titilayo yetunde abena adwoa akosua ama efua esi akua wanjiku wambui wangari njeri achieng atieno nyambura thandi
nomsa zanele lindiwe busisiwe sibongile naledi lerato precious blessing patience mercy rosalía tamika lakeisha shanice
imani aaliyah malia sasha barbra oprah beyoncé madonna cher dolly whoopi golda benazir aung sheikha tawakkol malala
priti suella rishika jacinda helle jocasta ottoline wilhelmina hermione aurora tova shira noa tamar yael ayelet tzipi
rivka chava shoshana
helena trish jade bev lorna debbie gulnara leilani keyana chloé maría hayley lynsey itzel cristina dilma deepa siti
maricel rudo wanjiru tigist selam sioned eszter ildikó ildiko ioana andreea aubree abby abbie abigale adalyn adriane
aileen aimee aishwarya alanna alayna alba aleksandra alena alessandra alessia alisa alissa alivia allie allyson althea
alyssa alyson amaya amira amrita anaya angelique angie anika anissa anita annalise anneke annelise annie anoushka
antonina anusha anya ariana arianna athena audra ava azra becca bella belinda bernice berta bertha bessie bethany
beverley bianca blythe bonita bonnie brandi brandy bridgette brigitte britney brooke bryony caitlin caitlyn callie
camilla cammie carina carley carmel carmela caroline caryn cassie cecelia celeste celine chanel charmaine cheyenne
chrissy cindy clara claudette courtney dalia dalila dania daniela darcy darla dayna deanne debby deidre delilah
delores demi desirée devi devika dinara dona dora doreen dorothea dottie dulce dunja eliana elina elisabeth elisha
eliza elle elspeth emilia emmy enid esme esmeralda estela eugenie eunice evangeline eveline evie fatemeh felicia
filippa finola flavia florencia francisca frankie frederica freya gabriella gabrielle gayle genevieve georgie gerda
gina giselle gracie griselda hadiya hadley haleh halle hannelore helene hilde ilka irena irma izabela jacinta jaclyn
jacqui jada janette janey janie janis jayne jeanie jess jillian jodi jolie judi juliana julianne juliette kaitlin
kaitlyn karina katharina katharine kathy kathrin kati katia kaya kaylee keeley kendra kerri khalida kiera kiersten
kimberley kinga kira kitty klara kyra lacey larissa laurel lavinia lea leona leonie letitia lexi lia libby lila lilia
lilian liliana lillie lina lizzie loraine lorelei louisa luana lubna luciana lulu macarena maddie madeline maia malika
mallory margret mariah marla martina maura mavis mckenzie meena meghan melinda meryl mila mina mindy mireya moira
mollie myrtle nadira nahid naima nanci nasrin nayeli nerissa nessa nichola nilda norah noura olive patsy patti paulina
pippa rabia rachelle rena reyna rhea rina riya romina rosamund roseanne rukhsana ruthie sadia scarlett selma shabnam
shakira shana shania sharmila sharron shawna sherrie shirin sonali stephany steph suki sumaya susanna susie suzy tammy
taryn tasha therese tia tilda tonia traci tracie tricia trina veronika vicky violeta winona xiomara yasmeen yesenia
yoana yolande yoshiko zaynab zoey zuzana hege turid maren ragna hanne rikke trine aase inger berit dorte adaobi
amarachi chioma obiageli funmilayo temitope ayodele hauwa zuleikha afia yaa nosipho thuli zodwa nokuthula ayanda
palesa dineo akinyi awino makena chipo tariro nyasha rutendo mwajuma neema zawadi hiwot mekdes bethlehem rahel meron
ayumi hanako harumi hitomi junko kaori kazuko kumi mariko mayumi megumi midori misaki natsumi noriko reiko sachiko
sayuri setsuko tomoko yuko ji-young ji-woo sun-hee yeon-mi young-hee thuy huong phuong aparna archana bhavna chandra
chitra durga gauri geeta indu jyoti kalpana kamla komal kusum lalita lata leela madhu malini mamata manju mayawati
meenakshi mira mukta nalini namrata nandita neelam neeta nidhi nirmala pallavi parvati prachi pratibha rajni rani
rashmi renu renuka richa ritu roopa rupa sadhana sarita saroj savita seema shanta sharda sheela shilpa shobha shruti
smriti sneha sudha sujata supriya surekha sushma tanuja trisha urmila vasundhara vimala yamini`);

const MALE =
  set(`hector clay dan wade tripp earl vernon paulo yuri jerome abner adolfo aldo alec alejo algie alois alphonse amadou
anatole ansel antoine aram ari armand arno arvid augustine azim baldwin barclay barton basim beauregard benicio benoit
berkeley bjarne boyd brennan brody bronson broderick burt caesar carmine carroll cassius cedric chauncey chico cillian
clem cletus clovis conrad corey cornelius cosmo dane danilo dashiell davey declan delbert denzel deon dermott dinesh
dmitriy domenic duke dunstan dusty ebenezer edison efraim eldon elio ellis emeka emory ennis erasmus errol esteban
eustace everard ewart faisal fidel finn fletcher forrester fritz garrett garrick gaston geordie gerardo gerrit
giancarlo giles gino giorgi gonzalo graeme greig guido gulzar hakeem hamid hans haroon hartley haskell hendrik hermann
hollis horst hyman ignatz igor ilan inigo isidro ismael itzhak ivo jabari jacek jacobo jagdeep janos jarrod jarvis
jedediah jorgen juan-carlos kamal kazimir keanu keir kelechi keoni kieran klaus kofi lachlan lamar laszlo lazarus
leandro leopold lev lex lionel liviu lorne lowell luigi lukas magnus manfred marat marlon matteo maxim mauricio merv
mick milan milo milton mordecai mustapha nahum napoleon nasir nestor nigel niklas nuno obadiah octavius odysseus ola
omar orrin osmond otis ozzie padraic paco pasquale pawel peadar per percival phineas pontus prem primo quincy rafe
rafiq rainer rajiv ramsey ravi reggie reid remy renaldo rhett rocco rolando romulus ronan rory roscoe rupert rutger
samson sandor santino sayed seamus sebastiao selim sergio seth shaun shlomo siegfried silvester simeon sixto soren
stanislav stavros stellan sully sunil sylvester taj tarik tavis terence thaddeus theron thierry tiberius tito tobias
torvald ty ugo ulrich umar urs valentin vasil vic vikram vittorio vladislav waldo walid wendell werner wilmer wolfram
wyn xander yannis yehuda yitzhak yonatan yosef yusuf zachariah zane zeke zeno hal wes gus walt cal vince lenny sal
chet buck dre kobe lebron deion dwight bernard monte lonny denny rudy manny moe izzy hank lyle mort murray irv sy stu
skip gil roddy sol ollie alfie archie ned ryland jaxon aiden bryce kane brayden harpreet wycliffe tendai mehul hampton
holden jonas leland linwood merrill mickey newell norris oakley orville osbert palmer pascoe rance rodger rolland
rosco royce ruben sanjit scottie shelby sherwin sid thane thorne tobin truman tyson urban vaughan verne wiley wilton
woody yancey james abel lemuel enos ira asher jethro ezekiel amit john pieter wim joost bram sjoerd maarten enver
koffi mamadou ousmane moussa ibrahima robert michael william david richard joseph thomas charles christopher daniel
matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey
ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander
raymond patrick jack dennis jerry tyler aaron jose henry adam douglas nathan peter zachary kyle walter harold jeremy
ethan carl keith roger gerald christian terry sean arthur austin noah lawrence jesse joe bryan billy jordan albert
dylan bruce willie gabriel alan juan logan wayne ralph roy eugene randy vincent russell louis philip bobby johnny
bradley mike tom bob bill jim steve dave chris tony ted rick ed ken greg ron don tim matt jeff ben sam nick alex andy
jon josh ray stan fred chuck dick pete phil rob ross rand marco jeb bernie barack mitt newt mitch harry al howard
lindsey reince sheldon rex spencer preet merrick antonin clarence elijah lincoln martin omalley cory evan ian neil
colin derek trevor graham gordon alistair alastair alasdair angus callum calum craig duncan euan ewan fergus finlay
hamish hugh iain kenny lewis malcolm murdo niall stuart stewart tavish gareth geraint gethin huw hywel idris ieuan
iwan lloyd owain owen rhodri rhys aled dafydd dewi emlyn emrys aidan brendan cathal ciaran cian colm conor connor
cormac dermot diarmuid donal eamon éamon enda eoin fergal finbar fintan liam lorcan micheál padraig pádraig ruairi
séamus shane tadhg simon miles toby oliver oscar barnaby basil benedict bertie cecil clive crispin cyril damian damien
darren dean desmond dominic donovan edgar edmund edwin elliot elliott ernest felix francis franklin gavin geoffrey
geoff gerard gideon gilbert glen glenn godfrey guy harvey herbert horace humphrey ivan ivor jake jasper jay jude
julian karl kit lance lee leo leon leonard leroy leslie luke marcus marshall maurice maxwell max melvin mervyn morgan
morris mortimer neville noel norman orson percy perry piers quentin reginald reuben rodney roland rolf rowan rufus
sebastian sidney silas solomon spike stanley sydney theo theodore tristan victor virgil wallace warren wesley wilfred
will wilson winston abraham adrian aldous alden alfred algernon alonzo alvin ambrose amos anselm archibald arnold
ashton asa august augustus barney barry bartholomew benny bert blake boris brad brent brett brock buddy byron caleb
calvin cameron carlton carter casey chad chandler chase chester clark claude clayton clifford clint clinton clyde cole
cody colton corbin cooper curtis dale dalton damon darius darrell daryl dexter dirk doug drew duane dustin dwayne
easton edmond eli elias elmer elvis emil emmanuel emmett enoch ephraim ervin everett ezra fabian floyd forrest
frederick freddie gene grady grant grover harlan harrison heath henrik herman hiram homer hubert hudson hunter irving
irwin isaac isaiah israel jackson jamal jamie jared javier jed jefferson jermaine jimmy joel jonah jorge josiah julius
kareem kelvin kendall kent kirk kurt landon larson lamont levi linus lonnie lou lucas lucius luther lyndon mack malik
mario marvin mason maynard merle micah mohamed mohammed mohammad muhammad mohamad monty nathaniel nelson nolan norbert
odell oren orlando osama oswald otto pablo parker philippe pierce preston ramon randall randolph raoul raphael raul
rashid reed rene ricardo ricky rocky roderick rodrigo roman romeo rudolph russ salvador sammy sanford saul sherman
sonny stefan sterling tanner taylor terrance terrence thad thurman todd travis trent trey troy tucker ulysses uriah
vaughn walker weston wilbur wilhelm willard woodrow wyatt zach ahmed ahmad abdul abdullah abdallah ali amir anwar
ashraf asif ayman bashar bilal farid farouk fawzi gamal habib hadi hafez haider hakim hamza hamdi hani haris hasan
hassan hatem hisham hosni hussain hussein ibrahim imran ismail jafar jalal karim khalid khaled khalil mahmoud mahmood
majid mansour marwan mehdi mehmet mohsen mostafa mustafa mukhtar nabil nadir najib naseem nasser nawaz nizar osman
qasim rahim ramzi reza riaz rizwan saad sadiq said saif salah saleem salim salman sameer samir sharif shahid suleiman
sulaiman tamer tareq tariq usman wael waseem yasin yasser yousef youssef zaid zahid ziad ajay ajit anand anil arjun
arun ashok ashwin atul bharat deepak dev gaurav gopal harish hari jagdish jawaharlal kapil karan krishna kumar lal
mahesh manish manmohan manoj mohan mukesh narendra naveen nikhil nitin pankaj prakash pranab prashant rahul raj rajan
rajesh rakesh ram ramesh ranjit rishi rohan rohit sachin sandeep sanjay sanjeev satish shashi shiv siddharth srinivas
subhash sudhir suresh tarun uday varun vijay vikas vinay vinod vivek yash yogesh hiroshi haruki kenji kenta koji
makoto masahiro naoto noboru shinzo shinzō satoshi taro takashi takeshi toshiro yasuo yoshihide jinping keqiang
xiaoping zemin jintao jiabao wei jun qiang jae-in geun-hye jong-un jong-il min-jun ji-hoon sung-min chung-hee nguyen
minh hung dung quang tuan van joko widodo benigno ferdinand alberto alejandro alfonso alfredo álvaro alvaro andrés
andres angel antonio armando arturo augusto benito bernardo carlos césar cesar cristian cristóbal diego domingo
eduardo emilio enrique ernesto federico felipe fernando francisco germán gilberto guillermo gustavo hernán hernan hugo
ignacio jaime jesús jesus joaquín joaquin josé julio leonardo lorenzo luis manuel marcelo marcos mariano mateo miguel
nicolás octavio óscar osvaldo pedro rafael ramiro ramón raúl rené roberto rodolfo rubén santiago santos simón tomás
vicente víctor joão joao luiz lula jair thiago tiago vasco alain alexandre andré arnaud aurélien baptiste benoît
bertrand bruno cédric christophe clément didier édouard edouard étienne etienne fabien fabrice florent françois
francois frédéric gaël georges gérard ghislain gilles grégoire guillaume gustave henri hervé jacques jean jean-claude
jean-luc jean-marc jean-marie jean-paul jean-pierre jérôme joël julien laurent loïc luc lucien marc marcel mathieu
maxime michel nicolas olivier pascal patrice pierre rémi romain sébastien serge stéphane sylvain théo thibault valéry
xavier yann yannick yves achim andreas armin axel bernd bernhard björn bjorn christoph claus detlef dieter dietmar
dietrich eckhard egon ernst ewald florian friedrich georg gerd gerhard günter gunter günther hans-peter harald hartmut
heiko heinrich heinz helmut holger ingo jens joachim jochen johann johannes jörg josef jürgen jurgen kai karsten
konrad lars lothar lutz markus matthias moritz olaf oskar ralf reinhard reinhold rüdiger steffen sven thorsten tilman
torsten udo uli uwe volker winfried wolfgang wolf anders bengt bertil birger dag einar erik esben fredrik göran gunnar
gustaf gustav håkan halvor henning ingvar jan jesper jörgen kasper kjell knut lasse leif mats mikael mogens morten
nils niels ole olof øystein peder petter poul ragnar rasmus rune sigurd søren steen sten stig svante sverre thor
thorbjørn torbjörn tor tore ulf vidar antti eero esa jari juha jukka kari matti mika pekka risto sauli timo aleksander
andrzej bartosz bogdan bronisław czesław dariusz grzegorz henryk jakub janusz jarosław jerzy kazimierz krzysztof lech
leszek łukasz maciej marcin marek mariusz mateusz michał mieczysław mikołaj paweł piotr radosław ryszard sławomir
stanisław tadeusz tomasz wacław witold wojciech zbigniew zdzisław aleksandr aleksei alexei alexey anatoly andrei
andrey arkady artyom denis dmitri dmitry dmytro fyodor gennady grigory ilya kirill konstantin leonid maksim mikhail
mykola nikita nikolai oleg oleh oleksandr oleksiy pavel petro pyotr ruslan semyon sergei sergey sergiy serhiy taras
timur vadim valery vasily viktor vitali vitaly vladimir volodymyr vyacheslav yaroslav yevgeny yury zurab aleksandar
branko bojan dejan dragan dušan goran josip ljubomir luka marko miloš mirko nenad nikola novak predrag radovan ratko
slobodan stipe vlado zdravko zoran zlatan attila béla ferenc gábor gyula imre istván jános józsef lászló miklós péter
sándor tamás zoltán zsolt cornel costin dorin ilie ion marian mihai mircea nicolae ovidiu radu sorin traian vasile
alexis antonis apostolos costas dimitris evangelos giorgos kostas kyriakos nikos panagiotis petros spyros stelios
thanasis vassilis yanis ahmet cem emre erdem hakan kemal murat orhan ozan recep serkan süleyman tayyip yilmaz
alessandro andrea angelo antonello arnaldo beppe carlo claudio corrado dario davide domenico donato enzo ettore fabio
fabrizio filippo flavio franco gianfranco gianluca gianni giacomo giorgio giovanni giulio giuseppe gianpaolo ignazio
jacopo lamberto luca luciano marcello massimo maurizio michelangelo nunzio paolo piero pietro raffaele renato renzo
riccardo salvatore sandro silvio stefano tiziano umberto valentino valerio babatunde chidi chijioke chukwuemeka
chinedu chinua femi goodluck ifeanyi ikechukwu kunle muhammadu nnamdi obinna okechukwu olusegun seun sola tunde uche
uzoma wole yemi kwabena kwaku kwame kwasi kojo yaw kwesi nana jomo uhuru raila kipchoge mwai odhiambo ochieng kamau
kariuki njoroge thabo sipho themba bongani mandla sizwe abiy haile meles yoweri félix ariel binyamin ehud yair avigdor
naftali shimon moshe yitzchak avi eitan gadi menachem yaakov dov uri ze’ev daryush cyrus arash farhad javad kamran
behrouz hashem mojtaba ashkan bahram dariush sohrab deshawn tyrone darnell marquis jamaal trayvon andre terrell
demetrius donte rashad barrett beau brady chip colt huey kirby rusty zack saxby haley gunther aurelio caspar ignatius
lysander montgomery thelonious caius
danny lucian delroy morton anton azamat ermek robby jin tuomas budi agus jomar otieno tadesse abebe moses jayden
rigoberto evo olumide abe adan aden adnan agustín albie allan alton anish aris arlo arman aron arron atticus austen
avinash ayaan aziz baldev baltazar barrie bart bashir bennett bevan bhaskar blaine brendon bret bryant buzz carsten
casimir cesare chaim charlie chevy clement cleon cliff clifton colby conan constantin curt dante darragh darrel darryl
davy dawson derrick devin dewey digby dilip dillon dimitri dion dominick donnie donny dougal dougie doyle dudley
eamonn eddie edsel eduard elmo elroy elton emanuel emery emile emmitt eoghan ernie erwin ewen finley franz fraser
freddy frederic gabe galen ganesh garry garth georgi gerry glyn grayson gregor henk herb hernando herschel horatio
howie huck humberto ichiro ifan ike ishaan ishmael issa izaak jace jacky jahangir jalen jamil jayson jeffery jeremiah
jimmie joaquim joey johnnie jonny jordi judd junaid kabir keenan kendrick kermit kris kurtis kyran lanny lazar leander
les lester louie mahmud malachi mansoor manu marty massoud maury maximilian merlin mikel milos moises murtaza myles
myron nadeem naguib nate nathanael neal nicky nico nikolas noam norm odin omari paddy pavan pearse phillip pranav
quinton rafi rahman rajeev ramsay ranald randal reece reg reinaldo reynaldo richie rickey rico robbie ronny roshan
rudolf saeed sami santosh seán selwyn shankar shawn sinclair stephan syed talal tarek tate teddy thom titus tommie
tommy torin tyrell uriel vance vern vidal vlad wally wayland waylon wilbert willis winfred yahya yakov yohannes zayn
zubin chukwudi chukwuma ikenna nnaemeka obi okon olamide olusola segun tayo uchenna adewale akin babajide gbenga
kayode lanre adebayo musa sani yakubu garba aliyu bello kwadwo ebo bheki jabu lungelo mthunzi nkosinathi tshepo kagiso
lebo tebogo pule mpho tumelo tapiwa farai simba kudzai mwangi kimani kipkemboi kiprono omondi onyango wekesa juma
hamisi bakari baraka abdi abdullahi yonas dawit getachew girma mulugeta tesfaye yared berhanu bo cheng feng guang hao
jian jianguo liang peng yang yong zhi zhong hideo hiro hiroki jiro junichi katsuo kazuo kei kenichi koichi masao
masato mitsuo naoki osamu ryo ryota seiji shigeru shin shinichi shoji shota shun takuya tatsuya tetsuo toru toshio
tsutomu yoshi yusuke yutaka dong-hyun hyun-woo jae-hyun jung-ho kyung-soo sang-hoon seung-ho sung-ho tae-hyung woo-jin
young-ho hieu huy khanh khoa phuc quan quoc tam thang trung aamir abhishek aditya akash akhil akshay alok aman ameet
amitabh anirudh ankit anupam anurag aravind arvind ashish bhupinder chandan chetan daljit darshan dhruv girish govind
gurpreet harbhajan hardeep hemant inder ishan jaspal jatin jitendra karthik kartik kunal lalit mahendra milind mohit
mukul murali nagesh naresh navin neeraj omprakash parth piyush prabhat pradeep pramod prasad praveen raghav raghu
raghunath rajat rajendra rajinder raman ramakrishna ratan ritesh sanjiv sarath saurabh shekhar shivraj shyam
siddhartha subrata sudhakar sukhbir suraj surendra surya sushil tejas umesh venkat venkatesh vimal vineet vipin vishal
vishnu yogi abdelaziz adel afzal akram ammar anas ehsan emad fadi fahad fahd farooq fayez fouad ghassan hamad hossein
ihab jaber jassim kamil khurram luay maher mazen moammar mounir muammar mujahid nader naji raed rashed rauf riad sabir
sajid saleh sardar shabbir shahbaz shahzad shaukat sohail tahir tawfiq waleed waqar wasim yasir younis zafar zakaria
zubair borys damir davor darko dmitro doru dragoslav dzmitry eugen evgeny florin gheorghe grigore igors iliya ivica
jarek jaroslav jiří jiri jovan juraj jure karel krasimir kresimir ladislav lubomir ludvik marcell martins mihail
milorad milutin miroslav mladen momir nikolay ondrej ondřej petr petru plamen radek rados rastislav robertas romanas
rostislav rumen sasa sergiu stanislaw stjepan stoyan tibor tihomir tomas tomislav toomas urmas václav vaclav vaidas
valdis veselin vit vojislav vojtech vuk yevhen zdenek zlatko arnar baldur bjarni davíð guðmundur gylfi halldór jóhann
jón ólafur sigurður stefán þór aksel asbjørn eivind espen flemming frode geir hallvard haakon iver jakob kåre ketil
klaas kristian kristoffer magne mads mathias nikolaj pål preben roar roald simen sindre sivert stein stian svein terje
torstein trond truls vegard aart arie arjen bas coen daan evert frans freek geert gijs huub jaap jeroen jelle joris
kees koen martijn mathijs piet ruud sander stijn teun thijs tjeerd wouter`);

/** Names that women and men bear: most bearers of each are of one gender, and no more than that is told. */
const EITHER =
  set(`sam alex pat terry jamie jordan taylor morgan casey robin lindsay kelly tracy jackie lee kerry charlie
drew francis nicky jessie rene sasha marion courtney kim ashley cameron hilary dana shannon val jo`);

/** The gender a given name most often has in the news, when it is common for one and rare for the other. */
export function genderOfGivenName(name: string): "m" | "f" | null {
  const lower = name.toLowerCase();
  const [first = ""] = lower.split("-");
  for (const form of [lower, first]) {
    if (EITHER.has(form)) return null;
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

/** How names end that are mostly borne by women or by men, whatever the language; a hint where a name is unlisted. */
const FEMALE_ENDING = /(?:a|ah|yn|ynn|een|ine|ise|nne|lle|ette|elly|ssy|nee|ely)$/u;
const MALE_ENDING =
  /(?:[^aei]o|us|os|den|ric|aan|ian|der|van|win|ard|bert|ald|im|ir|ek|av|mir|son|ton|slav)$/u;

/** The gender that an unlisted given name seems to have by its ending, or null. */
export function leanOfGivenName(name: string): "m" | "f" | null {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  if (EITHER.has(plain) && FEMALE.has(plain) !== MALE.has(plain)) return FEMALE.has(plain) ? "f" : "m";
  if (plain.length < 4) return null;
  if (FEMALE_ENDING.test(plain)) return "f";
  return MALE_ENDING.test(plain) ? "m" : null;
}
