import type { ReactElement } from 'react';
import type { UnansweredGroup } from '../../../server/contract/oversight.ts';
import { useMessages } from '../../i18n/messages.ts';
import { placePath } from '../../sources/place-label.ts';
import type { OpenPlace } from '../../sources/use-document-panel.ts';
import { fewestStudents } from '../common/group-size.ts';
import { noon } from '../common/noon.ts';

/** Questions of few students: where they point and how many they are, and not a word of them. */
export function SmallGroups({
  groups,
  onOpen,
}: {
  readonly groups: readonly UnansweredGroup[];
  readonly onOpen: OpenPlace;
}): ReactElement {
  const { trainer, common } = useMessages();
  const { unanswered } = trainer;
  return (
    <section className="trainer-section">
      <h3>{unanswered.smallTitle}</h3>
      <p>{unanswered.few(fewestStudents)}</p>
      <table className="cards">
        <caption className="visually-hidden">{unanswered.groupsCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{unanswered.section}</th>
            <th className="number" scope="col">
              {unanswered.number}
            </th>
            <th scope="col">{unanswered.last}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ nearest, questions, lastAskedOn }, index) => (
            <tr key={index}>
              <th scope="row">
                {nearest ? (
                  <button
                    className="place-button"
                    lang={nearest.language}
                    onClick={(event) => onOpen(nearest, 'section', event.currentTarget)}
                    type="button"
                  >
                    {placePath(nearest)}
                  </button>
                ) : (
                  unanswered.noSection
                )}
              </th>
              <td className="number" data-label={unanswered.number}>
                {trainer.count(questions)}
              </td>
              <td data-label={unanswered.last}>{common.day(noon(lastAskedOn))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
