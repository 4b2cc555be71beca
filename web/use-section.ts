import { useEffect, useState } from 'react';

/** The parts of the page, by the fragment of its address. */
export type PageSection = 'ask' | 'draft';

const draftFragment = '#draft';

const current = (): PageSection => (location.hash === draftFragment ? 'draft' : 'ask');

/** The part that the address names; follows its links and the history. */
export function useSection(): PageSection {
  const [section, setSection] = useState(current);
  useEffect(() => {
    const follow = () => setSection(current());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return section;
}

/** Where each part is. */
export const sectionLinks: Readonly<Record<PageSection, string>> = {
  ask: '#ask',
  draft: draftFragment,
};
