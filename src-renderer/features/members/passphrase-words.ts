/**
 * Everyday words for suggested passphrases: short, without umlauts (foreign keyboards), none easily mistaken for another.
 * The words are no secret; the strength lies in the draw.
 */
const WORDS =
	`abend acker adler akten album allee alpen ampel amsel anker apfel april arbeit arche armband arznei asche astern atlas
auge august auster backofen badesee bagger bahnhof balkon ballon banane bande bank bart basar batterie bauer baum becher beere berg
besen besteck biene bild birke birne blatt blech blitz blume bluse bohne boje boot brause brief brille brot brunnen buch bude bummel
butter cello chor clown comic computer creme dachs dampfer daumen decke deich delfin dezember dichter diele dill distel donner dorf
dose drache draht dreirad drossel duft ebbe echo ecke efeu eiche eifel eimer einhorn eisen eisvogel elch elefant elster ente erbse
erde ernte esel espe eule fabel fabrik faden fahne fahrrad falke falter farbe fasan feder feier feige feile feld fels fenster ferien
feuer fichte fieber film filz finger fink fisch flagge flamme flasche flieder floh flocke flosse flucht fluss folie forelle forst foto
frosch frucht fuchs funke gabel gans garage garn garten gasse gast gebirge geige geld gemse gerste gesang gewitter gipfel gitarre glas
globus glocke gold gondel grab gras grille grotte gruppe gulasch gurke haar hafen hafer hagel hahn haken halle hammer hamster hand
harfe harz hase hasel haube haus hecht hecke hefe heft heide heimat helm hemd herbst herd hering herz heu himbeere himmel hirsch hirse
hobel hocker hof holz honig hopfen horn hose hotel huhn hummel hund husten igel imker insel iris jacke jaguar januar jasmin jubel juli
juni juwel kabel kachel kaffee kahn kaiser kaktus kalb kalender kamel kamin kamm kanal kanne kanu kapelle karotte karte kasse kastanie
kater katze kegel keks keller kerze kessel kette kiefer kiesel kino kirsche kissen kiste klang klavier klee kleid klingel knoten knopf
koffer kohle komet kompass konzert korb korken kran kranich kraut kreide kreis krone krug kuchen kugel kupfer kurve lachs laden lampe
land laterne laub lavendel leder lehm leiter lerche libelle licht liebe lied lilie linde linse locke luchs luft lupe magnet mai makrele
malve mandel mantel marder markt marmor maske mast mauer maus meer mehl meise melone mensch messing metall milch minze mohn mond moos
morgen motor motte muschel museum musik nacht nadel nagel napf narbe nase natur nebel neffe nelke nest netz nixe norden note november
nudel nuss oase obst ofen ohr oktober olive onkel oper orange orgel orkan osten otter paket palme panda papier paprika park pate pauke
pause pedal pelikan perle pfanne pfau pfeffer pferd pfirsich pflaume pilz pinsel pirat plakat planet polster pony post puppe quark
quelle quitte rabe rad rahmen rakete raps rasen raupe rebe regal regen reh reis rezept riemen rind ring ritter robbe rock roggen rohr
rose rosine ruder rucksack saal saft saite salat salbei salz samen samt sand sattel schaf schal schere schiff schilf schlaf schloss
schnee schrank schule seife seil senf silber sofa sommer sonne spargel spatz specht spiegel spinat sprung stall stein stern stiefel
storch strand strom stube stuhl sturm suppe tafel tal tango tanne tante tasche tasse taube teich teller tempel teppich tiger tinte tisch
tomate tonne topf torte traktor traube treppe trommel truhe tuch tulpe turm uhr ulme urlaub vase veilchen vogel vulkan waage wachs wagen
wald walnuss wand wanne wasser weide wein weizen welle weste wetter wiese wind winter wolke wolle wurzel zahn zange zaun zebra zeder
zelt ziege zimt zirkus zitrone zucker zunge zweig zwiebel`.split(/\s+/);

/** Drawn with the system's strong randomness; each word equally likely (the remainder of the range is drawn again). */
export function suggestPassphrase(words = 5): string {
	return Array.from({ length: words }, () => WORDS[drawBelow(WORDS.length)]).join('-');
}

function drawBelow(limit: number): number {
	const range = Math.floor(2 ** 32 / limit) * limit;
	const drawn = new Uint32Array(1);
	do crypto.getRandomValues(drawn);
	while ((drawn[0] ?? 0) >= range);
	return (drawn[0] ?? 0) % limit;
}
