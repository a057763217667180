/**
 * Subtitles and interface texts of close neighbours are mixed up: the Serbian list holds Croatian films' words, the
 * Bosnian one both. Here a text is turned into what its label says, by what grammars and dictionaries say differs.
 */

/** Beginnings of words: Croatian, Bosnian, Serbian (as said east, ekavian). A full stop ends the word there;
 * `>` marks words that Croatian also has, so the way back is closed. */
const southSlavic = `
europ evrop evrop
točn tačn tačn
točk tačk tačk
tisuć hiljad hiljad
tko. ko. ko.
netko. neko. neko.
nitko. niko. niko.
svatko. svako. svako.
itko. iko. iko.
tjedan. sedmica. nedelja.
tjedna. sedmice. nedelje.
tjednu. sedmici. nedelji.
tjedni. sedmice. nedelje.
tjedana. sedmica. nedelja.
tjedno. sedmično. nedeljno.
> vlak voz voz
kruh hljeb hleb
zraka. zraka. vazduha.
zrak. zrak. vazduh.
> zrakoplov avion avion
> zračn zračn vazdušn
glazb muzik muzik
sustav sistem sistem
sveučilišt univerzitet univerzitet
kazališt pozorišt pozorišt
nogomet nogomet fudbal
> obitelj porodic porodic
povijest historij istorij
povijesn historijsk istorijsk
> tvornic fabrik fabrik
> znanstven naučn naučn
znanstvenik naučnik naučnik
> znanost nauk nauk
> proračun budžet budžet
putovnic pasoš pasoš
> ravnatelj direktor direktor
> stoljeć stoljeć vek
općin općin opštin
uopće. uopće. uopšte.
opć opć opšt
općenito. općenito. uopšteno.
također. također. takođe.
uvjet uslov uslov
utjecaj utjecaj uticaj
tijekom. tokom. tokom.
> tijek tok tok
unatoč. uprkos. uprkos.
> nazoč prisut prisut
priopćenj saopćenj saopštenj
suradnj saradnj saradnj
surađ sarađ sarađ
sudjelov učestvov učestvov
> prosvjed protest protest
> veleposlan ambasad ambasad
> zemljopis geografij geografij
kemij hemij hemij
kirur hirur hirur
kaos haos haos
klor hlor hlor
talijan italijan italijan
rumunj rumun rumun
> promet saobraćaj saobraćaj
otok otok ostrv
otoc otoc ostrv
> zaslon ekran ekran
> računalo. računar. računar.
> računala. računara. računara.
> računalu. računaru. računaru.
> računaln računarsk računarsk
> poslužitelj server server
> zapork lozink lozink
ispis štamp štamp
preglednik preglednik pregledač
liječnik ljekar lekar
liječnic ljekark lekark
ljekarn apotek apotek
> odvjetni advokat advokat
sudac. sudija. sudija.
sudca. sudije. sudije.
> čimbeni faktor faktor
> razin nivo nivo
jučer. jučer. juče.
dojam. utisak. utisak.
> siječ januar januar
siječanj. januar. januar.
siječnja. januara. januara.
siječnju. januaru. januaru.
> veljač februar februar
> ožujk mart mart
> ožujak. mart. mart.
> travnj april april
travanj. april. april.
> svibnj maj maj
> svibanj. maj. maj.
> lipnj juni jun
> lipanj. juni. jun.
> srpnj jul jul
> srpanj. juli. jul.
> kolovoz august avgust
> rujn septembr septembr
rujan. septembar. septembar.
> listopad oktobr oktobr
> listopad. oktobar. oktobar.
> studenog novembra novembra
> studeni. novembar. novembar.
> prosinc decembr decembr
prosinac. decembar. decembar.
organizir organizov organizov
registrir registrov registrov
informir informis informis
definir definis definis
funkcionir funkcionis funkcionis
identificir identifikov identifikov
kritizir kritikov kritikov
kontrolir kontrolis kontrolis
realizir realizov realizov
financ finansi finansi
financij finansij finansij
> juh sup sup
rajčic paradajz paradajz
mrkv mrkv šargarep
žlic kašik kašik
vilic viljušk viljušk
ručnik peškir peškir
> plahta čaršaf čaršav
> kat. sprat. sprat.
> katu. spratu. spratu.
kuha kuha kuva
> suh suh suv
> mekan mehk mek
kava. kahva. kafa.
kavu. kahvu. kafu.
kave. kahve. kafe.
sretan. sretan. srećan.
sretn sretn srećn
svećeni svećeni svešteni
kćer kćerk ćerk
> ured ured kancelarij
> skladb kompozicij kompozicij
> skladatelj kompozitor kompozitor
> redatelj režiser reditelj
gledatelj gledalac gledalac
čitatelj čitalac čitalac
slušatelj slušalac slušalac
tužitelj tužilac tužilac
branitelj branilac branilac
nositelj nosilac nosilac
> momčad ekip ekip
natjecanj takmičenj takmičenj
natjeca takmič takmič
> tvrtk firm firm
> jamstv garancij garancij
narudžb narudžb porudžbin
> zaposlenik uposlenik zaposlen
> uporab upotreb upotreb
mirovin penzij penzij
umirovljen penzioner penzioner
> pučanstv stanovništv stanovništv
> stožer štab štab
> postrojb jedinic jedinic
vojarn kasarn kasarn
> povjerenstv komisij komisij
> neovisn nezavisn nezavisn
> ovisn zavisn zavisn
> ovisi zavisi zavisi
> istodobn istovremen istovremen
vjerojat vjerovat verovat
htio. htio. hteo.
volio. volio. voleo.
želio. želio. želeo.
živio. živio. živeo.
> dio. dio. deo.
milijun milion milion
demokracij demokratij demokratij
> gospodarst privred privred
> dućan prodavnic prodavnic
> vrhnj pavlak pavlak
> obavijest obavještenj obaveštenj
korištenj korištenj korišćenj
vanjsk vanjsk spoljn
unutarnj unutrašnj unutrašnj
suvremen savremen savremen
> susjed komšij komšij
suglas saglas saglas
izvješć izvještaj izveštaj
poduzeć preduzeć preduzeć
poduzet preduzet preduzet
poduzim preduzim preduzim
stupanj. stepen. stepen.
stupnj stepen stepen
> kolodvor stanic stanic
`;

