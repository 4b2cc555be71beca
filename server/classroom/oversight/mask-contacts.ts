const contacts = [
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, // e-mail addresses
  /(?:https?:\/\/|www\.)\S+/giu,
  /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]{2,}/gu, // names on social networks
  /(?<![\p{L}\p{N}])\+?\d(?:[ .\-\u00a0\u202f]?\d){8,}/gu, // telephone, card and account numbers
];

/**
 * A text without what leads to a person: addresses, links and long numbers become “[…]”. A name that somebody wrote
 * out is not recognised.
 */
export function maskContacts(text: string): string {
  return contacts.reduce((masked, pattern) => masked.replace(pattern, '[…]'), text);
}
