import { maxQuestionLength } from '../contract/answers.ts';
import { TutorError } from '../errors.ts';
import { loadSettings } from '../terminal/load-settings.ts';
import { describeModels } from '../terminal/describe-models.ts';
import { openTutor } from '../terminal/open-tutor.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { createStyle } from '../terminal/style.ts';
import { type AskOptions, askOnce } from './ask-once.ts';
import { converse } from './converse.ts';
import { parseFlags } from './parse-flags.ts';

const usage =
  'npm run ask -- "question" [--trace] [--language fr|en] [--json]; without a question, a conversation';

const flags = {
  trace: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  language: { type: 'string' },
} as const;

/** A question of 4,000 characters is at most 16 kB. */
const maxInputBytes = 64 * 1024;

/** Answers a question in the terminal: that of the arguments, else what is piped in, else a conversation. */
export async function ask(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseFlags(args, flags, usage);
  const { language } = values;
  if (language !== undefined && language !== 'fr' && language !== 'en') {
    throw new UsageError(`--language is neither fr nor en. Usage: ${usage}`);
  }
  const config = loadSettings();
  const asked = positionals.join(' ');
  const interactive = asked === '' && process.stdin.isTTY;
  const question = asked === '' && !interactive ? await readInput(process.stdin) : asked;

  const tutor = await openTutor(config);
  const style = createStyle(process.stdout, process.env);
  console.error(createStyle(process.stderr, process.env).dim(describeModels(config)));
  const options: AskOptions = {
    tutor,
    style,
    trace: values.trace,
    json: values.json,
    ...(language && { language }),
  };
  if (interactive) await converse(options);
  else await askOnce(question, options);
  return 0;
}

/**
 * Text that is piped in; what goes far beyond the longest question is not read to its end.
 * @throws {TutorError} `question-too-long`
 */
async function readInput(input: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of input) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > maxInputBytes) {
      throw new TutorError(
        'question-too-long',
        `The question has more than ${maxInputBytes} bytes and the limit is ${maxQuestionLength} characters; please shorten it.`,
      );
    }
  }
  return Buffer.concat(chunks).toString();
}
