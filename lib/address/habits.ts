/**
 * How names are put together where neither order nor spaces tell the parts apart. Each answers only for what its lists
 * and endings make likely; everything else stays whole.
 */
export interface Parts {
  given?: string;
  patronymic?: string;
  family?: string;
}

/** The commonest Chinese family names, of one character, in both scripts: some 90 % of people (2020 census report). */
const chineseFamilies = new Set(
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高梁郑鄭罗羅宋谢謝唐韩韓曹许許邓鄧萧蕭冯馮曾程蔡彭潘袁于於董余苏蘇叶葉吕呂魏蒋蔣田杜丁沈姜范江傅钟鍾卢盧汪戴崔任陆陸廖姚方金邱夏谭譚韦韋贾賈邹鄒石熊孟秦阎閻薛侯雷白龙龍段郝孔邵史毛常万萬顾顧赖賴武康贺賀严嚴尹钱錢施牛洪龚龔汤湯陶黎温溫莫易樊乔喬文安殷颜顏庄莊章鲁魯倪庞龐邢俞翟蓝藍聂聶齐齊向申葛柴伍覃骆駱关關焦柳欧歐祝纪紀尚毕畢耿芦左季管符辛苗詹曲欒靳祁路涂宁寧兰蘭甘屈',
);

/** Family names of two characters. */
const compoundFamilies = new Set(
  '欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 司徒 皇甫 尉迟 公孙 公孫 慕容 令狐 夏侯 東方 东方 張簡 张简 范姜 남궁 선우 황보 제갈 독고 사공'.split(
    ' ',
  ),
);

/** Japanese is not settled without a space, and so is everything that may be a screen name. */
export function splitHan(name: string, language: string): Parts {
  const compound = compoundFamilies.has(name.slice(0, 2));
  if (/^\p{Script=Hangul}{2,4}$/u.test(name)) return cutAt(name, compound ? 2 : 1);
  if (language !== 'zh' || !/^\p{Script=Han}{2,4}$/u.test(name)) return {};
  if (compound) return name.length > 2 ? cutAt(name, 2) : {};
  return name.length <= 3 && chineseFamilies.has(name.slice(0, 1)) ? cutAt(name, 1) : {};
}

const cutAt = (name: string, length: number): Parts => ({ family: name.slice(0, length), given: name.slice(length) });

const vietnameseFamilies = new Set(
  'nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn trịnh đinh lâm mai tô cao châu tạ hà trương lương phùng'.split(
    ' ',
  ),
);

/**
 * The family name stands first and people are called by the last word (culture: anh Minh, not anh Nguyễn). A name that a
 * database has turned round begins with no family name and stays whole.
 */
export function splitVietnamese(words: readonly string[]): Parts {
  const [family, last] = [words[0], words.at(-1)];
  if (words.length < 2 || !family || !last || !vietnameseFamilies.has(family.toLowerCase())) return {};
  return { family, given: last };
}

const bare = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').toLowerCase();
const vietnameseBare = new Set([...vietnameseFamilies].map(bare));

/** Three words and more that begin with a Vietnamese family name, typed with its accents or without. */
export const startsVietnamese = (words: readonly string[]): boolean =>
  words.length > 2 && vietnameseBare.has(bare(words[0] as string));

/** Second words of given names that count as one (“María José”). */
const spanishSeconds = new Set(
  'josé jose luis carlos antonio manuel maría maria jesús jesus ángel angel miguel javier francisco pablo alberto ignacio pilar carmen isabel dolores elena teresa ángeles rosario luisa mercedes fernanda alejandra'.split(
    ' ',
  ),
);

/** Two family names; people are addressed by the first (“Sr. García” for Ana García López). */
export function splitSpanish(words: readonly string[]): Parts {
  if (words.length < 3 || words.length > 4) return {};
  const givenWords = spanishSeconds.has((words[1] as string).toLowerCase()) ? 2 : 1;
  const families = words.slice(givenWords);
  if (families.length > 2 || families.length === 0) return {};
  return { given: words.slice(0, givenWords).join(' '), family: families[0] as string };
}

/** -ович, -евич, -івна and the like, which no given or family name that stands beside them has. */
const patronymic = /(?:[оеё]вич|[ьи]ич|[оеё]вна|ична|[ії]вна)$/u;

/** “Анна Сергеевна Орлова” and “Орлова Анна Сергеевна”; says nothing about gender. */
export function splitPatronymic(words: readonly string[]): Parts {
  const at = words.findIndex((word, index) => index > 0 && patronymic.test(word.toLowerCase()));
  if (at === -1 || words.length > 3) return {};
  const family = words.length === 3 ? words[at === 1 ? 2 : 0] : undefined;
  return {
    given: words[at - 1] as string,
    patronymic: words[at] as string,
    ...(family ? { family } : {}),
  };
}

/** Thai courtesy titles are written together with the name. */
const thaiPrefix = /^(?:นางสาว|นาง|นาย|น\.ส\.|ด\.ช\.|ด\.ญ\.|คุณ)\s?(?=\p{L})/u;
export const withoutThaiPrefix = (name: string): string => name.replace(thaiPrefix, '');
