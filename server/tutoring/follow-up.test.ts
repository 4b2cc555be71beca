import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../language/analyzer.ts';
import { processorMs } from '../testing/processor-ms.ts';
import { leanOn, needsContext, topicAfter, type Topic } from './follow-up.ts';

const analyzer = createAnalyzer();
const kafka = 'Comment fonctionne le traitement par lots avec Kafka ?';
const topic: Topic = { subject: kafka, form: kafka };
const linkOf = (question: string) => leanOn(question, topic, analyzer)?.link ?? null;

describe('leanOn', () => {
  it.each([
    'donne un exemple',
    'un exemple concret ?',
    'pourquoi ?',
    'why?',
    'à quoi ça sert',
    'combien ça coûte ?',
    'comment ça marche ?',
    'et lui ?',
    'et ses limites ?',
    'quels sont ses objectifs et ses contraintes ?',
    'ça marche comment en streaming ?',
    'combien de partitions a-t-il ?',
    'quels outils utilise-t-elle ?',
    'qui l’a inventé ?',
    'comment l’éviter ?',
    'on la calcule comment ?',
    'faut le dire dans le rapport ?',
    'c’est obligatoire ?',
    'laquelle est la plus dure à mesurer',
    'un exemple de la dernière',
    'quelle est la différence entre les deux ?',
    'c’est quoi la différence avec un data lake ?',
    'dans ce scénario, quels sont les KPI ?',
    'je n’ai pas compris',
    'peux-tu m’en dire plus ?',
    'compare-les',
    'how does it work?',
    'how many copies does it keep?',
    'Who invented it?',
    'what are its limits?',
    'what is the difference with Kappa?',
    'give me an example',
    'why is this important?',
    '?',
  ])('%j asks more of the same subject', (question) => {
    expect(linkOf(question)).toBe('subject');
  });

  it.each([
    'et en streaming ?',
    'et pour le projet 8 ?',
    'pour le projet 8 ?',
    'en streaming ?',
    'et le RPO ?',
    'ok et le RPO ?',
    'pareil pour Spark ?',
    'la même chose pour Spark',
    'et kappa elle en a combien ?',
    'what about Kappa?',
    'and in streaming?',
    'same for Spark?',
  ])('%j asks the same of another subject', (question) => {
    expect(linkOf(question)).toBe('form');
  });

  it.each([
    'Quels sont les livrables du projet 3 ?',
    'C’est quoi le RGPD ?',
    'sinon, c’est quoi le RGPD ?',
    'Kafka ?',
    'Kafka, à quoi ça sert ?',
    'à quoi ça sert le jeu de validation',
    'Le sharding, comment ça marche ?',
    'RPO ça veut dire quoi ?',
    'Pourquoi Kafka garde-t-il ses messages ?',
    'Comment SkyAir prévoit-elle ses pannes ?',
    'Que doit faire ShopNow pour ses clients ?',
    'Le client peut-il supprimer ses données ?',
    'Il y a combien de livrables dans le projet 4 ?',
    'y a-t-il un projet sur Spark ?',
    'Faut-il anonymiser les données ?',
    'Il faut combien de nœuds pour un replica set ?',
    'Est-il possible de supprimer un topic ?',
    'Qui participe à l’atelier de cadrage ?',
    'Quel est l’ordre des couches Lambda ?',
    'Comment restaurer le cluster MongoDB ?',
    'Looker ou Power BI, lequel choisir ?',
    'Donne un exemple de KPI',
    'compare Lambda et Kappa',
    'Quelle est la différence entre RPO et RTO ?',
    'What is a data lake?',
    'Is it possible to delete PII?',
    'what does it mean, PII?',
    'how does SHAP compute its values?',
    'lambda or kappa, which one should I pick?',
  ])('%j stands alone', (question) => {
    expect(linkOf(question)).toBeNull();
  });

  it('leans on nothing on the first turn', () => {
    expect(leanOn('pourquoi ?', null, analyzer)).toBeNull();
  });

  it('reads the longest question in well under a second', () => {
    const started = processorMs();
    for (const piece of ['l’', 'ça ', 'il -t-', 'comment le mesurer ', ', '])
      linkOf(piece.repeat(4_000).slice(0, 4_000));
    expect(processorMs() - started).toBeLessThan(1_000);
  });
});

describe('topicAfter', () => {
  const ask = (questions: readonly string[]) =>
    questions.reduce<{ topic: Topic | null; leaning: ReturnType<typeof leanOn> }>(
      ({ topic: previous }, question) => {
        const leaning = leanOn(question, previous, analyzer);
        return { topic: topicAfter(question, leaning, previous), leaning };
      },
      { topic: null, leaning: null },
    );

  it('keeps the subject through questions that ask more of it', () => {
    const { leaning } = ask([kafka, 'donne un exemple', 'pourquoi ?']);
    expect(leaning).toEqual({ question: kafka, link: 'subject' });
  });

  it('keeps what was asked through questions that change its subject', () => {
    const livrables = 'Quels sont les livrables du projet 3 ?';
    const { leaning } = ask([livrables, 'et pour le projet 8 ?', 'et pour le projet 7 ?']);
    expect(leaning).toEqual({ question: livrables, link: 'form' });
  });

  it('takes the new subject after a change', () => {
    const { leaning } = ask(['C’est quoi Lambda ?', 'et Kappa ?', 'pourquoi ?']);
    expect(leaning).toEqual({ question: 'et Kappa ?', link: 'subject' });
  });

  it('starts anew with a question that stands alone', () => {
    const { topic: now } = ask([kafka, 'pourquoi ?', 'C’est quoi le RGPD ?']);
    expect(now).toEqual({ subject: 'C’est quoi le RGPD ?', form: 'C’est quoi le RGPD ?' });
  });
});

describe('needsContext', () => {
  it.each(['donne un exemple', 'et ses limites ?', 'pourquoi ?', 'why?', 'plus simple', '?'])(
    'holds for %j',
    (question) => {
      expect(needsContext(question, analyzer)).toBe(true);
    },
  );

  it.each(['Kafka ?', 'comment ça marche en streaming ?', 'et le RPO ?', 'RGPD'])(
    'does not hold for %j, which names something',
    (question) => {
      expect(needsContext(question, analyzer)).toBe(false);
    },
  );
});
