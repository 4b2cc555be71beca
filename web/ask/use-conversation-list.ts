import { useCallback, useEffect, useState } from 'react';
import type { ConversationSummary } from '../../server/contract/conversations.ts';
import { getJson, type Fetched } from '../api/get-json.ts';
import { sendJson } from '../api/send-json.ts';
import { useOtherTabs } from '../api/use-other-tabs.ts';

/** The conversations of this student, the one used last first: null until the server has answered. */
export type ConversationList = {
  readonly list: Fetched<readonly ConversationSummary[]> | null;
  reload(): void;
  /** Something in it has changed by what was done in this tab: fetches it again, and tells the other tabs. */
  changed(): void;
  /** Gives a conversation another title; shown at once. */
  rename(id: string, title: string): Promise<Fetched<unknown>>;
  /** Removes a conversation at the server. */
  remove(id: string): Promise<Fetched<unknown>>;
};

/** Follows the list of conversations; `onElsewhere` is called when something may have changed in another tab. */
export function useConversationList(onElsewhere: () => void): ConversationList {
  const [list, setList] = useState<ConversationList['list']>(null);
  const reload = useCallback(() => {
    void getJson<readonly ConversationSummary[]>('/api/conversations').then((result) =>
      // A list that cannot be fetched again stays: it is better than none.
      setList((before) => (result.ok || !before?.ok ? result : before)),
    );
  }, []);
  useEffect(reload, [reload]);
  const { tell } = useOtherTabs('conversations', () => {
    reload();
    onElsewhere();
  });
  const changed = useCallback(() => {
    reload();
    tell();
  }, [reload, tell]);

  const after = (result: Fetched<unknown>): Fetched<unknown> => {
    changed();
    return result;
  };
  return {
    list,
    reload,
    changed,
    async rename(id, title) {
      setList((before) => before && retitled(before, id, title));
      return after(await sendJson('PATCH', `/api/conversations/${id}`, { title }));
    },
    remove: async (id) => after(await sendJson('DELETE', `/api/conversations/${id}`)),
  };
}

function retitled(
  list: NonNullable<ConversationList['list']>,
  id: string,
  title: string,
): ConversationList['list'] {
  if (!list.ok) return list;
  const value = list.value.map((one) => (one.id === id ? { ...one, title } : one));
  return { ok: true, value };
}
