import { useEffect, useState, useSyncExternalStore } from 'react';
import { newUuid } from '../api/new-uuid.ts';
import { browserStorage } from '../session/kept-text.ts';
import { createTypedTexts, handOver } from './typed-texts.ts';
import { createWritingDesk, type DeskState, type WritingDesk } from './writing-desk.ts';

const lastOwnerKey = 'repere-draft-owner';

/** The desk of one student in this tab; what is typed on it is in the browser's storage at once. */
export function useWritingDesk(owner: string): { readonly desk: WritingDesk; state: DeskState } {
  const [desk] = useState(() => openDesk(owner));
  useEffect(() => {
    const onStorage = ({ key, newValue }: StorageEvent) => desk.noticed({ key, newValue });
    addEventListener('storage', onStorage);
    return () => removeEventListener('storage', onStorage);
  }, [desk]);
  const state = useSyncExternalStore(desk.subscribe, desk.state, desk.state);
  return { desk, state };
}

function openDesk(owner: string): WritingDesk {
  const storage = browserStorage();
  const before = takeLastOwner(owner);
  if (before !== null && before !== owner) handOver(storage, before, owner);
  const texts = createTypedTexts(storage, owner);
  return createWritingDesk({ texts, newName: newUuid, now: Date.now });
}

/** Who wrote in this tab before, and notes who does now. */
function takeLastOwner(owner: string): string | null {
  try {
    const before = sessionStorage.getItem(lastOwnerKey);
    sessionStorage.setItem(lastOwnerKey, owner);
    return before;
  } catch {
    // Blocked: nobody is known.
    return null;
  }
}
