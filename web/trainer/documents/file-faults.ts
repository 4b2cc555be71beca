import type { Fault } from './refusal-text.ts';

/** The end of what the server says of a file in which a trainer settles something, such as the hints of an exam. */
const settled = /; (?:nothing was changed: correct that file first|mend it and run npm run ingest)/;
const line = /^line (?<line>\d+): /;
const register = (what: RegExp): RegExp => new RegExp(line.source + what.source + settled.source);

/** What is wrong with a file, by the English words that the server says it in, without the file's name before them. */
export const fileFaults: readonly Fault[] = [
  [/^The file is binary: /, (words) => words.binary],
  [/^The file looks like .+ but is not valid\.$/, (words) => words.encoding],
  [/^(?:The file|It) is empty/, (words) => words.empty],
  [/^It has no text after its front matter/, (words) => words.noText],
  [
    /^It is [\d.]+ MB large; the limit is (?<limit>[\d.]+) MB\.$|^(?:The file|It) is larger than (?<most>[\d.]+) MB/,
    (words, { limit, most = '' }) => words.tooLarge(limit ?? most),
  ],
  [/^It cannot be read: /, (words) => words.unreadable],
  [/^cannot be read \(\w+\): make it a readable file/, (words) => words.unreadable],
  [/^Its format is not read/, (words) => words.format],
  [/^The front matter holds a YAML alias/, (words) => words.alias],
  [/^The front matter must be a list of /, (words) => words.noList],
  [
    /^Line (?<line>\d+) of the front matter is not valid YAML/,
    (words, { line: at = '' }) => words.yaml(at),
  ],
  [/^The front matter that line 1 opens is never closed/, (words) => words.unclosed],
  [
    /^Line (?<line>\d+) of the front matter: unknown key (?<names>"[^]+"); known keys are (?<allowed>[^]+)\.$/,
    (words, { line: at = '', names = '', allowed = '' }) => words.unknownKey(at, names, allowed),
  ],
  [
    /^Line (?<line>\d+) of the front matter: "(?<key>\w+)" must be one of (?<allowed>[^]+)\.$/,
    (words, { line: at = '', key = '', allowed = '' }) => words.oneOf(at, key, allowed),
  ],
  [
    /^Line (?<line>\d+) of the front matter: "id" must be /,
    (words, { line: at = '' }) => words.idForm(at),
  ],
  [
    /^Line (?<line>\d+) of the front matter: "language" must be /,
    (words, { line: at = '' }) => words.language(at),
  ],
  [
    /^Line (?<line>\d+) of the front matter: "(?<key>\w+)" must be a text/,
    (words, { line: at = '', key = '' }) => words.textValue(at, key),
  ],
  [/garbled accents were repaired as it was read\.$/, (words) => words.repaired],
  [
    /was removed from the course; it is kept in (?<folder>[^]+) of the data folder\.$/,
    (words, { folder = '' }) => words.removed(folder),
  ],
  [
    register(/there is no exam with the id (?<exam>[^]+?)/),
    (words, { line: at = '', exam = '' }) => words.noExam(at, exam),
  ],
  [
    register(/the exam (?<exam>[^]+?) has a register already, (?<other>[^]+?)/),
    (words, { exam = '', other = '' }) => words.twoRegisters(exam, other),
  ],
  [
    register(/no open document (?<document>\S+) has the heading “(?<heading>[^]*?)”/),
    (words, { line: at = '', document = '', heading = '' }) =>
      words.noHeading(at, document, heading),
  ],
  [
    register(/there is no document (?<document>[^]+?)/),
    (words, { line: at = '', document = '' }) => words.noDocument(at, document),
  ],
  [register(/[^]+?/), (words, { line: at = '' }) => words.wrongLine(at)],
  [
    /^line (?<line>\d+): “[^]*” is not in (?<document>\S+), or not where students can read it/,
    (words, { line: at = '', document = '' }) => words.quotation(at, document),
  ],
  [
    /^students can reach no document with the id "(?<document>[^"]*)"/,
    (words, { document = '' }) => words.noSuchId(document),
  ],
  [line, (words, { line: at = '' }) => words.questionsShape(at)],
  [/^is (?:no glossary at|not valid YAML|not text; save the glossary)/, (words) => words.glossary],
];
