import { fold, words } from './fold.ts';

/** What a message asks for, whatever it is about. Several can hold; none holds of a bare statement. */
export type Asks = {
  /** Which job, or who does it. */
  readonly role: boolean;
  /** Whether something is true, right, the answer. */
  readonly verdict: boolean;
  /** The answer itself, the box to tick, the key. */
  readonly answer: boolean;
  /** A deliverable, a tool, an indicator, a risk; the cells of a table. */
  readonly fill: boolean;
  /** Which comes first. */
  readonly order: boolean;
  /** The order or the steps as such. */
  readonly sequence: boolean;
  /** Which of two comes before the other. */
  readonly before: boolean;
  /** A run of numbers, or of true and false, as an answer is given. */
  readonly numberRun: boolean;
  /** A text to hand in. */
  readonly write: boolean;
  /** An explanation: what it is, how, why, the difference. */
  readonly explain: boolean;
  /** What a job does, uses or needs. */
  readonly describe: boolean;
  /** Neither a question word nor a question mark. */
  readonly statement: boolean;
  /** A question that is answered by yes or no. */
  readonly yesNo: boolean;
};

const job = words(
  "metiers?|postes?|jobs?|profils?|professions?|boulots?|specialistes?|fiche metier|puestos?|roles?(?! (?:de(?! (?:celui|celle|la personne|quelqu'un))|d'|du|des|of))|rol(?! de)|(?:la |une )?personne (?:qui|chargee|responsable|dont)|quelqu'un qui|the person who|someone who|la persona que|alguien que|oficios?|perfil(?:es)?|profesion(?:al|es)?|trabajo|occupation|career|profile|positions?|job title|vacancy|intitules?|titre (?:professionnel|du poste|du cv|de l'annonce)|title|annonce|offre d'emploi|blaze|metie|experts?|expertes?|collegues?|collaborat(?:eur|rice)s?|intervenante?s?|membres? (?:de l'equipe|du groupe)|equipiere?s?|coequipiere?s?|mecs?|gars|nanas?|types? qui|celui qui|celle qui|ceux qui|the one (?:who|that)|personnes?|person|dude|guy|teammates?|colleagues?|specialists?|especialistas?|candidate?s?|ال?مهنة|ال?وظيفة|ال?دور|ال?منصب|ال?تخصص",
);
const who =
  /(?:^|[.?!,;:(«"…¿¡]\s*|(?<!\p{L})(?:et|alors|and|then|so|moi|me|c'est|c|ok|donc|est|y|a|de|du|to|par|pour|chez|avec|sur|vers|contre|by|for|from|with|whether|ki|qui|dis|dire|dit|sais|sait|savoir|sache|explique|indique|nomme|cite|trouve|devine|mot|embauche|recrute|appelle|engage|prend|met|hire|ask|call|tell|say|know|guess|naming|الي|الى|مع) )(?:qui|ki|who|whom|whose|quien(?:es)?|من)(?!\p{L})|(?<!\p{L})(?:لمن|qui ?(?=[?!.…]*$))|،\s*من(?!\p{L})/u;
const which = words('lequel|laquelle|which one|cual(?:es)?|اي(?:هم|ها)?');
const verdict = words(
  "vrais?|faux|fausses?|true|false|verdader[oa]s?|fals[oa]s?|ال?صحيح[ةه]?|خطا|خاطئ[ةه]?|صح|c'est (?:bien )?(?:bon|ca|juste|correct|exact|lui|elle)|est ce (?:bon|juste|correct|exact)|bon ou pas|correctes?|(?:est|c'est|sont|bien) justes?|justes? (?:ou|pas|\\?)|bonne reponse|j'ai (?:bien )?(?:mis|coche|repondu|choisi|pris|bon|juste|tout)|(?:j'ai|suis|jsuis|chuis) bon|jdirais|(?:je|j) (?:pense|crois|dirais|mets|met|coche|choisis|reponds|penche|parie)|ma reponse|mes reponses|my (?:answer|guess|choice)s?|i (?:think|put|ticked|chose|say|guess|would say|picked|answered)|am i right|right|correct|creo que|pienso que|he (?:puesto|marcado|elegido)|mi respuesta|correct[oa]s?|اعتقد|اظن|اجابتي|وضعت|اخترت|confirm\\w*|valid\\w+|verifi\\w+|check|oui ou non|yes or no|n'est ce pas|hein|non(?=\\s*\\?)|wrong|isn't it|chaud|froid|warm|hot|cold|pourquoi pas|why not|why (?:isn't|wouldn't) it|por que no|لماذا (?:لا|ليس)|mythes?|myths?|realites?|intox|pipeau|mito|bidons?|d'accord (?:ou|avec|\\?)|on est d'accord|pas d'accord|penses tu|(?:tu|vous) en pens\\w+|pensez vous|en dis tu|tu en dis|(?:que|quoi) (?:lui |leur )?repondre|cloche\\w*|fact ?check\\w*|accurate|opinas|ما راي\\p{L}*|should i (?:tell|say|answer)|claims?|on m'a dit|(?:il|elle|ami|voisin|collegue|copine|copain|prof)\\w* (?:affirme|pretend|soutient)\\w*|dicen que|يقولون|peut on dire|s'en (?:fout|fiche|moque|soucie)|ou pas|ou bien|qui gagne|who wins|arbitre\\w*|erreurs? de fond|ok ?/ ?ko|pertinen\\w+|plausible|credible|odds|would (?:an?|the)|saurait|pourrait il|pourrait elle|(?:ca|ce|il|elle) (?:ferait|passerait|conviendrait)|tache \\?|betise|on peut ecrire|d'ecrire|to write that|serait|(?:note|degre) de confiance",
);
const answer = words(
  'reponses?|repond\\w*|answers?|corriges?|corrections?|solutions?|cles?|keys?|respuestas?|solucion(?:es)?|clave|ال?اجاب(?:ة|ات|ه)|ال?جواب|ال?حل|ال?مفتاح|coche[rz]?|cochee?s?|tick(?:ed)?|cases?|boxes|marca[rn]?|selectionne\\w*|choisi\\w*|options?|opcion(?:es)?|ال?خيار(?:ات)?|elimin\\w+|exclu\\w+|rule out|descarta\\w*|استبعد|lettres?|letters?|letras?|initiales?|initials?|syllabes?|rime\\w*|rhymes?|coche\\w*|(?:mettrais|mettrait|mets) tu|tu mettrais|je mets|a ma place|would you (?:put|write|answer)|pondrias|relie[rsz]?|match|associe[rsz]?|verso',
);
const fill = words(
  'complet\\w*|rempli\\w*|colonnes?|lignes?|livrables?|outils?|deliverables?|tools?|kpis?|indicateurs?|indicators?|risques?|risks?|fill|columns?|rows?|entregables?|herramientas?|riesgos?|indicadores|rellena\\w*|tabla|fila|املا|اكمل|ال?ادوات|ال?اداة|ال?مخرجات|ال?جدول|ال?مخاطر|ال?مؤشرات',
);
const order = words(
  "ordres?|ordonn\\w*|etapes?|d'abord|avant|apres|premier\\w*|derni\\w+|ensuite|first|before|after|order|steps?|then|last|next|primer\\w*|antes|despues|orden\\w*|pasos?|etapas?|ultim\\w+|numer\\w+|class\\w+|rang\\w*|ranks?|اولا|ال?اول[ىي]?|قبل|بعد|ترتيب|رتب|ال?خطو(?:ات|ة)|ال?مراحل|precede\\w*|suit|suivante?s?|range|ranger|rangez|trie[rsz]?|sort|chronolog\\w+|planning|en fila|coloca\\w*|enchain\\w+|positions?|fleches?|commenc\\w+|start|begin|empiez\\w+|empezar|ابدا|mal placee?s?|deplace\\w*|plante|earlier|later|puis|1er|1ere|go on with|depend\\w*|inverse",
);
/** "besoin > nettoyage > modèle". */
const hasArrows = (text: string): boolean =>
  text.split(/>|→/).filter((piece) => /\p{L}{3}/u.test(piece)).length >= 3;
const sequence = words(
  'ordres?|ordonn\\w*|etapes?|steps?|order|sequence|orden|pasos?|etapas?|numerot\\w+|pipeline|ترتيب|ال?خطو(?:ات|ة)|ال?مراحل',
);
const before = words(
  "d'abord|avant|apres|premi\\w+|first|before|after|antes|despues|primer\\w*|قبل|بعد|اول[ىا]?|1er|1ere|commenc\\w+|start|begin|empiez\\w+|empezar|ابدا|enchain\\w+|go on with|earlier|later|plus (?:tot|tard)|depend\\w*|fleche|manque|puis|ensuite|then",
);
const numberRun = /(?:(?<!\d)[1-9](?!\d)[\s,;>/.]*){5,}/u;
const truthRun = /(?:(?<!\p{L})[vft](?!\p{L})[\s,;/.\d]*){4,}/u;
const write = words(
  'redige\\w*|ecris|ecrire|ecrivez|write|draft|repond\\w* (?:a|en|in)|(?:en|in|en unas?) (?:\\d|trois|cinq|quelques|three|five|tres|cinco)(?: ?(?:a|ou|to|or) ?\\d)? (?:lignes?|phrases?|lines?|sentences?|lineas?|frases?)|paragraph\\w*|redacta\\w*|escrib\\w+|اكتب|فقرة|developpe\\w*|modele de reponse|ready to (?:submit|hand in)|pret\\w* a rendre|para entregar|(?:cuatro|quatre|four|deux|two|dos|\\d) (?:lignes?|phrases?|lines?|sentences?|lineas?|frases?)',
);
const explain = words(
  "comment|pourquoi|veu(?:t|lent) dire|signifi\\w+|means?|c quoi|c'est quoi|c koi|qu'est ce qu\\w*|quest ce que?|kesako|definitions?|definis\\w*|definir|a quoi (?:ca |cela )?ser\\w+|a quoi bon|expliqu\\w+|explication|differences?|how|why|what (?:is|are|does|do|s)|what's|whats|define|explain|meaning|como|por que|que (?:es|son)|explica\\w*|diferencias?|para que|ما (?:هو|هي|معنى|الفرق)|كيف|لماذا|اشرح|عرف|ماذا (?:تعني|يعني)|resum\\w+|summar\\w+|compar\\w+|exemples?|examples?|avantages?|inconvenients?|limites?|parl\\w+ (?:moi |nous )?(?:de|d'|du|des)|tell me (?:more )?about|talk about|what about|hablame de|حدثني عن",
);
const describe = words(
  "(?:que|quoi) (?:fait|font|doit)|fai?t quoi|fait (?:un|une|le|la)|font les|(?:role|mission|taches?|travail|quotidien|metier|job|work|responsabilites?|activites?) (?:d[eu']|des|of)|missions?|taches?|en quoi consiste|s'occupe de quoi|consiste|sert|outils?|competences?|technos?|technologies?|salaire|langages?|what does|what do|responsib\\w+|skills?|tools?|duties|que hace\\w*|a que se dedica|herramientas?|funciones|tareas|ماذا (?:يفعل|تفعل)|ما (?:هو|هي|دور|مهام)|ادوات|مهام|utilise\\w*|uses?|travaille\\w*|works?",
);
const wh = words(
  'quels?|quelles?|kels?|koi|lequel|laquelle|lesquel\\w+|comment|pourquoi|combien|ou|quand|qui|quoi|what|which|how|why|when|where|who|cual(?:es)?|como|por que|cuando|cuant[oa]s?|donde|quien|ما|ماذا|كيف|لماذا|متى|اين|كم|من|اي',
);

/** Reads what a message asks for; French, English, Spanish and Arabic. */
export function readAsks(message: string): Asks {
  const text = fold(message);
  const asksWh = wh.test(text.replace(/est ce qu(?:e|')/g, ' '));
  const asks = /[?؟¿]/.test(text);
  const explains = explain.test(text);
  return {
    role: job.test(text) || who.test(text) || which.test(text),
    verdict: verdict.test(text),
    answer: answer.test(text),
    fill: fill.test(text),
    order: order.test(text) || hasArrows(text),
    sequence: sequence.test(text),
    before: before.test(text),
    numberRun: numberRun.test(text) || truthRun.test(text),
    write: write.test(text),
    explain: explains,
    describe: describe.test(text),
    statement: !asks && !asksWh && !explains,
    yesNo: !asksWh && !explains,
  };
}
