/** Folded words that shape a question; they match little and must not decide. */
export const formalWords: ReadonlySet<string> = new Set(
  `vs versus diff difference differences distinction distinguer distingue comparer compare comparaison definition definir definis exemple
  exemples etape etapes liste lister cite citer donne donner donnez explique expliquer expliquez signifie veut dire appelle
  nombre cours question reponse savoir comprendre sert servir utile utilite utilise utiliser interet raison raisons fonction
  fonctionne fonctionnement principe principes type types sorte sortes role but objectif chose choses moyen maniere facon
  exactement concretement simplement rapidement precisement resume retenir parle parler existe existent faire
  rappelle rappeler deja juste vraiment encore grave vrai faux pareil diff comprendre compris pige dit parler arrive
  permet permettre existe sers pick take takes long does work works happen happens need needs write said course lesson lecon
  mot mots terme sens vaut peine avis cours faut doit dois devoir prendre prend prends choisir truc trucs machin
  passe passer trouve trouver trouvent situe situer possible existe avoir dans trouvera
  marche marcher marchent fonctionnent galere galeres souci soucis bidule machins gens mec boulot vite bref genre style
  capte capter pige piger retrouve retrouver retrouvent connais connaitre connait vois voir voit regarde regarder pense
  penser croire crois semble parait aime aimerais voudrais voulais envie besoin cherche chercher trouves tombe tomber
  sorte sortes niveau cote coup fois truc part bout point points sujet histoire moment suite apres ensuite enfin voila
  mets met mettre mettent choisit choisis choisissons decide sait savent dit disent demande demander veulent vouloir
  get gets got give gives make makes made look looks like say says know knows understand exactly actually basically
  thing things stuff guy guys people supposed able sure try trying tell told talk talks about find found see seen
  goes going come comes want wants wanted confonds confondre max really nobody someone jfais dou daccord aller sais
  difference between differ differs compare example examples step steps list explain meaning mean called number works work
  purpose kind kinds way remember tell main principal principale principaux principales important importants cas`.split(
    /\s+/,
  ),
);
