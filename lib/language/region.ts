/**
 * Which region's form of a language a text is in, where the words show it: a separate and weaker guess. A form counts
 * only if its signs outnumber the others'; most messages show none.
 */
import { fold, words } from './features.ts';

export interface RegionReading {
  value: string;
  confidence: number;
}

/** Whole words and, with a star, beginnings of words. Folded: lower case. */
const signs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  de: {
    'de-AT':
      'jänner feber heuer sackerl servus erlagschein topfen paradeiser marille* kassabon retourgeld pickerl baba jause bankomat* mistkübel stiege kassa ordination fauteuil gehsteig',
    'de-CH':
      'grüezi merci strasse* gross grosse* grösse* grüsse* grüss heisst heissen weiss ausser* schliesslich massnahme* natel velo* parkieren parkiert offerte* billett* postauto betreibung franken traktand* gemäss schliess* fuss regelmässig* dreissig vergass liess mässig*',
  },
  en: {
    'en-GB':
      'colour* favour* behaviour* honour* labour* neighbour* centre* theatre* cheque* whilst parcel* postcode* realis* organis* apologis* recognis* travelling jewellery grey tyre* mum cheers quid fortnight trousers licence programme* authoris* catalogue* dispatch* bloody queue* aluminium fulfil',
    'en-US':
      'color* favorite* behavior* honor* labor* neighbor* center* theater* zip realiz* organiz* apologiz* recogniz* canceled canceling traveling jewelry gray tire* mom gotten sidewalk* apartment* authoriz* catalog catalogs fulfill usps checkbook vacation* pants mailman venmo',
  },
  es: {
    'es-ES':
      'vosotros vosotras vuestro* vuestra* os habéis tenéis podéis queréis sois estáis móvil móviles ordenador* vale tío pedisteis enviasteis cogido coger gafas',
    'es-MX':
      'ahorita computadora* celular* platicar ándale güey wey checar chequen chequé órale oxxo mande banamex quincena padrísimo',
    'es-AR': 'vos tenés podés querés sos sabés decime avisame mandame boludo che acá mercadopago celu necesitás',
  },
  pt: {
    'pt-BR':
      'você* vocês celular* ônibus cadastro* boleto* cpf cep ligando esperando recebendo fazendo tentando aguardando chegando cadê contato* fato tela oi pix parcela* parcelad* aplicativo* usuário* moça grana',
    'pt-PT':
      'telemóvel telemóveis autocarro encomenda* contacto* facto ecrã connosco vós nif multibanco mbway utilizador* telefonema estafeta ctt portes sff fixe factura*',
  },
  fr: {
    'fr-CA': 'courriel* cellulaire* présentement magasiner clavarder pourriel* icitte pantoute',
    'fr-BE': 'septante nonante gsm bancontact',
    'fr-CH': 'septante nonante huitante natel',
  },
  nl: { 'nl-BE': 'gsm goesting bancontact ge gij seffens zulle amai efkes' },
};

/** Characters that only one way of writing Chinese has. */
const traditional =
  /[們來說會沒對時這個後麼嗎請給還點過開問題訂單貨謝聯繫電話買賣錢價為與東車長見現發無幾樣從動應當讓誰該區號收據服務處理]/gu;
const simplified =
  /[们来说会没对时这个后么吗请给还点过开问题订单货谢联系电话买卖钱价为与东车长见现发无几样从动应当让谁该区号据务处]/gu;
const sharedChinese = /[理收服個当]/u;

const enough = 0.55;

/** Undefined where the text shows no region. `text` is the customer's own words. */
export function readRegion(language: string, text: string): RegionReading | undefined {
  if (language === 'zh') return chinese(text);
  const forms = signs[language];
  if (!forms) return undefined;
  const own = words(fold(text));
  const counted = Object.entries(forms)
    .map(([value, list]) => ({ value, count: countSigns(own, list) }))
    .sort((a, b) => b.count - a.count);
  const [first, second] = counted;
  if (!first || first.count === 0 || first.count === second?.count) return undefined;
  // Swiss writers have no ß at all: one of them outweighs a word or two.
  if (first.value === 'de-CH' && text.includes('ß')) return undefined;
  const confidence = Math.min(0.9, enough + 0.1 * (first.count - (second?.count ?? 0)));
  return { value: first.value, confidence };
}

function countSigns(own: readonly string[], list: string): number {
  const wanted = list.split(' ');
  const whole = new Set(wanted.filter((sign) => !sign.endsWith('*')));
  const starts = wanted.filter((sign) => sign.endsWith('*')).map((sign) => sign.slice(0, -1));
  return own.filter((word) => whole.has(word) || starts.some((start) => word.startsWith(start))).length;
}

function chinese(text: string): RegionReading | undefined {
  const unshared = (characters: string[] | null) => (characters ?? []).filter((c) => !sharedChinese.test(c)).length;
  const old = unshared(text.match(traditional));
  const plain = unshared(text.match(simplified));
  if (old === plain) return undefined;
  const share = Math.max(old, plain) / (old + plain);
  return {
    value: old > plain ? 'zh-TW' : 'zh-CN',
    confidence: Math.min(0.9, share * (0.6 + 0.1 * Math.max(old, plain))),
  };
}
