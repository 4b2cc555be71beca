/** Sentences around a document of the course. */
export const sources = {
  line: (line: number) => `line ${line.toLocaleString('en')}`,
  panelName: (title: string) => `Document: ${title}`,
  loadingDocument: 'Opening the document…',
  citedPassage: 'Passage cited: ',
  table: 'Table',
  image: (description: string) => (description === '' ? '[Image]' : `[Image: ${description}]`),
} as const;
