import { useEffect, useRef, type ReactElement } from 'react';
import type { PageLanguage } from '../i18n/language.ts';
import { useMessages } from '../i18n/messages.ts';
import { Link } from '../router/link.tsx';
import type { OpenPlace } from '../sources/use-document-panel.ts';
import { ClassesPage } from './classes/classes-page.tsx';
import { focusTitle, PageHead } from './common/page-head.tsx';
import { DocumentsPage } from './documents/documents-page.tsx';
import { DraftsPage } from './drafts/drafts-page.tsx';
import { EvalsPage } from './evals/evals-page.tsx';
import { ExamsPage } from './exams/exams-page.tsx';
import { OverviewPage } from './overview/overview-page.tsx';
import { PromptsPage } from './prompts/prompts-page.tsx';
import { RatingsPage } from './ratings/ratings-page.tsx';
import { SettingsPage } from './settings/settings-page.tsx';
import { TrainerNavigation } from './trainer-navigation.tsx';
import { trainerPath, trainerPlace, type TrainerPlace } from './trainer-parts.ts';
import { UnansweredPage } from './unanswered/unanswered-page.tsx';

/** What the trainer's pages are given by the page around them. */
export type TrainerPageProps = {
  /** What follows `/trainer/` in the address; empty for the overview. */
  readonly page: string;
  readonly language: PageLanguage;
  readonly onOpen: OpenPlace;
};

/** The pages on which a trainer sees and decides. Fetched when a trainer opens them. */
export function TrainerPage({ page, language, onOpen }: TrainerPageProps): ReactElement {
  const place = trainerPlace(page);
  const shown = useRef(page);
  useEffect(() => {
    // A followed link leads to the title of what it opened; the first page that is shown leaves the focus alone.
    if (shown.current !== page) focusTitle();
    shown.current = page;
  }, [page]);
  return (
    <div className="trainer">
      <TrainerNavigation current={place?.part ?? null} />
      <div className="trainer-content">
        {place ? (
          <Part key={place.part} language={language} onOpen={onOpen} place={place} />
        ) : (
          <Nowhere />
        )}
      </div>
    </div>
  );
}

type PartProps = Omit<TrainerPageProps, 'page'> & { readonly place: TrainerPlace };

function Part({ place, language, onOpen }: PartProps): ReactElement {
  switch (place.part) {
    case 'overview':
      return <OverviewPage onOpen={onOpen} />;
    case 'unanswered':
      return <UnansweredPage onOpen={onOpen} />;
    case 'ratings':
      return <RatingsPage onOpen={onOpen} />;
    case 'exams':
      return <ExamsPage />;
    case 'drafts':
      return <DraftsPage draftId={place.rest} language={language} onOpen={onOpen} />;
    case 'documents':
      return <DocumentsPage completing={place.rest} onOpen={onOpen} />;
    case 'evals':
      return <EvalsPage place={place.rest} />;
    case 'prompts':
      return <PromptsPage place={place.rest} />;
    case 'classes':
      return <ClassesPage />;
    case 'settings':
      return <SettingsPage />;
  }
}

function Nowhere(): ReactElement {
  const { trainer } = useMessages();
  return (
    <>
      <PageHead lead="" title={trainer.nowhere} />
      <Link to={trainerPath('overview')}>{trainer.toOverview}</Link>
    </>
  );
}
