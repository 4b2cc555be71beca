import { readOpenDocuments } from './course.ts';
import { killIngestions } from './kill-ingestions.ts';
import { rechunkReplies } from './rechunk-replies.ts';
import { table } from './table.ts';
import { targetTable } from './targets.ts';

const rechunkings = 10_000;
const seed = 20_261_103;

/** Cuts replies at random for the citation gate and, when asked to, kills ingestions; returns the report. */
export async function robustnessBench({ kills }: { readonly kills: number }): Promise<string> {
  const documents = await readOpenDocuments();
  const gate = rechunkReplies(documents, { count: rechunkings, seed });
  const killed = kills > 0 ? await killIngestions(documents, { kills, seed }) : null;
  const atMost = (name: string, measured: number | null) => ({
    ...{ target: { name, atMost: 0 }, measured, show: String },
  });
  return [
    'Robustness',
    table(
      ['measure', ''],
      [
        ['random re-chunkings of a reply', gate.replies],
        ['  markers shown', gate.markers],
        ['  dangling markers', gate.dangling],
        ['  quotations not found to the letter', gate.inexact],
        ['  texts that depend on how the stream was cut', gate.unstable],
        ['ingestions killed (--kills COUNT)', kills],
        ['  old index found', killed?.old ?? '–'],
        ['  new index found', killed?.new ?? '–'],
        ['  none', killed?.none ?? '–'],
        ['  broken', killed?.broken ?? '–'],
      ],
    ),
    targetTable([
      atMost('dangling markers in 10,000 re-chunkings', gate.dangling),
      atMost('index missing or broken after a kill', killed && killed.none + killed.broken),
    ]),
  ].join('\n\n');
}
