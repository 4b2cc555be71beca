import type { ReactElement } from 'react';
import type { ExamUseView } from '../../../server/contract/oversight.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Link } from '../../router/link.tsx';
import { Empty } from '../common/empty.tsx';
import { Loaded } from '../common/loaded.tsx';
import { PageHead } from '../common/page-head.tsx';
import { useResource } from '../common/use-resource.ts';
import { trainerPath } from '../trainer-parts.ts';

type Exam = ExamUseView['exams'][number];

/** The page of hints and refusals. */
export function ExamsPage(): ReactElement {
  const { trainer } = useMessages();
  const resource = useResource<ExamUseView>('/api/trainer/exams');
  return (
    <>
      <PageHead lead={trainer.exams.lead} title={trainer.parts.exams} />
      <Loaded resource={resource}>{(view) => <ExamUse view={view} />}</Loaded>
    </>
  );
}

/** Hints and refusals by exam, and the refusals that concern none. */
export function ExamUse({
  view: { exams, otherRefusals },
}: {
  readonly view: ExamUseView;
}): ReactElement {
  const { trainer } = useMessages();
  const { exams: messages } = trainer;
  const hasNamesake = ({ title, exam }: Exam): boolean =>
    exams.some((other) => other.exam !== exam && other.title === title);
  return (
    <>
      {exams.length === 0 && (
        <Empty action={<Link to={trainerPath('documents')}>{trainer.overview.seeDocuments}</Link>}>
          {messages.empty}
        </Empty>
      )}
      {exams.map((exam) => (
        <ExamSection exam={exam} hasNamesake={hasNamesake(exam)} key={exam.exam} />
      ))}
      <section className="trainer-section">
        <h3>{messages.otherTitle}</h3>
        <p>{messages.other(otherRefusals)}</p>
      </section>
    </>
  );
}

function ExamSection({
  exam: { exam: id, title, items, refusals },
  hasNamesake,
}: {
  readonly exam: Exam;
  /** Whether another exam has its title. */
  readonly hasNamesake: boolean;
}): ReactElement {
  const { trainer } = useMessages();
  const { exams } = trainer;
  const most = Math.max(1, ...items.map(({ hints }) => hints));
  const used = items.some(({ hints }) => hints > 0);
  return (
    <section className="trainer-section">
      <h3>{title}</h3>
      {hasNamesake && <p className="trainer-hint">{id}</p>}
      {refusals > 0 && <p>{exams.refusals(refusals)}</p>}
      {!used && refusals === 0 && <p>{exams.noUse}</p>}
      {used && (
        <table className="narrow">
          <caption className="visually-hidden">{exams.caption(title)}</caption>
          <thead>
            <tr>
              <th scope="col">{exams.item}</th>
              <th scope="col">{exams.hints}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ item, hints }) => (
              <tr key={item}>
                <th scope="row">{item}</th>
                <td className="with-bar">
                  <span>{trainer.count(hints)}</span>
                  <svg aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 8">
                    <rect height="8" width={(hints / most) * 100} />
                  </svg>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
