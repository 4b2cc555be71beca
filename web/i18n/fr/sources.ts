import type { Messages } from '../messages.ts';
import { count } from './words.ts';

/** Sentences around a document of the course. */
export const sources: Messages['sources'] = {
  line: (line) => `ligne\u00a0${count(line)}`,
  panelName: (title) => `Document\u00a0: ${title}`,
  loadingDocument: 'Ouverture du document…',
  citedPassage: 'Passage cité\u00a0: ',
  table: 'Tableau',
  image: (description) => (description === '' ? '[Image]' : `[Image\u00a0: ${description}]`),
};
