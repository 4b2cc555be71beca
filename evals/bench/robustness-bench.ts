import { readOpenDocuments } from './course.ts';
import { killIngestions } from './kill-ingestions.ts';
import { killServer } from './kill-server.ts';
import { rechunkReplies } from './rechunk-replies.ts';
import { table } from './table.ts';
import { targetTable } from './targets.ts';

const rechunkings = 10_000;
const seed = 20_261_103;

/** Cuts replies at random for the citation gate and, when asked to, kills ingestions and servers; returns the report. */
export async function robustnessBench({ kills }: { readonly kills: number }): Promise<string> {
  const documents = await readOpenDocuments();
  const gate = rechunkReplies(documents, { count: rechunkings, seed });
  const killed = kills > 0 ? await killIngestions(documents, { kills, seed }) : null;
  const served = kills > 0 ? await killServer(kills, seed) : null;
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
        ['servers killed while students work (--kills COUNT)', kills],
        ['  questions acknowledged', served?.questions ?? '–'],
        ['  answers finished', served?.answers ?? '–'],
        ['  ratings acknowledged', served?.ratings ?? '–'],
        ['  drafts acknowledged', served?.drafts ?? '–'],
        ['  lost, or never ended', served?.losses.length ?? '–'],
      ],
    ),
    targetTable([
      atMost('dangling markers in 10,000 re-chunkings', gate.dangling),
      atMost('index missing or broken after a kill', killed && killed.none + killed.broken),
      atMost('lost of what a killed server had acknowledged', served && served.losses.length),
    ]),
  ].join('\n\n');
}
