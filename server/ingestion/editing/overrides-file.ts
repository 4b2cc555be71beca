import { isMap, isSeq, parseDocument, YAMLMap, YAMLSeq } from 'yaml';
import type { DocumentKind } from '../../documents/document.ts';

/**
 * The text of `corpus.yaml` in which a document has the kind given, or none of its own; the rest, comments included,
 * stays.
 * @param source `null` when there is no such file
 * @param kind `null` takes the entry out
 * @returns `null` when no file is needed; the source as it was when nothing changes
 */
export function withKind(
  source: string | null,
  path: string,
  kind: DocumentKind | null,
): string | null {
  if (source === null && kind === null) return null;
  const yaml = parseDocument(source ?? 'documents: []\n');
  const found: unknown = yaml.get('documents');
  const list = isSeq(found) ? found : new YAMLSeq();
  if (!isSeq(found)) yaml.set('documents', list);
  const at = list.items.findIndex((item) => isMap(item) && item.get('path') === path);
  const entry = list.items[at];
  if (kind === null) {
    if (at === -1) return source;
    list.items.splice(at, 1);
  } else if (isMap(entry)) {
    if (entry.get('kind') === kind) return source;
    entry.set('kind', kind);
  } else {
    const added = new YAMLMap();
    added.set('path', path);
    added.set('kind', kind);
    list.items.push(added);
    list.flow = false;
  }
  if (list.items.length === 0) {
    list.flow = true;
    if (isMap(yaml.contents) && yaml.contents.items.length === 1 && !hasComments(source)) {
      return null;
    }
  }
  return yaml.toString({ lineWidth: 0 });
}

const hasComments = (source: string | null): boolean => /(?:^|\s)#/m.test(source ?? '');
