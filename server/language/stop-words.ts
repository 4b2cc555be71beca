/**
 * Function and question words that carry no topic, accent-folded, elisions already removed.
 * Question words ("combien", "which") are here because they say what kind of answer is wanted, not where it is.
 */
export const stopWords: Readonly<Record<'fr' | 'en', ReadonlySet<string>>> = {
  fr: new Set(
    `a afin ah cest cets jai jsuis ya pk pkoi pq cb ds pr bcp svp stp koi keske kesk qd genre ai aie ainsi ait alors apres as assez au aucun aucune aujourd'hui auquel aussi autre autres aux auxquelles
    auxquels avaient avais avait avant avec avez avoir avons ayant beaucoup bien bon c ca car ce ceci cela celle celles celui
    cependant ces cet cette ceux chaque chez ci combien comme comment concernant contre d dans de dedans dehors deja depuis
    des desquelles desquels dessous dessus devait doit doivent donc dont du duquel durant elle elles en encore entre es est
    et etaient etais etait etant ete etes etre eu eux faire fait faut fois font hors ici il ils j je jusque l la laquelle le
    lequel les lesquelles lesquels leur leurs lors lorsque lui m ma mais me meme memes mes mien moi moins mon n ne ni nos
    notre nous on ont ou par parce parmi pas pendant peu peut peuvent peux plus plusieurs plutot pour pourquoi pouvez puis
    puisque qu quand que quel quelle quelles quelque quelques quels qui quoi quoique s sa sans sauf se selon sera serait
    seront ses seulement si sien sinon soi soit sommes son sont sous souvent sur suis t ta tandis tel telle telles tels tes
    toi ton toujours tous tout toute toutes tres tu un une va vers vers voici voila vont vos votre vous vu y`
      .split(/\s+/)
      .filter(Boolean),
  ),
  en: new Set(
    `a about after again all also always am an and any are as at be because been before being between both but by can
    cannot could did do does doing done down during each either every few for from further get give given had has have
    having he her here hers him his how however i if in into is it its itself just let me mean means might more most much
    must my no nor not of off on once one only or other our ours out over own please per rather same shall she should so
    some such tell than that the their theirs them then there these they this those through to too under until up upon us
    use used using very was we were what when where whether which while who whom whose why will with within without would
    you your yours`
      .split(/\s+/)
      .filter(Boolean),
  ),
};
