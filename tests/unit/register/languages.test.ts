/** One polite and one familiar line for every language, written for this test: the lists know their language's signs. */
import { expect, test } from 'vitest';
import { createLexicon } from '../../../lib/affect/lexicon.ts';
import { readLanguages } from '../../../lib/locale.ts';
import { readRegister } from '../../../lib/register/read.ts';
import { loadWords } from '../../../scripts/lib/shipped.ts';

const samples: Readonly<Record<string, { formal: string; informal: string }>> = {
  ar: { formal: 'السادة الكرام، أرجو منكم تزويدي بنسخة من الفاتورة.', informal: 'انت ليه مش بترد عليا يا صاحبي' },
  cs: { formal: 'Dobrý den, mohli byste mi poslat fakturu?', informal: 'Ahoj, můžeš mi poslat tu fakturu?' },
  da: { formal: 'Jeg beder Dem sende mig Deres faktura.', informal: 'halløj, tak søde, I er for seje' },
  de: { formal: 'Könnten Sie mir Ihre Rechnung schicken?', informal: 'Kannst du mir deine Rechnung schicken?' },
  el: { formal: 'Θα μπορούσατε να μου στείλετε το τιμολόγιο;', informal: 'Ρε συ, στείλε μου το τιμολόγιο' },
  en: {
    formal: 'Dear Sir or Madam, I am writing to enquire about my invoice.',
    informal: 'hey guys, can u send the invoice thx',
  },
  es: { formal: '¿Podrían ustedes enviarme la factura?', informal: '¿Me podéis mandar vuestra factura?' },
  fi: { formal: 'Voisitteko lähettää minulle laskun? Kunnioittaen', informal: 'Moro, voitko sä lähettää sen laskun?' },
  fr: { formal: 'Pourriez-vous m’envoyer la facture ?', informal: 'Salut, tu peux m’envoyer la facture ?' },
  he: {
    formal: 'לכבוד שירות הלקוחות, אבקש לקבל עותק של החשבונית. בכבוד רב',
    informal: 'אהלן, תגיד, אתה יכול לשלוח לי את החשבונית?',
  },
  hi: { formal: 'महोदय, कृपया आप मुझे बिल भेजिए।', informal: 'यार तुम मुझे बिल भेजो' },
  hr: { formal: 'Poštovani, molim Vas da mi pošaljete račun.', informal: 'Bok, možeš mi poslati račun?' },
  hu: {
    formal: 'Tisztelt Ügyfélszolgálat! Kérem, küldjék el a számlát.',
    informal: 'Sziasztok, el tudnátok küldeni a számlát?',
  },
  id: { formal: 'Yth. Bapak/Ibu, mohon kirimkan faktur kepada saya.', informal: 'kak, kamu bisa kirim fakturnya?' },
  it: {
    formal: 'Gentili signori, vi prego di inviarmi la fattura.',
    informal: 'ciao, mi puoi mandare la tua fattura?',
  },
  ja: { formal: '請求書をお送りいただけますでしょうか。', informal: '請求書まだ？早く送ってよ' },
  ko: { formal: '안녕하세요, 영수증을 보내 주시면 감사하겠습니다.', informal: '야 너네 영수증 언제 보내줘 뭐하냐' },
  nb: { formal: 'Jeg ber Dem sende meg Deres faktura.', informal: 'heisann gutta, dritbra jobba' },
  nl: { formal: 'Kunt u mij uw factuur sturen?', informal: 'Kun je me je factuur sturen?' },
  pl: { formal: 'Szanowni Państwo, proszę o przesłanie faktury.', informal: 'Cześć, możesz mi wysłać fakturę?' },
  pt: {
    formal: 'Exmos. Senhores, agradeço o envio da vossa fatura.',
    informal: 'e aí galera, me manda a nota aí valeu',
  },
  ro: { formal: 'Bună ziua, vă rog să îmi trimiteți factura.', informal: 'Salut, poți să-mi trimiți factura?' },
  ru: { formal: 'Здравствуйте, пришлите, пожалуйста, ваш счёт.', informal: 'Привет, ты можешь прислать счёт?' },
  sl: { formal: 'Pozdravljeni, mi lahko pošljete račun?', informal: 'Mi lahko pošlješ račun? Hvala ti.' },
  sv: { formal: 'Ärade herr direktör, jag emotser Er skrivelse.', informal: 'tjena, kan ni skicka fakturan, puss' },
  th: { formal: 'เรียนฝ่ายลูกค้าสัมพันธ์ ขอความกรุณาส่งใบเสร็จด้วยค่ะ', informal: 'แอดจ๋า ส่งใบเสร็จให้หน่อยน้าา' },
  tr: { formal: 'Sayın yetkili, faturamı gönderir misiniz?', informal: 'Selam kanka, sen faturayı yollar mısın' },
  uk: { formal: 'Добрий день, надішліть, будь ласка, ваш рахунок.', informal: 'Привіт, ти можеш надіслати рахунок?' },
  vi: { formal: 'Kính gửi Quý công ty, xin vui lòng gửi hóa đơn cho tôi.', informal: 'shop ơi gửi hóa đơn cho mk nha' },
  zh: { formal: '您好，烦请贵公司寄送发票。', informal: '亲们，你发票啥时候寄呀' },
};

test('there is a sample for every language that is read', () => {
  expect(Object.keys(samples).sort()).toEqual([...readLanguages].sort());
});

test.each(Object.entries(samples))('%s: polite and familiar', (language, { formal, informal }) => {
  const match = createLexicon(loadWords(language), language).register;
  const read = (text: string) => readRegister([{ id: 'm', role: 'customer', text }], match).value;
  expect({ formal: read(formal), informal: read(informal) }).toEqual({ formal: 'formal', informal: 'informal' });
});
