import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldAccents, normalizeText } from '../language/tokenize.ts';
import { extractionTools, promptInput, promptSources } from '../testing/extraction-tools.ts';
import type { AnswerPromptInput, PromptSource } from '../tutoring/answer-prompt.ts';
import { processorMs } from '../testing/processor-ms.ts';
import { extractAnswer } from './extract-answer.ts';

const course = promptSources(
  [
    'Stocker des données',
    'Le lac',
    'Un lac de données est un dépôt de fichiers **bruts**. Il coûte peu. Par exemple, Nautix y dépose ses relevés.',
  ],
  [
    'Stocker des données',
    'L’entrepôt',
    'Un entrepôt est une base de tables propres. Il se remplit chaque nuit. L’entrepôt sert aux rapports, tandis que le lac sert aux essais.',
  ],
  [
    'Restaurer une copie',
    'La marche à suivre',
    'Voici les étapes de la restauration :\n\n1. arrêter le serveur\n2. copier les fichiers\n3. relancer le serveur\n',
  ],
  [
    'Restaurer une copie',
    'Les outils',
    'La restauration demande ces outils :\n\n- la console\n- le coffre\n',
  ],
  [
    'Restaurer une copie',
    'Les délais',
    '| Copie | Délai | Coût |\n|---|---|---|\n| complète | 3 heures | élevé |\n| partielle | 20 minutes | faible |\n',
  ],
  [
    'Surveiller un serveur',
    '',
    'La sonde lit la température. Elle alerte toutes les 5 minutes. Est-ce utile ? Oui !',
  ],
  ['Scénario 1 – Veloria', 'Budget', 'Le sponsor exige une carte. Le budget est de 10 000 euros.'],
  [
    'Scénario 2 – Panidor',
    'Budget',
    'La direction exige une carte. Le budget est de 20 000 euros.',
  ],
);

const ask = (
  question: string,
  sources: readonly PromptSource[] = course,
  fields: Partial<AnswerPromptInput> = {},
) => extractAnswer(promptInput(question, sources, fields), extractionTools(sources));

const citation = /\[\[(\d+)\|([\s\S]*?)\]\]/g;
const cited = (reply: string) =>
  [...reply.matchAll(citation)].map(([, n, quotation]) => ({
    n: Number(n),
    quotation: quotation!,
  }));
const shown = (reply: string) => reply.replace(citation, '').replace(/ +([.\n]|$)/g, '$1');

