import { createInterface } from 'node:readline/promises';
import { TutorError } from '../errors.ts';
import { type AskOptions, askOnce } from './ask-once.ts';

/**
 * A conversation in the terminal: a question a line, until Ctrl-D or an empty line. Ctrl-C stops the answer that is
 * being written, and between two answers ends the conversation.
 */
export async function converse(options: AskOptions): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  let conversationId: string | undefined;
  let answering: AbortController | null = null;
  terminal.on('SIGINT', () => (answering ? answering.abort() : terminal.close()));
  terminal.setPrompt(`${options.style.bold('?')} `);
  terminal.prompt();
  for await (const line of terminal) {
    if (line.trim() === '') break;
    answering = new AbortController();
    const { signal } = answering;
    try {
      conversationId = await askOnce(line, options, { conversationId, signal });
    } catch (error) {
      if (!signal.aborted && !(error instanceof TutorError)) throw error;
      console.error(signal.aborted ? '\nStopped.' : (error as TutorError).message);
    }
    answering = null;
    terminal.prompt();
  }
  terminal.close();
}
