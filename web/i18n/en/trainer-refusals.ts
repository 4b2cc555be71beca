/** What is wrong with a file, as a trainer is told. */
export const trainerRefusals = {
  binary: 'This is not text but a binary file. Save it as text or Markdown, then add it again.',
  encoding: 'The encoding of the text is damaged. Save the file as UTF-8, then add it again.',
  empty: 'The file is empty.',
  yaml: (line: string) =>
    `The front matter is not valid YAML on line ${line}. Check colons, brackets and quotes.`,
  unclosed: 'The front matter that line 1 opens is never closed by a line “---”.',
  unknownKey: (line: string, names: string, allowed: string) =>
    `The front matter, on line ${line}, has an unknown key: ${names}. Known keys are ${allowed}.`,
  oneOf: (line: string, key: string, allowed: string) =>
    `In the front matter, on line ${line}, “${key}” must be one of ${allowed}.`,
  sameId: (id: string, one: string, other: string) =>
    `${one} and ${other} would have the same id, “${id}”. Give one of them another “id” in its front matter.`,
  repaired: 'Garbled accents were repaired as it was read.',
  removed: (folder: string) =>
    `Removed from the course; a copy stays in ${folder}, in the server’s data folder.`,
  noText: 'There is no text after its front matter.',
  tooLarge: (limit: string) =>
    `The file is larger than ${limit} MB. Split it into several documents.`,
  unreadable:
    'The server cannot open the file. Check that it exists and that the server may read it.',
  format: 'Only .md, .markdown and .txt files are read. Save the document as one of them.',
  alias: 'The front matter refers to another of its lines (“*name”). Write the value out.',
  noList: 'The front matter must be a list of lines “key: value”.',
  idForm: (line: string) =>
    `In the front matter, on line ${line}, “id” takes 1 to 80 lower-case letters, digits and hyphens, and begins with a letter or a digit.`,
  textValue: (line: string, key: string) =>
    `In the front matter, on line ${line}, “${key}” must be a text.`,
  language: (line: string) => `In the front matter, on line ${line}, “language” must be fr or en.`,
  fileName:
    'The name of the file cannot be used. Rename it with letters, digits, spaces, hyphens and dots.',
  noFolder: (folder: string) =>
    `The course has no folder of that name. Put the document in one that exists, or in ${folder}.`,
  linkedFolder:
    'That folder is a link to another place, where nothing is written. Put the document in a folder of the course itself.',
  gone: 'The course has no such file any more. Reload the page to see those there are.',
  readOnly: (code: string) =>
    `The server may not write in the folder of the course (${code}). Give it the right to, or change the files where they come from.`,
  nothingLeft: 'Students could ask about nothing any more. Add another document first.',
  settingsFile: (file: string) => `${file} cannot be read. Mend this file by hand first.`,
  noExam: (line: string, exam: string) =>
    `Line ${line} names the exam “${exam}”, which is no exam of the course. Correct or remove this file first.`,
  twoRegisters: (exam: string, other: string) =>
    `The exam “${exam}” has hints in ${other} already. Keep one of the two files.`,
  noHeading: (line: string, document: string, heading: string) =>
    `Line ${line} sends students to the section “${heading}” of “${document}”, which they cannot read. Correct this file first.`,
  noDocument: (line: string, document: string) =>
    `Line ${line} names ${document}, which is not in the course. Remove this line first.`,
  wrongLine: (line: string) =>
    `This file is wrong on line ${line}. Correct it, then start again: nothing was changed.`,
  quotation: (line: string, document: string) =>
    `The quotation on line ${line} is not in “${document}”, or not where students can read it. Copy it again to the letter.`,
  noSuchId: (document: string) =>
    `Students can read no document with the id “${document}”. Correct “document”, or remove the file.`,
  questionsShape: (line: string) =>
    `Line ${line} has not the form of an expected question: a “document”, then entries with “ask” and “quote”.`,
  glossary: 'This is no glossary that can be read. Correct the file, or remove it.',
  emptyCourse: 'No document of the course can be indexed. Add a .md or .txt file.',
  courseUnreadable: 'The folder of the course cannot be read. See to it on the server.',
  embeddings:
    'The embeddings endpoint does not answer. Search by words goes on; the vectors are made anew at the next indexing.',
  diskFull: 'The disk of the server is full. Free some room, then index again.',
  indexLocked: 'Another program is indexing the course. Try again when it has ended.',
  indexFolder: 'The index cannot be written. Check the room and the rights of the data folder.',
  rebuilt: 'The index was damaged or out of date; it was built again.',
  fault:
    'The course could not be indexed, by a fault of the program. The former index goes on answering.',
} as const;
