import { useCallback, useEffect, useRef } from 'react';

/**
 * Tells the other tabs of this browser that something has changed at the server, and hears it from them; also when the
 * reader comes back to a tab, since another device may have changed it.
 * @param name of what changes
 * @param onChange called when it has changed elsewhere, or may have
 */
export function useOtherTabs(name: string, onChange: () => void): { tell(): void } {
  const channel = useRef<BroadcastChannel>(null);
  const heard = useRef(onChange);
  useEffect(() => {
    heard.current = onChange;
  });
  useEffect(() => {
    const hear = () => heard.current();
    const onVisible = () => document.visibilityState === 'visible' && hear();
    const opened = (channel.current = new BroadcastChannel(`repere-${name}`));
    opened.addEventListener('message', hear);
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      opened.close();
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [name]);
  const tell = useCallback(() => channel.current?.postMessage(null), []);
  return { tell };
}
