/** What a model's reply turns out to be; known after its first characters. */
export type Directive = 'answer' | 'abstain' | 'clarify';

const directives = { '[[abstain]]': 'abstain', '[[clarify]]': 'clarify' } as const;

/**
 * Reads the directive with which a reply may begin and passes the rest on.
 * `push` gives `null` while the reply's beginning could still become a directive.
 */
export function createDirectiveReader(): {
  push(delta: string): { readonly directive: Directive; readonly text: string } | null;
  end(): { readonly directive: Directive; readonly text: string };
} {
  let held = '';
  let known: Directive | null = null;

  /** Between the directive and the text, however the reply is cut. */
  let atStart = true;
  const pass = (directive: Directive, piece: string): { directive: Directive; text: string } => {
    const text = atStart ? piece.trimStart() : piece;
    if (text !== '') atStart = false;
    return { directive, text };
  };

  const decide = (final: boolean): { directive: Directive; text: string } | null => {
    const text = held.trimStart();
    for (const [token, directive] of Object.entries(directives)) {
      if (text.toLowerCase().startsWith(token)) {
        known = directive;
        held = '';
        return pass(directive, text.slice(token.length));
      }
      if (!final && token.startsWith(text.toLowerCase())) return null;
    }
    known = 'answer';
    held = '';
    return pass('answer', text);
  };

  return {
    push(delta) {
      if (known) return pass(known, delta);
      held += delta;
      return decide(false);
    },
    end() {
      return known ? { directive: known, text: '' } : decide(true)!;
    },
  };
}
