import type { ReactElement } from 'react';
import type { PageLanguage } from '../i18n/language.ts';
import { useMessages } from '../i18n/messages.ts';
import type { OpenPlace } from '../sources/use-document-panel.ts';

/** What the trainer's pages are given by the page around them. */
export type TrainerPageProps = {
  /** What follows `/trainer/` in the address; empty for the overview. */
  readonly page: string;
  readonly language: PageLanguage;
  readonly onOpen: OpenPlace;
};

/** The pages on which a trainer sees and decides. Fetched when a trainer opens them. */
export function TrainerPage({ page }: TrainerPageProps): ReactElement {
  const { trainer } = useMessages();
  return <h2 data-page={page}>{trainer.title}</h2>;
}
