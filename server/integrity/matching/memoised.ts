/**
 * The same function, each text read once: a turn is matched whole, by sentences and with the turns before it, and the
 * parts come again. What was read is forgotten with the function.
 */
export function memoised<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = read(text);
    known.set(text, value);
    return value;
  };
}
