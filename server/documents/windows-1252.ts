/** What windows-1252 has at 80–9F; everywhere else it is Latin-1. Its five holes stay control characters. */
const upperHalf = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Decodes windows-1252, as the WHATWG Encoding Standard does. Every byte is valid.
 *
 * Node's own decoder cannot be trusted with it: Node 20 reads 80–9F as Latin-1 control characters, so `’` and `œ` are lost.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  return new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (control) => upperHalf.charAt(control.charCodeAt(0) - 0x80));
}