/** Indonesian, Malay (of Malaysia). Whole words; `>` marks Malay words that Indonesian has too. */
const malay = `
karena kerana
bisa boleh
kamu awak
mobil kereta
uang wang
kantor pejabat
mau mahu
coba cuba
beda beza
berbeda berbeza
perbedaan perbezaan
juni jun
juli julai
agustus ogos
maret mac
desember disember
inggris inggeris
jerman jerman
prancis perancis
senin isnin
kamis khamis
jumat jumaat
minggu ahad
universitas universiti
kualitas kualiti
aktivitas aktiviti
fasilitas fasiliti
komunitas komuniti
identitas identiti
polisi polis
menit minit
perusahaan syarikat
bahwa bahawa
resmi rasmi
gratis percuma
unduh muat
telepon telefon
listrik elektrik
terbaru terkini
nggak tak
enggak tak
gak tak
ga tak
kalian kamu
gimana bagaimana
ngapain buat
toko kedai
sepeda basikal
pesawat kapalterbang
bandara lapangan
apotek farmasi
sepatu kasut
kulkas peti
kerja kerja
karyawan pekerja
dokter doktor
tas beg
tiket tiket
kartu kad
bis bas
bus bas
rusak rosak
nomor nombor
berita berita
butuh perlu
sekolah sekolah
siswa pelajar
mahasiswa pelajar
presiden presiden
menteri menteri
pemerintah kerajaan
pemerintahan kerajaan
kabupaten daerah
provinsi wilayah
negara negara
kelurahan kampung
saat ketika
kemudian kemudian
cuma cuma
sangat sangat
sekali sekali
bicara cakap
berbicara bercakap
ngomong cakap
pacar kekasih
cewek gadis
cowok lelaki
pria lelaki
kakek datuk
nenek nenek
ibu ibu
keponakan anak
paman pakcik
bibi makcik
om pakcik
rumah rumah
kamar bilik
selimut selimut
jendela tingkap
sendok sudu
garpu garpu
gelas gelas
es ais
sepak sepak
bola bola
pertandingan perlawanan
juara juara
tim pasukan
pelatih jurulatih
anggota ahli
pajak cukai
anggaran belanjawan
rekening akaun
akun akaun
kata kata
sandi laluan
surel emel
email emel
situs laman
jaringan rangkaian
peramban pelayar
berkas fail
layar skrin
tampilan paparan
pengaturan tetapan
setelan tetapan
tombol butang
klik klik
obrolan sembang
musim musim
panas panas
lampu lampu
nyalakan hidupkan
matikan matikan
ruang ruang
dapur dapur
garasi garaj
ponsel telefon
keuangan kewangan
bisnis perniagaan
televisi televisyen
informasi maklumat
pengiriman penghantaran
mengirim menghantar
dikirim dihantar
> kirim hantar
> besok esok
> kemarin semalam
> sore petang
celana seluar
diskon diskaun
obat ubat
layanan perkhidmatan
pelayanan perkhidmatan
silakan sila
silahkan sila
> kayak macam
> aja sahaja
> udah dah
> banget sangat
> bikin buat
> kapan bila
> gue aku
rusaknya rosaknya
perbaikan pembaikan
memperbaiki membaiki
> tagihan bil
> kualitasnya kualitinya
universitasnya universitinya
`;

