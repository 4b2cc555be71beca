import type { Fault } from './refusal-text.ts';

/** What is wrong with a change or with the course as a whole, by the English words that the server says it in. */
export const courseFaults: readonly Fault[] = [
  [/^The name of the file cannot be used/, (words) => words.fileName],
  [/^Only [^]+ files are read/, (words) => words.format],
  [
    /^The course has no folder of that name; [^]+ or in (?<folder>[^]+)\.$/,
    (words, { folder = '' }) => words.noFolder(folder),
  ],
  [/^That folder is a link to another place/, (words) => words.linkedFolder],
  [/^The course has no such file/, (words) => words.gone],
  [
    /^(?<file>\S+) cannot be read; mend it by hand first\.$/,
    (words, { file = '' }) => words.settingsFile(file),
  ],
  [
    /^The folder of the course cannot be changed \((?<code>\w+)\)/,
    (words, { code = '' }) => words.readOnly(code),
  ],
  [/^Nothing would be left that students can ask about/, (words) => words.nothingLeft],
  [/^The corpus folder [^]+ holds no document that can be indexed/, (words) => words.emptyCourse],
  [/^The corpus folder [^]+ cannot be (?:listed|read)/, (words) => words.courseUnreadable],
  [/ Until it answers, the vectors of the offline model serve;/, (words) => words.embeddings],
  [/^The index (?:cannot|could not) be written to /, (words) => words.indexFolder],
  [/^The index in [^]+ was damaged |; it was built again\.$/, (words) => words.rebuilt],
  [/^The course could not be indexed, by a fault of the program/, (words) => words.fault],
  [/^The index is being written by /, (words) => words.indexLocked],
  [/^The disk is full /, (words) => words.diskFull],
];
