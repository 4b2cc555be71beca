const pairs = (list: string): (readonly [string, string])[] =>
  list.split(' ').map((pair) => {
    const [from, ...to] = pair;
    return [from!, to.join('')] as const;
  });

const lettersFrom = (first: number): (readonly [string, string])[] =>
  Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (letter, index) => [
    String.fromCodePoint(first + index),
    letter,
  ]);

/** Forms of Latin letters that NFKC leaves: small capitals, stroked and phonetic letters, squared and circled ones, flags. */
export const latinForms: ReadonlyMap<string, string> = new Map([
  ...pairs(
    'ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ǫq ꞯq ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz ɑa ɡg ɩi ıi ȷj łl ŁL øo ØO đd ĐD ħh ŧt ƀb ȼc ɇe ɨi ƙk ɍr ɏy ƶz ƒf ɛe ʋv',
  ),
  ...lettersFrom(0x1f170),
  ...lettersFrom(0x1f150),
  ...lettersFrom(0x1f1e6),
]);

/** Letters of other scripts that look exactly like a Latin one. */
export const twins: ReadonlyMap<string, string> = new Map(
  pairs(
    'аa сc ԁd еe һh іi јj кk ӏl мm оo рp ԛq ѕs тt ѵv ԝw хx уy вb нh АA ВB СC ЕE НH ІI ЈJ КK МM ОO РP ЅS ТT ХX УY ӀI ԌG ԚQ ԜW ҮY αa οo νv ιi κk ρp υu τt εe χx γy ϲc ϳj ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX օo ոn սu ցg հh յj զq ՏS ՍU ՕO ԼL ᎠD ᎡR ᎢT ᎪA ᎫJ ᎬE ᎳW ᎷM ᎻH ᏃZ ᏀG ᏢP ᏟC ᏞL ᏦK ᏴB ᏚS ᏙV ꓐB ꓑP ꓓD ꓔT ꓖG ꓗK ꓙJ ꓚC ꓜZ ꓝF ꓟM ꓠN ꓡL ꓢS ꓣR ꓦV ꓧH ꓪW ꓫX ꓬY ꓮA ꓰE ꓲI ꓳO ꓴU',
  ),
);

/** Letters of other scripts that stand for a Latin one in a word that is otherwise Latin. */
export const standIns: ReadonlyMap<string, string> = new Map(
  pairs(
    'ёe ЁE їi ґr гr ГR пn ПN иn ИN йn яr ЯR шw ШW щw цu ЦU лn ЛN бb ьb ъb эe єe ЭE дa ДA зe чy фo βb ηn ωw σo ςc μu πn δd θo λl ζz ξe φo ΛA ΣE ΔA ΩO ΞE ΠN ΦO աw ռn քp',
  ),
);
