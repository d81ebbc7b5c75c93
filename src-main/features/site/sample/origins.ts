/**
 * The neighbourhood's people by origin: first names, last names, languages and residence titles that go together. The
 * mix follows quarters such as Ratingen West; every name is a common one, every combination is put together by chance.
 */
export interface Origin {
	/** How many of a hundred neighbours. */
	readonly share: number;
	readonly nationality: string;
	/** How many of them have a German passport by now. */
	readonly naturalised: number;
	readonly language: string;
	readonly further: readonly string[];
	readonly women: string;
	readonly men: string;
	/** `Nowak` for both, or `Kowalska/Kowalski` for women and men. */
	readonly lastNames: string;
	/** Third-country nationals need a title; EU citizens and Germans none. */
	readonly titles: readonly string[];
	/** Many came not long ago and speak little German yet. */
	readonly recent: boolean;
	/** Years within which the names were usual. */
	readonly ages?: readonly [number, number];
}

const SETTLED = [
	'Niederlassungserlaubnis',
	'Niederlassungserlaubnis',
	'Aufenthaltserlaubnis § 28 AufenthG (Familie)',
	'Daueraufenthalt-EU',
];
const REFUGE = [
	'Aufenthaltserlaubnis § 25 Abs. 2 AufenthG',
	'Aufenthaltserlaubnis § 25 Abs. 1 AufenthG',
	'Niederlassungserlaubnis',
	'Aufenthaltsgestattung',
];

