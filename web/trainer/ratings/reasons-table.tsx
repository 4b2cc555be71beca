import type { ReactElement } from 'react';
import type { RatingsView } from '../../../server/contract/oversight.ts';
import { useMessages } from '../../i18n/messages.ts';

/** Why answers were not helpful, most given first. */
export function ReasonsTable({ reasons }: Pick<RatingsView, 'reasons'>): ReactElement {
  const { trainer } = useMessages();
  const { ratings } = trainer;
  const given = reasons.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count);
  if (given.length === 0) return <p className="trainer-hint">{ratings.noReasons}</p>;
  return (
    <table className="narrow">
      <caption>{ratings.reasonsCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{ratings.reason}</th>
          <th className="number" scope="col">
            {ratings.number}
          </th>
        </tr>
      </thead>
      <tbody>
        {given.map(({ reason, count }) => (
          <tr key={reason}>
            <th scope="row">{ratings.reasons[reason]}</th>
            <td className="number">{trainer.count(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
