import type { ReactElement } from 'react';
import type { PromptsView, PromptVersion } from '../../../server/contract/evals.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Link } from '../../router/link.tsx';
import { versionPath, writePath } from './prompt-paths.ts';

/** Every version of the instructions, newest first, and which one answers. */
export function VersionsTable({ view }: { readonly view: PromptsView }): ReactElement {
  const { prompts } = useMessages().evals;
  const { versions, read } = view;
  const serving = versions.find((one) => one.serving)?.version ?? 0;
  return (
    <section className="trainer-section">
      {!read && <p className="eval-caution">{prompts.offline}</p>}
      <Link className="button primary" to={writePath(serving)}>
        {prompts.write}
      </Link>
      <table className="cards prompt-versions">
        <caption>{prompts.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{prompts.version}</th>
            <th scope="col">{prompts.note}</th>
            <th scope="col">{prompts.written}</th>
            <th scope="col">{prompts.state}</th>
            <th scope="col">
              <span className="visually-hidden">{prompts.read}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {versions.map((one) => (
            <VersionRow key={one.version} shown={one} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function VersionRow({ shown }: { readonly shown: PromptVersion }): ReactElement {
  const { evals, common } = useMessages();
  const { prompts } = evals;
  const { version, note, createdAt, serving } = shown;
  return (
    <tr>
      <th scope="row">{prompts.versionName(version)}</th>
      <td data-label={prompts.note}>{version === 0 ? prompts.own : note || evals.none}</td>
      <td data-label={prompts.written}>
        {createdAt === null ? prompts.neverWritten : common.moment(createdAt)}
      </td>
      <td data-label={prompts.state}>
        <span className={serving ? 'status ready' : 'status'}>
          {serving ? prompts.serving : prompts.notServing}
        </span>
      </td>
      <td>
        <Link aria-label={prompts.readName(version)} to={versionPath(version)}>
          {prompts.read}
        </Link>
      </td>
    </tr>
  );
}