export const ORIGINS: readonly Origin[] = [
	{
		share: 14,
		nationality: 'DE',
		naturalised: 0,
		language: 'de',
		further: ['en'],
		women: 'Sabine Petra Gisela Renate Claudia Ursula Kerstin Ingrid Heike Monika Birgit Angelika',
		men: 'Jürgen Karl-Heinz Michael Dieter Uwe Wolfgang Frank Bernd Torsten Manfred Rolf Detlef',
		lastNames: 'Becker Schröder Hoffmann Krüger Lehmann Groß Wagner Peters Brandt Kaiser Schulte Engel',
		titles: [],
		recent: false,
		ages: [48, 82],
	},
	{
		share: 10,
		nationality: 'DE',
		naturalised: 0,
		language: 'de',
		further: ['en'],
		women: 'Nicole Jennifer Melanie Sandra Laura Anna-Lena Jessica Vanessa',
		men: 'Stefan Dennis Marcel Kevin Lukas Patrick Sascha Daniel',
		lastNames: 'Böhm Vogt Kühn Jansen Hartmann Pohl Becker von_der_Heide Winter Lorenz',
		titles: [],
		recent: false,
		ages: [17, 47],
	},
	{
		share: 20,
		nationality: 'TR',
		naturalised: 0.35,
		language: 'tr',
		further: [],
		women: 'Ayşe Fatma Emine Zeynep Elif Hatice Gülsüm Sevgi Derya Esra Nurten Meryem Büşra Songül',
		men: 'Mehmet Mustafa Hasan Murat İbrahim Yusuf Kemal Serkan Orhan Emre Cengiz Volkan Ali Hüseyin',
		lastNames: 'Yılmaz Kaya Demir Çelik Şahin Öztürk Aydın Arslan Doğan Kılıç Aslan Çetin Koç Kurt Özdemir Polat Güneş Aksoy',
		titles: SETTLED,
		recent: false,
	},
	{
		share: 12,
		nationality: 'SY',
		naturalised: 0.2,
		language: 'ar',
		further: ['ku', 'en'],
		women: 'Layla Rania Hanan Amal Nour Maha Samira Rasha Dima Khadija',
		men: 'Ahmad Omar Khaled Mahmoud Youssef Anas Bilal Tarek Samer Firas',
		lastNames: 'Al-Sayed Haddad Khoury el-Masri Darwish Mansour Al-Hamwi Shaheen Barakat Nasser Sabbagh Kassem',
		titles: REFUGE,
		recent: true,
	},
	{
		share: 3,
		nationality: 'IQ',
		naturalised: 0.1,
		language: 'ku',
		further: ['ar'],
		women: 'Shirin Avan Nesrin Jwan',
		men: 'Azad Dilshad Rebin Hawar',
		lastNames: 'Hussein Rashid Salih Othman Barzan',
		titles: REFUGE,
		recent: true,
	},
	{
		share: 4,
		nationality: 'MA',
		naturalised: 0.3,
		language: 'ar',
		further: ['fr'],
		women: 'Naima Fatiha Souad Imane',
		men: 'Rachid Mohamed Abdelkader Karim',
		lastNames: 'Benali el-Amrani Bouzidi Chaoui Idrissi',
		titles: SETTLED,
		recent: false,
	},
	{
		share: 9,
		nationality: 'UA',
		naturalised: 0,
		language: 'uk',
		further: ['ru'],
		women: 'Olena Svitlana Iryna Nataliia Oksana Halyna Tetiana Yuliia Liudmyla',
		men: 'Mykola Andrii Serhii Volodymyr Ihor',
		lastNames: 'Shevchenko Kovalenko Petrenko Bondarenko Melnyk Tkachenko Kravchuk Lysenko Savchenko Marchenko',
		titles: ['Aufenthaltserlaubnis § 24 AufenthG'],
		recent: true,
	},
	{
		share: 7,
		nationality: 'PL',
		naturalised: 0.3,
		language: 'pl',
		further: ['de'],
		women: 'Agnieszka Małgorzata Ewa Katarzyna Joanna Beata',
		men: 'Piotr Krzysztof Tomasz Andrzej Marek Paweł',
		lastNames:
			'Kowalska/Kowalski Wójcik Nowacka/Nowacki Wiśniewska/Wiśniewski Mazur Kamińska/Kamiński Zając Lewandowska/Lewandowski',
		titles: [],
		recent: false,
	},
	{
		share: 6,
		nationality: 'RO',
		naturalised: 0,
		language: 'ro',
		further: ['it'],
		women: 'Ioana Mihaela Elena Daniela Cristina Florica',
		men: 'Ion Gheorghe Adrian Florin Marius Costel',
		lastNames: 'Popescu Ionescu Dumitru Stan Gheorghiu Munteanu Rusu',
		titles: [],
		recent: true,
	},
	{
		share: 3,
		nationality: 'BG',
		naturalised: 0,
		language: 'bg',
		further: ['tr'],
		women: 'Desislava Mariya Zlatka',
		men: 'Georgi Stoyan Dimitar',
		lastNames: 'Ivanova/Ivanov Dimitrova/Dimitrov Petrova/Petrov Todorova/Todorov',
		titles: [],
		recent: true,
	},
	{
		share: 5,
		nationality: 'GR',
		naturalised: 0.2,
		language: 'el',
		further: ['en'],
		women: 'Eleni Maria Sofia Despina Vasiliki',
		men: 'Dimitrios Giorgos Nikos Kostas Panagiotis',
		lastNames: 'Papadopoulou/Papadopoulos Georgiou Nikolaidou/Nikolaidis Karagianni/Karagiannis Alexiou',
		titles: [],
		recent: false,
	},
	{
		share: 4,
		nationality: 'IT',
		naturalised: 0.15,
		language: 'it',
		further: [],
		women: 'Giuseppina Rosa Carmela Francesca',
		men: 'Giovanni Salvatore Antonio Calogero',
		lastNames: 'Russo Esposito D’Angelo Greco Lombardo Ferrara',
		titles: [],
		recent: false,
	},
	{
		share: 4,
		nationality: 'VN',
		naturalised: 0.3,
		language: 'vi',
		further: [],
		women: 'Thị_Lan Thu_Hà Thị_Mai Ngọc_Anh',
		men: 'Văn_Hùng Minh_Tuấn Quang Đức_Anh',
		lastNames: 'Nguyễn Trần Lê Phạm Hoàng',
		titles: SETTLED,
		recent: false,
	},
	{
		share: 3,
		nationality: 'AF',
		naturalised: 0.05,
		language: 'fa',
		further: ['ps'],
		women: 'Zahra Fereshta Nargis',
		men: 'Hamid Najib Farhad',
		lastNames: 'Rahimi Ahmadi Karimi Noori Hashimi',
		titles: [...REFUGE, 'Duldung'],
		recent: true,
	},
	{
		share: 2,
		nationality: 'XK',
		naturalised: 0.3,
		language: 'sq',
		further: ['sr'],
		women: 'Arbnora Valbona Shpresa',
		men: 'Besnik Arben Driton',
		lastNames: 'Krasniqi Gashi Berisha Hoxha',
		titles: SETTLED,
		recent: false,
	},
	{
		share: 2,
		nationality: 'GH',
		naturalised: 0.1,
		language: 'en',
		further: ['ak'],
		women: 'Abena Akosua Grace',
		men: 'Kwame Kofi Emmanuel',
		lastNames: 'Mensah Owusu Boateng Asante',
		titles: SETTLED,
		recent: false,
	},
	{
		share: 2,
		nationality: 'ER',
		naturalised: 0,
		language: 'ti',
		further: ['en', 'ar'],
		women: 'Selam Feven Luwam',
		men: 'Yonas Tesfay Filmon',
		lastNames: 'Tekle Habte Gebremariam Woldu',
		titles: REFUGE,
		recent: true,
	},
];
