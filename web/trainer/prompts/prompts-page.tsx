import { type ReactElement, useState } from 'react';
import type { PromptsView, PromptVersion } from '../../../server/contract/evals.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Link } from '../../router/link.tsx';
import { Loaded } from '../common/loaded.tsx';
import { PageHead } from '../common/page-head.tsx';
import { useResource } from '../common/use-resource.ts';
import { trainerPath } from '../trainer-parts.ts';
import { PromptEditor } from './prompt-editor.tsx';
import { VersionView } from './version-view.tsx';
import { VersionsTable } from './versions-table.tsx';

/**
 * The instructions of the tutor: their versions, one of them, or a new one being written.
 * @param place what follows `/trainer/prompts/`: nothing, a version, or `new` and the version it begins with
 */
export function PromptsPage({ place }: { readonly place: string }): ReactElement {
  const resource = useResource<PromptsView>('/api/trainer/prompts');
  const { trainer, evals } = useMessages();
  const [first = '', second = ''] = place.split('/');
  return (
    <>
      {first === '' && <PageHead lead={evals.prompts.lead} title={trainer.parts.prompts} />}
      <Loaded resource={resource}>
        {(view) => <Place first={first} onChange={resource.replace} second={second} view={view} />}
      </Loaded>
    </>
  );
}

type PlaceProps = {
  readonly first: string;
  readonly second: string;
  readonly view: PromptsView;
  readonly onChange: (view: PromptsView) => void;
};

function Place({ first, second, view, onChange }: PlaceProps): ReactElement {
  const { prompts } = useMessages().evals;
  const [served, setServed] = useState<number | null>(null);
  const { versions } = view;
  const numbered = (text: string): PromptVersion | undefined =>
    versions.find(({ version }) => String(version) === text);
  const all = <Link to={trainerPath('prompts')}>{prompts.all}</Link>;
  if (first === '') return <VersionsTable view={view} />;
  if (first === 'new') {
    const from = numbered(second) ?? versions.find(({ serving }) => serving);
    if (from) return <PromptEditor back={all} from={from} key={from.version} onSaved={onChange} />;
  }
  const shown = numbered(first);
  if (!shown) {
    return (
      <>
        <PageHead lead="" title={prompts.nowhere} />
        {all}
      </>
    );
  }
  return (
    <VersionView
      back={all}
      key={shown.version}
      onServed={(next) => {
        onChange(next);
        setServed(shown.version);
      }}
      served={served === shown.version}
      shown={shown}
      view={view}
    />
  );
}