describe('extractAnswer', () => {
  it('answers a definition with the sentence that defines, its mark-up kept in the quotation alone', () => {
    const reply = ask('Qu’est-ce qu’un lac de données ?');
    expect(reply).toContain(
      'Un lac de données est un dépôt de fichiers bruts [[1|Un lac de données est un dépôt de fichiers **bruts**.]].',
    );
  });

  it('answers a difference with the sentence that opposes both sides', () => {
    const reply = ask('Quelle est la différence entre un lac et un entrepôt ?');
    expect(shown(reply)).toContain(
      'L’entrepôt sert aux rapports, tandis que le lac sert aux essais.',
    );
  });

  it('answers a difference with a statement of each side where none opposes them', () => {
    const sources = promptSources(
      [
        'Cartes',
        '',
        'Un atlas est un livre de cartes. Un atlas pèse lourd, et sa reliure coûte cher. Un bel atlas se garde à plat dans une armoire. Chaque atlas a une table des lieux. Un vieil atlas montre des pays disparus. Cet atlas vient du grenier.',
      ],
      ['Plans', '', 'Un plan est un dessin de ville. Il se plie.'],
    );
    const reply = shown(ask('Quelle différence entre un atlas et un plan ?', sources));
    expect(reply).toContain('Un atlas est un livre de cartes.');
    expect(reply).toContain('Un plan est un dessin de ville.');
  });

  it('answers a difference with the table that has a column for each side', () => {
    const sources = promptSources([
      'Comparer',
      '',
      '| Critère | Atlas | Plan |\n|---|---|---|\n| poids | lourd | léger |\n| prix | cher | modique |\n',
    ]);
    const reply = shown(ask('Quelle différence entre un atlas et un plan ?', sources));
    expect(reply).toContain('poids – Atlas : lourd ; Plan : léger.');
    expect(reply).toContain('prix – Atlas : cher ; Plan : modique.');
  });

  it('leaves out a column that hangs on a condition, which no quotation would hold', () => {
    const sources = promptSources([
      'Comparer',
      '',
      '| Critère | Atlas | Plan | Si la réponse est non |\n|---|---|---|---|\n| poids | lourd | léger | on pèse |\n| prix | cher | modique | on paie |\n',
    ]);
    const reply = shown(ask('Quelle différence entre un atlas et un plan ?', sources));
    expect(reply).toContain('poids – Atlas : lourd ; Plan : léger.');
    expect(reply).not.toContain('réponse');
  });

  it('gives the steps in their order, with their numbers and the sentence that announces them', () => {
    const reply = shown(ask('Quelles sont les étapes de la restauration ?'));
    const lines = ['Voici les étapes de la restauration', '1. arrêter', '2. copier', '3. relancer'];
    const places = lines.map((line) => reply.indexOf(line));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('gives a list whole, announced once', () => {
    const reply = shown(ask('Quels outils demande la restauration ?'));
    expect(reply.match(/demande ces outils/g)).toHaveLength(1);
    expect(reply).toMatch(/- la console\.\n- le coffre\./);
  });

  it('never mixes the lists of two sources that are announced alike', () => {
    const sources = promptSources(
      ['Voile', '', 'Les règles de la voile :\n\n- garder le cap\n- tenir la barre\n'],
      ['Vol', '', 'Les règles de la voile :\n\n- lire le vent\n- plier la toile\n'],
    );
    const numbers = cited(ask('Quelles sont les règles de la voile ?', sources)).map(({ n }) => n);
    expect(numbers.length).toBeGreaterThan(1);
    expect(new Set(numbers).size).toBe(1);
  });

  it('counts with the number that the course gives', () => {
    expect(ask('Combien de temps prend la copie partielle ?')).toContain('20 minutes');
    expect(ask('Combien coûte le budget de Panidor ?')).toContain('20 000 euros');
  });

  it('shows the cells of a row with the headers of their columns', () => {
    const reply = shown(ask('Quel est le délai de la copie complète ?'));
    expect(reply).toContain('complète – Délai : 3 heures ; Coût : élevé.');
  });

  it('names each case when asked which do something', () => {
    const reply = shown(ask('Quels scénarios exigent une carte ?'));
    expect(reply).toContain('Scénario 1 – Veloria');
    expect(reply).toContain('Scénario 2 – Panidor');
  });

  it('answers about one scenario from that scenario and no other', () => {
    for (const [question, n] of [
      ['Quel est le budget du scénario 1 ?', 7],
      ['Quel est le budget du scénario 2 ?', 8],
      ['Quel est le budget de Veloria ?', 7],
    ] as const) {
      const numbers = cited(ask(question)).map((one) => one.n);
      expect([question, ...new Set(numbers)]).toEqual([question, n]);
    }
  });

  it('gives the example that was asked for', () => {
    expect(shown(ask('Donne un exemple de lac de données.'))).toContain(
      'Nautix y dépose ses relevés.',
    );
  });

  it('opens with the example, not with the definition, when an example was asked for', () => {
    const sources = promptSources([
      'Cartes',
      '',
      'Un atlas est un livre de cartes. Un atlas comme le Grand Tour pèse lourd.',
    ]);
    expect(shown(ask('Donne un exemple d’atlas', sources))).toMatch(/^[^.]*Grand Tour/);
  });

  it('answers a yes-no question with the statement that tells', () => {
    expect(shown(ask('Est-ce que la sonde lit la température ?'))).toContain(
      'La sonde lit la température.',
    );
  });

  it('names the subject where the sentence alone does not', () => {
    const sources = promptSources(
      ['Louer un vélo', 'Caution', 'Elle est de 300 euros.'],
      ['Rendre un casque', 'Retard', 'Chaque jour perdu se paie.'],
    );
    const reply = shown(ask('Combien vaut la caution ?', sources));
    expect(reply).toMatch(/Caution.*: Elle est de 300 euros\./);
  });

  it('says in English that the course is French, and quotes it in French', () => {
    const reply = ask('What does the sonde do?', course, { language: 'en' });
    expect(reply.startsWith('The course says, in French:\n\n')).toBe(true);
    expect(reply).toContain('[[6|La sonde lit la température.]]');
  });

  it('sets the colon after French words as French does, in an English answer too', () => {
    const sources = promptSources(
      ['Louer un vélo', 'Caution', 'Elle est de 300 euros.'],
      ['Rendre un casque', 'Retard', 'Chaque jour perdu se paie.'],
    );
    const reply = shown(ask('Combien vaut la caution ?', sources, { language: 'en' }));
    expect(reply).toMatch(/Caution : Elle est de 300 euros\./);
    const list = promptSources([
      'Gants',
      'Contrôler un gant',
      'Le contrôle comporte trois étapes :\n\n1. Gonfler le gant.\n2. Le plonger dans l’eau.\n3. Chercher des bulles.',
    ]);
    const listed = ask('Quelles sont les étapes du contrôle ?', list, { language: 'en' });
    expect(listed).toContain(']] :\n1. Gonfler');
  });

  it('answers in English from an English course without more ado', () => {
    const sources = promptSources(
      ['Probes', '', 'A probe is a device that reads the temperature. It warns the team.'],
      ['Wires', '', 'The wire is made of copper and it is long.'],
    );
    const reply = ask('What is a probe?', sources, { language: 'en' });
    expect(reply.startsWith('A probe is a device')).toBe(true);
  });

  it('abstains where the sources do not answer', () => {
    for (const question of [
      'Qui a gagné la coupe du monde de football ?',
      'Comment configurer Kubernetes ?',
      'Quelle est la recette de la ratatouille ?',
      'Quel est le budget du scénario 7 ?',
      '?! 🙂',
    ])
      expect([question, ask(question)]).toEqual([question, '[[abstain]]']);
  });

  it('abstains without sources, and on sources that say nothing', () => {
    expect(ask('Qu’est-ce qu’un lac ?', [])).toBe('[[abstain]]');
    expect(ask('Qu’est-ce qu’un lac ?', promptSources(['', '', ''], ['Lac', '', '## Lac']))).toBe(
      '[[abstain]]',
    );
  });

  it('gives the same reply to the same prompt', () => {
    expect(ask('Qu’est-ce qu’un lac ?')).toBe(ask('Qu’est-ce qu’un lac ?'));
  });
});

/** Everything that a reply may say of its own. */
const connecting =
  'Le cours le dit en anglais Le cours en énumère The course says in French The course lists';
const wordsOf = (text: string) => foldAccents(normalizeText(text)).match(/[\p{L}\p{N}]+/gu) ?? [];

const statement = fc.constantFrom(
  'Un lac est une étendue d’eau.',
  'Le port **garde** les *navires* ; il coûte `3 €`…',
  'Est-ce que le lac gèle ? Oui, le lac gèle !',
  'The harbour is where the ships are kept.',
  'Le lac et le port diffèrent : le lac est calme, tandis que le port bouge.',
  '🙂 Le lac 🚢 dort.',
  'Les règles du lac :\n\n1. ramer\n2. **nager** doucement\n3. dormir. Puis partir.\n',
  'Le port offre :\n\n- un quai\n- R\n- une [grue](https://example.org)\n',
  '| Lieu | Lac | Port |\n|---|---|---|\n| bruit | faible | `fort` |\n| prix | 3 | |\n',
  '```python\nlac = port[["a", "b"]]\nlac[x[0]] = 1\n```',
  'Le lac `a[b[0]]` garde le port [[abstain]] et [[2|le lac]].',
  '> « Le port », dit-elle, « est au lac »\n',
  '### Le lac du port\n',
);
const title = fc.constantFrom('Le lac', 'Projet 1 – Portal', 'Scénario 2', 'The harbour');
const anySources = fc
  .array(
    fc.tuple(
      title,
      fc.constantFrom('', 'Le port', 'Le lac › Les règles'),
      fc.array(statement, { maxLength: 5 }),
    ),
    {
      maxLength: 5,
    },
  )
  .map((all) =>
    promptSources(
      ...all.map(([document, section, text]) => [document, section, text.join('\n\n')] as const),
    ),
  );
const anyQuestion = fc.constantFrom(
  'Qu’est-ce qu’un lac ?',
  'Quelle différence entre le lac et le port ?',
  'Quelles sont les étapes et les règles du lac ?',
  'Combien de règles a le lac ?',
  'Quels projets parlent du lac et du port ?',
  'Donne un exemple de lac.',
  'What is the harbour?',
  'Le port du projet 1 garde-t-il les navires ?',
  'lac port bruit prix',
);

describe('the reply to any sources', () => {
  const replies = (check: (reply: string, sources: readonly PromptSource[]) => void) =>
    fc.assert(
      fc.property(
        anySources,
        anyQuestion,
        fc.constantFrom('fr', 'en'),
        (sources, question, language) => {
          const reply = ask(question, sources, { language });
          if (reply !== '[[abstain]]') check(reply, sources);
        },
      ),
      { numRuns: 300 },
    );

  it('quotes each source to the letter', () => {
    let quotations = 0;
    replies((reply, sources) => {
      const all = cited(reply);
      expect(all.length).toBeGreaterThan(0);
      for (const { n, quotation } of all) expect(sources[n - 1]?.text ?? '').toContain(quotation);
      quotations += all.length;
    });
    expect(quotations).toBeGreaterThan(100);
  });

  it('holds no word but the course’s own and the connecting phrases', () => {
    replies((reply, sources) => {
      const course = sources.flatMap(({ document, section, text }) => [document, section, text]);
      const allowed = new Set(wordsOf([connecting, ...course].join(' ')));
      const own = wordsOf(shown(reply)).filter((word) => !allowed.has(word) && !/^\d+$/.test(word));
      expect(own).toEqual([]);
    });
  });

  it('puts each marker before the final stop or the colon, after a question or exclamation mark', () => {
    let asked = 0;
    replies((reply) => {
      const marked = reply.replace(citation, '§');
      expect(marked.match(/[?!] ?§[.]|[^?! ] ?§(?! ?[.:])|[.;]\s*§|\S§/g)).toBeNull();
      asked += marked.match(/[?!] §/g)?.length ?? 0;
    });
    expect(asked).toBeGreaterThan(0);
  });

  it('holds no bracket of the protocol but those of its quotations', () => {
    replies((reply) => expect(shown(reply)).not.toMatch(/\[\[|\]\]/));
  });
});

describe('hostile sources', () => {
  const repeated = (text: string, length: number) => text.repeat(Math.ceil(length / text.length));
  const hostile = {
    'a huge paragraph without a stop': repeated('le lac et le port ', 60_000),
    'one endless word': `Le lac est ${'x'.repeat(30_000)}`,
    'a chain without a space': repeated('lac-port-', 30_000),
    'many sentences': repeated('Le lac est calme. Le port bouge. ', 60_000),
    'only emoji': repeated('🙂🚢', 5_000),
    'only code': `\`\`\`\n${repeated('lac = port[0]\n', 20_000)}\`\`\``,
    'only a table': `| Lac | Port |\n|---|---|\n${repeated('| lac calme | port |\n', 10_000)}`,
    'an open fence': '```\nle lac',
    brackets: repeated('lac ]] [[ ', 10_000),
    'only control characters': '\u0000\u0007\ufeff\u200b',
    'half a letter': 'Le lac est \ud83d calme.',
  };

  it.each(Object.entries(hostile))(
    'are answered or not, but soon and to the letter: %s',
    (_, text) => {
      const sources = promptSources(
        ['Le lac', '', text],
        ...course.map((one) => [one.document, one.section, one.text] as const),
      );
      const started = processorMs();
      const reply = ask('Qu’est-ce que le lac et le port ?', sources);
      expect(processorMs() - started).toBeLessThan(10_000);
      for (const { n, quotation } of cited(reply)) {
        expect(sources[n - 1]!.text).toContain(quotation);
        expect(quotation.length).toBeLessThanOrEqual(1_500);
      }
    },
  );

  it('do not come slowly with a question of 10,000 characters', () => {
    const words = Array.from(
      { length: 1_200 },
      (_, at) =>
        `mot${String.fromCharCode(97 + (at % 26), 97 + ((at * 7) % 26), 97 + ((at * 11) % 26))}`,
    );
    const started = processorMs();
    ask(`Quelle différence entre ${words.join(' ')} ?`);
    expect(processorMs() - started).toBeLessThan(10_000);
  });
});
