import type { ReactElement } from 'react';
import type { SettingsView } from '../../../server/contract/settings.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Loaded } from '../common/loaded.tsx';
import { PageHead } from '../common/page-head.tsx';
import { useResource } from '../common/use-resource.ts';
import { EndpointSection } from './endpoint-section.tsx';
import { RetentionSection } from './retention-section.tsx';
import { TokenSection } from './token-section.tsx';

/** The page of what concerns the whole server. */
export function SettingsPage(): ReactElement {
  const { trainer } = useMessages();
  const resource = useResource<SettingsView>('/api/trainer/settings');
  return (
    <>
      <PageHead lead={trainer.settings.lead} title={trainer.parts.settings} />
      <Loaded resource={resource}>
        {(view) => <RetentionSection onSaved={resource.replace} view={view} />}
      </Loaded>
      <EndpointSection />
      <TokenSection />
    </>
  );
}
