/** Names of animals and plants with a colour or a place, which say nothing about anybody. */
const things = [
  'Loutre',
  'Mésange',
  'Hirondelle',
  'Tortue',
  'Libellule',
  'Fougère',
  'Girafe',
  'Chouette',
  'Abeille',
  'Baleine',
  'Coccinelle',
  'Gazelle',
  'Marmotte',
  'Mouette',
  'Orchidée',
  'Panthère',
  'Perruche',
  'Pivoine',
  'Salamandre',
  'Tulipe',
] as const;
const places = [
  'des dunes',
  'des cimes',
  'des marais',
  'des rivières',
  'du verger',
  'du lagon',
  'du littoral',
  'du bocage',
  'de minuit',
  'de l’aube',
  'd’hiver',
  'd’été',
  'du Nord',
  'du Sud',
  'des îles',
  'des forêts',
  'des plaines',
  'du jardin',
  'du plateau',
  'de la baie',
] as const;

/** Every pseudonym there is: a class has at most so many students. */
export const allPseudonyms: readonly string[] = things.flatMap((thing) =>
  places.map((place) => `${thing} ${place}`),
);

/** Some pseudonyms that are not taken, in an order of chance. */
export function freePseudonyms(
  taken: ReadonlySet<string>,
  count: number,
  random: () => number = Math.random,
): readonly string[] {
  const free = allPseudonyms.filter((name) => !taken.has(name));
  const chosen: string[] = [];
  while (chosen.length < count && free.length > 0) {
    chosen.push(...free.splice(Math.floor(random() * free.length), 1));
  }
  return chosen;
}