type Change = (word: string) => string;

/** Frequencies of words, of which the ekavian and ijekavian forms are read off. */
export type Counts = ReadonlyMap<string, number>;

/** What turns a word into the language's own form; undefined for languages that need nothing. */
export function ownForms(language: string, hr: Counts, sr: Counts): Change | undefined {
  if (language === 'id' || language === 'ms') return pairs(language);
  if (language !== 'hr' && language !== 'bs' && language !== 'sr') return undefined;
  const byStem = stems(language);
  const yat = yatForms(hr, sr);
  const change = language === 'sr' ? yat.toEkavian : yat.toIjekavian;
  return (word) => {
    const said = change.get(word) ?? word;
    return byStem(said);
  };
}

function pairs(language: 'id' | 'ms'): Change {
  const map = new Map<string, string>();
  for (const line of malay.trim().split('\n')) {
    const outward = line.startsWith('> ');
    const [id = '', ms = ''] = line.replace('> ', '').split(' ');
    if (id === ms) continue;
    if (language === 'ms') map.set(id, ms);
    // Malay words that Indonesian has too, in another sense, stay.
    else if (
      !outward &&
      !/^(boleh|awak|kereta|wang|tak|kamu|ahli|bas|beg|daerah|kad|lelaki|gadis|pelajar|pekerja|buat|perlu|cakap|pasukan|tetapan|muat|laman|wilayah|kampung|kekasih|datuk|anak|bilik|ketika|lapangan|peti|terkini|perlawanan|kerajaan|bagaimana|kata|laluan|fail|ais|elektrik|doktor)$/.test(
        ms,
      )
    )
      map.set(ms, id);
  }
  return (word) => map.get(word) ?? word;
}

function stems(language: 'hr' | 'bs' | 'sr'): Change {
  const own = { hr: 0, bs: 1, sr: 2 }[language];
  const byStart = new Map<string, string>();
  let longest = 0;
  const ownStems: string[] = [];
  for (const line of southSlavic.trim().split('\n')) {
    const outward = line.startsWith('> ');
    const columns = line.replace('> ', '').split(' ');
    const wanted = columns[own] as string;
    ownStems.push(wanted);
    columns.forEach((stem, column) => {
      if (column === own || stem === wanted || (outward && column !== 0)) return;
      byStart.set(stem, wanted);
      longest = Math.max(longest, stem.length);
    });
  }
  const isOwn = new Set(ownStems);
  return (word) => {
    for (let length = Math.min(longest, word.length + 1); length > 1; length--) {
      const start = length > word.length ? `${word}.` : word.slice(0, length);
      if (isOwn.has(start)) return word;
      const wanted = byStart.get(start);
      if (wanted !== undefined) return wanted.endsWith('.') ? wanted.slice(0, -1) : wanted + word.slice(start.length);
    }
    return word;
  };
}

/** `vrijeme` ↔ `vreme`: pairs of which Croatian has one and Serbian the other. */
function yatForms(hr: Counts, sr: Counts): { toEkavian: Map<string, string>; toIjekavian: Map<string, string> } {
  const toEkavian = new Map<string, string>();
  const toIjekavian = new Map<string, string>();
  for (const [word, inHr] of hr) {
    if (!word.includes('je')) continue;
    for (const east of [word.replace('ije', 'e'), word.replace('je', 'e'), word.replace('ije', 'i')]) {
      if (east === word || east.length < 3) continue;
      const eastInHr = hr.get(east) ?? 0;
      const eastInSr = sr.get(east) ?? 0;
      if (eastInSr > (sr.get(word) ?? 0) * 1.2 && inHr > eastInHr * 3) {
        toEkavian.set(word, east);
        if (!toIjekavian.has(east)) toIjekavian.set(east, word);
        break;
      }
    }
  }
  return { toEkavian, toIjekavian };
}
