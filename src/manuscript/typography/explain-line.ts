/** What fine typography does on one line of a manuscript: every change and every tie, with the words beside it. */
import type { Language } from '../../language/language.ts';
import type { Edit } from '../../language/typography/typography.ts';
import { masked, noteCall } from '../../language/typography/typography.ts';
import type { Edition } from '../../project/project.ts';
import type { TypographyRule } from '../../protocol/typography.ts';
import type { PublicationFiles } from '../publication-files.ts';
import type { ReadSource } from '../read-source.ts';
import { readSource } from '../read-source.ts';
import type { SetBlock } from './set-typography.ts';
import { sourceOffset } from './set-typography.ts';

/** One thing that was done. */
export interface Explained {
  readonly kind: 'changed' | 'kept' | 'rather-kept';
  readonly rule: TypographyRule;
  /** Column on the line, from 1. */
  readonly column: number;
  /** As the author wrote it, with the words beside it. */
  readonly before: string;
  /** As it is set; the same as `before` where it is only kept together. */
  readonly after: string;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A stretch with the words that it stands in or between. */
const widened = (text: string, { from, to }: Stretch): Stretch => {
  const isSpace = (at: number): boolean => /[ \u00A0\n\u2028]/.test(text[at] ?? ' ');
  let [begin, end] = [from, to];
  while (begin > 0 && !isSpace(begin - 1)) begin -= 1;
  while (end < text.length && !isSpace(end)) end += 1;
  return { from: begin, to: end };
};

const shown = (text: string): string =>
  text
    .replaceAll(noteCall, '[^]')
    .replaceAll(masked, '…')
    .replaceAll(/[\n\u2028]/g, ' ')
    .trim();

/** Where a place of the text as it is set stands in the text as it was written. */
const unedited = (at: number, edits: readonly Edit[]): number => {
  let moved = 0;
  for (const { from, to, text } of edits) {
    if (from + moved >= at) break;
    const end = from + moved + text.length;
    if (at < end) return from;
    moved += text.length - (to - from);
  }
  return at - moved;
};

/** Where a place of the text as it was written stands in the text as it is set. */
const edited = (at: number, edits: readonly Edit[]): number =>
  edits.reduce((sum, edit) => (edit.from < at ? sum + edit.text.length - (edit.to - edit.from) : sum), at);

const explainBlock = (
  block: SetBlock,
  columnOf: (offset: number) => number | undefined,
): readonly Explained[] => {
  const { before, edits, text, ties } = block;
  const columnAt = (at: number): number | undefined => {
    const offset = sourceOffset(before.nodes, at);
    return offset === undefined ? undefined : columnOf(offset);
  };
  const changed = edits.flatMap((edit): readonly Explained[] => {
    const column = columnAt(edit.from);
    // A stop that is moved is told once, where it was.
    if (column === undefined || (edit.rule === 'note-marks' && edit.text !== '')) return [];
    const around = widened(before.text, edit);
    const set = text.slice(edited(around.from, edits), edited(around.to, edits));
    const from = shown(before.text.slice(around.from, around.to));
    return [{ kind: 'changed', rule: edit.rule, column, before: from, after: shown(set) }];
  });
  const kept = ties.flatMap((tie): readonly Explained[] => {
    const column = columnAt(unedited(tie.from, edits));
    if (column === undefined) return [];
    const around = widened(text, tie);
    const words = shown(text.slice(around.from, around.to));
    const kind = tie.kind === 'never' ? 'kept' : 'rather-kept';
    return [{ kind, rule: tie.rule, column, before: words, after: words }];
  });
  // The two marks round one word look alike.
  return [...changed, ...kept].filter(
    (one, index, all) =>
      all.findIndex(
        (other) => other.rule === one.rule && other.before === one.before && other.after === one.after,
      ) === index,
  );
};

/**
 * Explains one line of one source of an edition. `undefined` where the edition has no such file, or it cannot be read, or it
 * is not so long.
 */
export const explainLine = (
  edition: Edition,
  language: Language,
  files: PublicationFiles,
  place: { readonly file: string; readonly line: number },
): readonly Explained[] | undefined => {
  const index = edition.sources.findIndex(({ file }) => file === place.file);
  const source = edition.sources[index];
  if (source === undefined) return undefined;
  const folder = place.file.split('/').slice(0, edition.sources.length > 1 ? -2 : -1);
  const surroundings = { language, files, folder: folder.join('/') };
  const read: ReadSource = readSource(source, surroundings, { isFirst: index === 0, assets: [] });
  const lines = read.text.split('\n');
  const line = lines[place.line - 1];
  if (!read.isWhole || line === undefined) return undefined;
  const start = lines.slice(0, place.line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  const columnOf = (offset: number): number | undefined =>
    offset >= start && offset <= start + line.length ? offset - start + 1 : undefined;
  return read.typography
    .flatMap((block) => explainBlock(block, columnOf))
    .toSorted((a, b) => a.column - b.column);
};
