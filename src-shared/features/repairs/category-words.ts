import type { RepairCategory } from './model.ts';

/**
 * German words for what people bring, by category. A word stands for itself, its plural and every compound that ends in
 * it (`lampe`: Lampen, Tischlampe); the longest word decides (`taschenlampe`, not `lampe`). `=` before a word: no
 * compounds (`=ring`: no Hering). Where the German data of anstiftung 2023 files a thing somewhere, it is filed there;
 * what is plainly misplaced in it (a video recorder among cameras) stands where the standard has it.
 */
export const CATEGORY_WORDS: readonly (readonly [RepairCategory, string])[] = [
	[1, 'luftentfeuchter, entfeuchter, luftbefeuchter, befeuchter, luftkühler, klimaanlage, verdampfer, standlüfter, luftwäscher'],
	[
		2,
		'akku, akkupack, batterie, autobatterie, ladegerät, lader, ladestation, ladekabel, netzteil, netzgerät, adapter, powerbank, trafo, transformator, mehrfachsteckdose, funksteckdose, steckdose, solarpanel, solarmodul, batterietester',
	],
	[
		3,
		'lichterkette, taschenlampe, stirnlampe, kopflampe, licht, rücklicht, leuchte, led, beleuchtung, strahler, scheinwerfer, schwibbogen, bewegungsmelder, blitzgerät, blitz, lichtorgel, lichtschlauch, dimmer, dimmerpack, rotlichtlampe, laterne, weihnachtsstern, weihnachtsbeleuchtung, lichtbogen, fahrradlampe, campinglampe, discokugel, warnleuchte',
	],
	[4, 'computer, desktop, pc, rechner, tower, server, raspberry pi, imac, single board computer'],
	[5, 'digitalkamera, kompaktkamera, fotoapparat, digicam, kamera, fotokamera, actioncam'],
	[
		6,
		'videokamera, camcorder, filmkamera, spiegelreflexkamera, dslr, überwachungskamera, super 8 kamera, systemkamera, objektiv',
	],
	[7, 'ventilator, lüfter, gebläse, deckenventilator'],
	[8, 'fernseher, bildschirm, monitor, flachbildschirm, fernsehgerät, fernsehapparat, =tv, smart tv'],
	[
		9,
		'rasierer, rasierapparat, rasiergerät, bartschneider, barttrimmer, haartrimmer, haarschneider, haarschneidemaschine, haarschneidegerät, zahnbürste, zahnbürstenstation, munddusche, lockenstab, lockenwickler, glätteisen, haarglätter, warmluftbürste, massagegerät, massagekissen, epilierer, epiliergerät, kosmetikgerät, körperpflege, fußpflegegerät, fußbad, hornhautentferner, hornhauthobel, maniküregerät, manikürgerät, nagelset, nagelfräser, nagelfeile, nagellack abfüllmaschine, personenwaage, körperwaage, kosmetikspiegel, schminkspiegel, ladyshave',
	],
	[
		10,
		'cd player, discman, mp3 player, ipod, gameboy, nintendo switch, nintendo ds, taschenrechner, schrittzähler, diabetrachter, ela anlage, psp, medienspieler, musikspieler',
	],
	[11, 'kopfhörer, headset, ohrhörer, earbuds, airpods, ohrstöpsel'],
	[
		12,
		'stereoanlage, hifi anlage, hifi, musikanlage, kompaktanlage, anlage, musikbox, bluetooth box, bluetooth lautsprecher, boombox, jukebox, musiktruhe, grammophon, walkman, cd wechsler, tapedeck, kassettendeck, tape deck, multirekorder, multimedia center, ghettoblaster, plattenspieler mit radio, toniebox',
	],
	[
		13,
		'verstärker, lautsprecher, boxen, box, subwoofer, plattenspieler, schallplattenspieler, kassettenrekorder, kassettenspieler, kassette, tonbandgerät, tonband, tonbandmaschine, mischpult, equalizer, soundbar, tuner, dj controller, karaoke anlage, karaoke, loop station, aufnahmegerät, lautstärkeregler, vorverstärker, endstufe, soundschaltung',
	],
	[14, 'wasserkocher, wasserkessel, teekessel'],
	[
		15,
		'lampe, lämpchen, tischlampe, schreibtischlampe, stehlampe, stehleuchte, tischleuchte, deckenlampe, deckenleuchte, hängelampe, nachttischlampe, leselampe, kronleuchter, lüster, deckenfluter, klemmlampe, halogenlampe',
	],
	[16, 'laptop, notebook, netbook, macbook, chromebook, ultrabook'],
	[
		17,
		'waschmaschine, spülmaschine, geschirrspüler, wäschetrockner, trockner, kühlschrank, gefrierschrank, kühltruhe, gefriertruhe, tiefkühltruhe, backofen, ofen, herd, elektroherd, mikrowelle, boiler, durchlauferhitzer, wäschemangel, wäscheschleuder, mangel, klimagerät, heizstrahler, laufband, elektrokamin, kaminofen, wechselrichter, inverter, ölradiator, radiator, poliergerät, heimtrainer, crosstrainer, ergometer, elektromobil, waschtrockner, e bike, ebike, pedelec, elektrofahrrad, kühlgefrierkombination, gefrierkombination',
	],
	[
		18,
		'kamera analog, analogkamera, verlängerungskabel, mikroskop, megafon, nebelmaschine, tauchpumpe, dunstabzugshaube, abzugshaube, motor, elektromotor, bootsmotor, hoverboard, e scooter, elektroroller, e auto, e zigarette, autoschlüssel, fahrzeugschlüssel, zündschloss, hörgerät, türgong, türklingel, klingel, alarmanlage, garagenöffner, garagentoröffner, inhalator, quadrocopter, marderschreck, höhenverstellung, heizsocke, weidezaungerät, lawinenpieper, lawinenpipsgerät, globus, led spiegel, =garten, gasofen, zigarettenautomat, glaskugel, rauchmelder, motorrad, motorroller, mofa',
	],
	[
		19,
		'handy, smartphone, mobiltelefon, telefon, iphone, schnurlostelefon, seniorenhandy, anrufbeantworter, mobilteil, fairphone',
	],
	[
		20,
		'musikinstrument, instrument, keyboard, piano, klavier, gitarre, ukulele, geige, violine, flöte, akkordeon, orgel, schlagzeug, synthesizer, drumcomputer, spieluhr, spieldose, trompete, trommel, mundharmonika, saxophon, klarinette, cello',
	],
	[21, 'aktenvernichter, papierschredder, papierschredderer, schredder, reißwolf'],
	[
		22,
		'maus, computermaus, tastatur, festplatte, router, modem, webcam, usb stick, usb hub, soundkarte, mikrofon, microphone, mainboard, grafikkarte, netzwerkspeicher, nas, laufwerk, diskettenlaufwerk, diktiergerät, audiorekorder, leiterplatte, platine, time capsule, fritzbox, wlan verstärker, repeater, dockingstation, wireless microphone system, speicherkarte, kartenleser, usb kabel',
	],
	[
		23,
		'radio, autoradio, weltempfänger, radiowecker, radiorekorder, küchenradio, cd radio, kofferradio, transistorradio, funkgerät, walkie talkie, digitalradio, internetradio',
	],
	[
		24,
		'bohrmaschine, bohrhammer, bohrer, schrauber, akkuschrauber, säge, schleifer, schleifmaschine, schleifgerät, schleifmaus, flex, fräse, oberfräse, dremel, drehmel, hobel, elektrohobel, heckenschere, astschere, hebelschere, rasenkantenschere, grasschere, trimmer, rasentrimmer, motorsense, sense, freischneider, laubbläser, laubsauger, häcksler, hexler, holzspalter, vertikutierer, hochdruckreiniger, kärcher, kompressor, betonmischer, lötkolben, lötstation, werkzeug, multimeter, spannungsmesser, spannungsregler, oszilloskop, schukostecker, nivelliergerät, tacker, rührwerk, multitool, drehmaschine, schweißgerät, luftpumpe elektrisch',
	],
	[25, 'drucker, scanner, kopierer, kopiergerät, faxgerät, fax, plotter, multifunktionsgerät, multifunktionsdrucker'],
	[26, 'beamer, projektor, diaprojektor, filmprojektor, overheadprojektor, tageslichtprojektor'],
	[27, 'nähmaschine, overlock, overlockmaschine, kettelmaschine'],
	[
		28,
		'heizlüfter, heizung, heizkissen, heizdecke, wärmedecke, heizgerät, heizstein, kabel, kabeltrommel, steckdosenleiste, steckerleiste, stecker, schalter, rasenmäher, mähroboter, rasenroboter, mäher, bügelstation, dampfbügeleisen, dampfbügelstation, dampfreiniger, dampfbesen, milchaufschäumer, wasserpumpe, pumpe, teichpumpe, handstaubsauger, handsauger, schreibmaschine, wetterstation, thermometer, temperaturfühler, fensterreiniger, fenstersauger, bodenreiniger, kühlbox, kühltasche, blutdruckmessgerät, messgerät, babyphone, babyfon, steuergerät, steuerung, thermostat, klebepistole, heißklebepistole, heißluftpistole, klebemaschine, ultraschallreiniger, ultraschallgerät, laminiergerät, sprechanlage, tischrechner, rechenmaschine, tresor, safe, strickmaschine, stickmaschine, fusselrasierer, fusselfräse, luftreiniger, poolfilter, filter, filteranlage, poolreiniger, poolroboter, fitnesstrainer, trainer, trainingsgerät, venenwalker, frequenzumrichter, metronom, katzenklappe, kehrmaschine, desinfektionsgerät, graviergerät, malstift, rolladenmotor, rollladenmotor, rollladen, sicherungskasten, steamer, beatmungsgerät, otoskop, pyrometer, lupe, leselupe, laser, falzmaschine, prägemaschine, stanzmaschine, spitzmaschine, anspitzer, automat, postkartenautomat, münzzähler, mückenstecker, brennstab, insektenvernichter, tan generator, generator, paneel, pv paneel, scheibenwischer, massageball, herdplatte, briefwaage, futterautomat, teppichbürste, bürste, schleuder, tischschleuder, schalttafel, türöffner, zeitschaltuhr, nachtlicht babyphone, terrarium, aquarium, rollstuhl elektrisch, buttonmaschine, brunnen',
	],
	[
		29,
		'waage, küchenwaage, allesschneider, brotschneidemaschine, schneidemaschine, aufschnittmaschine, brotbackautomat, backautomat, grill, kontaktgrill, grillofen, waffeleisen, sandwichmaker, sandwichtoaster, raclette, fondue, fritteuse, airfryer, heißluftfritteuse, eierkocher, eieruhr, küchenwecker, kurzzeitwecker, kurzzeitmesser, kochplatte, induktionsplatte, induktionsgerät, kochfeld, minibackofen, pizzaofen, reiskocher, schnellkochtopf, dampfkochtopf, kochtopf, =topf, dampfgarer, dörrgerät, dörrautomat, einkochautomat, einkocher, kocher, entkerner, vakuumierer, vakuumiergerät, folienschweißgerät, schweißgerät für folie, zerkleinerer, getreidemühle, mühle, pfeffermühle, gewürzmühle, reibe, messerschärfer, dosenöffner, wassersprudler, sodastream, sprudler, eismaschine, eiscrememaschine, eiswürfelmaschine, joghurtbereiter, crepesgerät, crêpe maker, popcornmaschine, thermomix, multiboy, zapfanlage, bratenthermometer, kochthermometer, teekocher, teemaschine, tischgrill, elektromesser, gefrierfach, pelletofen, eierschalensollbruchverursacher, katzenfutterautomat, warmhalteplatte, babykostwärmer, flaschenwärmer, zuckerwattemaschine, nudelmaschine, pastamaschine',
	],
	[
		30,
		'tablet, ipad, ebook reader, e book reader, e reader, kindle, tolino, navigationsgerät, navi, display, autodisplay, zeichentablett',
	],
	[31, 'toaster'],
	[
		32,
		'spielzeug, lokomotive, eisenbahn, modelleisenbahn, modellbahn, ferngesteuertes auto, rc auto, spielzeugauto, puppe, actionfigur, figur, spielzeugpistole, carrerabahn, autorennbahn, lego, bobbycar, spielzeugroboter, kinderspiel, brettspiel, tamagotchi, baukasten, puppenwagen',
	],
	[
		33,
		'fernbedienung, funkfernbedienung, receiver, satreceiver, dvd, dvd player, dvd rekorder, dvd video rekorder, blu ray player, blueray player, festplattenrekorder, videorekorder, videogerät, vhs rekorder, controller, gamepad, joystick, heimkino, heimkinosystem, micro audio system, drohne, roboter, minidisc player, minifernseher, tv simulator, time base corrector, set top box, settopbox, antenne, fire tv, chromecast, vr brille',
	],
	[34, 'staubsauger, sauger, akkusauger, nasssauger, saugroboter, saugerroboter, staubsaugerroboter, wischsauger'],
	[
		35,
		'uhr, funkuhr, armbanduhr, wanduhr, standuhr, kuckucksuhr, taschenuhr, wecker, smartwatch, pendeluhr, küchenuhr, regulator',
	],
	[
		36,
		'kaffeemaschine, kaffeevollautomat, kaffeeautomat, kaffeepadmaschine, espressomaschine, espressokocher, siebträger, siebträgermaschine, vollautomat, senseo, nespresso, kapselmaschine, padmaschine, filtermaschine, kaffeekocher, mokkakanne',
	],
	[
		37,
		'mixer, handmixer, standmixer, stabmixer, pürierstab, zauberstab, rührgerät, handrührgerät, küchenmaschine, knetmaschine, entsafter, saftpresse, zitruspresse, kaffeemühle, blender, smoothiemaker, fleischwolf, moulinette, zentrifuge',
	],
	[38, 'spielkonsole, spielekonsole, konsole, playstation, xbox, wii, nintendo 64, spielcomputer, sega'],
	[39, 'föhn, haartrockner, haarfön, fön'],
	[40, 'bügeleisen, reisebügeleisen, bügelmaschine, bügelpresse'],
	[
		'Bicycle',
		'fahrrad, =rad, =bike, citybike, kinderrad, rennrad, lastenrad, klapprad, faltrad, damenrad, herrenrad, hollandrad, tandem, dreirad, laufrad, mountainbike, trekkingrad, fahrradkette, fahrradreifen, reifen, schlauch, fahrradanhänger, kinderanhänger, sattel, gangschaltung, felge, speiche, fahrradbremse, pedal, einrad, liegerad',
	],
	[
		'Furniture',
		'stuhl, tisch, schrank, kommode, regal, sessel, sofa, couch, hocker, bett, schublade, sitzbank, gartenbank, =bank, holzbank, truhe, möbel, liegestuhl, vitrine, matratze, lattenrost, anrichte, garderobe, schaukelstuhl, bürostuhl, paravent, sekretär',
	],
	[
		'Household',
		'schere, messer, taschenmesser, pfanne, besteck, regenschirm, schirm, sonnenschirm, koffer, rollkoffer, trolley, kanne, thermoskanne, isolierkanne, vase, geschirr, tasse, becher, teller, schüssel, bilderrahmen, spiegel, wäscheständer, bügelbrett, leiter, eimer, besen, wäschespinne, korkenzieher, kinderwagen, buggy, rollator, rollstuhl, schloss, vorhängeschloss, schlüssel, korb, gießkanne, dose, brotkasten, handkaffeemühle, flaschenöffner, kerzenständer, skulptur, porzellan, keramik, türgriff, klinke, wasserhahn, gartenschere, spaten, schaufel, axt, hammer, zange, rasenmäher mechanisch, handrasenmäher, waage mechanisch, fächer, luftpumpe',
	],
	[
		'Jewellery',
		'halskette, kette, perlenkette, armband, armkette, armreif, =ring, ohrring, ehering, fingerring, brosche, kettenanhänger, anhänger, schmuck, collier, medaillon, amulett, manschettenknopf, haarspange, uhrenarmband, kettenverschluss, piercing',
	],
	[
		'Textile',
		'hose, hosenbein, ärmel, jeans, jacke, kleid, hemd, bluse, =rock, minirock, mantel, pullover, pulli, strickjacke, weste, shirt, t shirt, reißverschluss, tasche, handtasche, umhängetasche, rucksack, schulranzen, ranzen, vorhang, gardine, bettwäsche, bettbezug, decke, tischdecke, kissen, kissenbezug, schuh, stiefel, sandale, gürtel, mütze, hut, schal, tuch, handschuh, socke, strumpf, zelt, schlafsack, kuscheltier, teddy, teddybär, stofftier, plüschtier, anzug, uniform, schürze, badeanzug, bikini, unterwäsche, teppich, polster, bezug, markise, hängematte, kostüm, dirndl, overall, krawatte, portemonnaie, geldbeutel, geldbörse, textil, wolle, knopf, saum, naht, blazer, sakko, parka, anorak, body, strampler, schlafanzug, pyjama, leggings, shorts',
	],
	[
		'Other',
		'buch, brille, sonnenbrille, ball, fußball, skateboard, tretroller, roller, bollerwagen, inlineskate, rollschuh, schlitten, ski, tennisschläger, schläger, angel, feuerzeug, füller, kugelschreiber, modell, ordner, schachspiel, puzzle, zollstock, gasgrill, kamin, kerze, campingkocher, gaskocher, petroleumlampe, öllampe',
	],
];
