/** Whether a display name is a company's or a mailbox's: then no form of address for a person fits. */

/** Legal forms and mailboxes, lower case and without dots. */
const words = new Set(
  [
    'gmbh ag kg ug ohg ev ltd limited llc llp inc corp plc co bv nv ab hb oy oyj as aps sa sarl sas sasu eurl srl spa snc',
    'sl slu lda ltda eireli kk doo dd sro vos sp zoo kft zrt bt nyrt aş ltdşti αε επε οε ооо оао зао ао тов фоп пп pt cv tbk',
    'team support service office sales info admin billing noreply no-reply buchhaltung einkauf verein company group',
    'shop store hotel schule school university kundenservice rechnung facturation administration',
  ]
    .join(' ')
    .split(' '),
);

/** Marks that are found anywhere, in scripts that put no spaces between words or have a word of their own for a company. */
const marks = [
  ...['株式会社', '有限会社', '合同会社', '(株)', '（株）', '公司', '주식회사', '(주)', '㈜'],
  ...['شركة', 'مؤسسة', 'בע״מ', 'בע"מ', 'บริษัท', 'จำกัด', 'công ty', 'ट्रेडर्स', 'लिमिटेड', 'प्रा. लि.'],
];

export function namesCompany(displayName: string): boolean {
  const lower = displayName.toLowerCase();
  return (
    marks.some((mark) => lower.includes(mark)) ||
    // Brazil's microempresa; in French “Me” is a lawyer's title.
    /\sME$/u.test(displayName) ||
    lower.split(' ').some((word) => words.has(word.replaceAll('.', '').replace(/,$/u, '')))
  );
}
