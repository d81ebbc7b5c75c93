import type { KioskInformation } from './information.ts';

/** Not read by a native speaker yet. */
export const tr: KioskInformation = {
	title: 'Veri koruma bilgileri',
	intro: 'Kioskta kayıt. Genel Veri Koruma Tüzüğü (DSGVO) madde 13’e göre.',
	responsible: { title: 'Kim sorumlu?', text: 'Adı ve adresi yukarıda yazan kurum. Her şeyi orada sorabilirsiniz.' },
	officer: 'Veri koruma görevlisi:',
	what: {
		title: 'Ne yazıyoruz?',
		text: 'Ne zaman gelip gittiğinizi, hangi etkinliğe katıldığınızı ve hangi dille kayıt olduğunuzu. Ayrıca söylerseniz: adınızı ya da kart numaranızı, yaklaşık yaşınızı ve cinsiyetinizi.',
	},
	why: {
		title: 'Neden ve hangi hakla?',
		text: 'Yangın çıkarsa binada kimin olduğunu bilmek ve etkinliklerimize kaç kişinin geldiğini göstermek için (DSGVO madde 6 fıkra 1 bent f). Adınızı, yaşınızı ve cinsiyetinizi kendi isteğinizle söylersiniz (madde 6 fıkra 1 bent a).',
	},
	voluntary: {
		title: 'Bir şey söylemek zorunda mısınız?',
		text: 'Hayır. Adınızı vermeden kayıt olabilir ve her soruyu boş bırakabilirsiniz. Bunun size bir zararı olmaz. O zaman sadece şunu biliriz: Bir kişi geldi.',
	},
	who: {
		title: 'Bilgilerinizi kim alır?',
		text: 'Sadece burada çalışanlar. Bize para desteği verenler sadece sayıları alır, adları almaz. Hiçbir bilgi Avrupa Birliği dışındaki bir ülkeye gitmez.',
	},
	howLong: {
		title: 'Ne kadar süre?',
		text: 'Adları ve kart numaralarını şu süre sonunda sileriz:',
		after: 'Sonra sadece sayılar kalır.',
	},
	rights: {
		title: 'Haklarınız',
		text: 'Hakkınızda ne kaydettiğimizi öğrenebilir ve bir kopyasını alabilirsiniz. Bilgilerin düzeltilmesini, silinmesini ya da kullanılmamasını isteyebilirsiniz. İtiraz edebilir ve izninizi her zaman geri alabilirsiniz.',
	},
	complaint: { title: 'Şikâyet', text: 'Veri koruma kurumuna şikâyette bulunabilirsiniz:' },
	machines: { title: 'Makinelerin kararı', text: 'Hiçbir program sizin hakkınızda karar vermez.' },
	german: 'Şüphe olursa Almanca metin geçerlidir.',
};
