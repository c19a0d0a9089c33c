/**
 * Writes content streams anew: numbers and roles of their marks as the mended structure has them, all else that is drawn as artifacts (ISO
 * 32000-1 §14.8.2.2), words apart at the ends of lines, resources named in the order of their use. What is drawn stays as it is. Pure.
 */
import type { PdfDictionary, PdfValue } from '../pdf-values.ts';
import { asDictionary, pdfDictionary, withEntries } from '../pdf-values.ts';
import type { ContentSource } from './content-source.ts';
import { hyphensOf, pieceOf } from './line-ends.ts';
import type { Box, NameUse, ReadContent, ReadMark, Shown, Unmarked } from './content-marks.ts';

/** The element that a mark belongs to: its role, and a number that no other has. */
export interface MarkOwner {
  readonly role: string;
  readonly owner: number;
}

/** What a source is rewritten with. */
export interface RewritePlan {
  /** By the number that Chromium gave; a mark that is not here is no content. */
  readonly owners: ReadonlyMap<number, MarkOwner>;
  /** Ends of lines that a space must follow, with the code of a space in their font as a string. */
  readonly spaces: ReadonlyMap<Shown, string>;
  /** True for the name of a form that marks its content itself. */
  readonly isMarkedForm: (name: string) => boolean;
}

/** A source as it is to be written. */
export interface Rewritten {
  readonly bytes: Uint8Array;
  readonly resources: PdfDictionary | undefined;
  /** New numbers of marks by those that Chromium gave; marks in one piece share one. */
  readonly mcids: ReadonlyMap<number, number>;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const prefixes: Readonly<Record<string, string>> = {
  Font: 'F',
  ExtGState: 'G',
  XObject: 'X',
  Shading: 'S',
  ColorSpace: 'C',
  Pattern: 'P',
  Properties: 'M',
};

/** New names in the order of first use; only what the resources have is renamed. */
const renamed = (
  uses: readonly NameUse[],
  resources: PdfDictionary,
  resolve: (value: PdfValue | undefined) => PdfValue,
): { readonly edits: readonly Edit[]; readonly resources: PdfDictionary } => {
  const known = new Map<string, ReadonlyMap<string, PdfValue>>();
  const categories = new Map<string, Map<string, PdfValue>>();
  const names = new Map<string, string>();
  const edits: Edit[] = [];
  for (const { category, name, start, end } of uses) {
    const key = `${category} ${name}`;
    let next = names.get(key);
    if (next === undefined) {
      const entries = known.get(category) ?? asDictionary(resolve(resources.entries.get(category)))?.entries;
      if (entries !== undefined) known.set(category, entries);
      const value = entries?.get(name);
      if (value === undefined) continue;
      const used = categories.get(category) ?? new Map<string, PdfValue>();
      next = `${prefixes[category] ?? 'R'}${used.size + 1}`;
      categories.set(category, used.set(next, value));
      names.set(key, next);
    }
    if (next !== name) edits.push({ start, end, text: `/${next}` });
  }
  const changes: Record<string, PdfValue | undefined> = {};
  for (const category of Object.keys(prefixes)) {
    const used = categories.get(category);
    changes[category] = used === undefined ? undefined : pdfDictionary(Object.fromEntries(used));
  }
  return { edits, resources: withEntries(resources, changes) };
};

/** Space under a mark's drawing from which on it is a background. */
const backgroundShare = 0.25;

const artifactOf = ({ kind, box }: Unmarked, height: number): string => {
  if (kind === 'text') {
    const isHead = (box?.bottom ?? 0) > height / 2;
    return `/Artifact <</Type /Pagination /Subtype ${isHead ? '/Header' : '/Footer'}>> BDC\n`;
  }
  return isBackground(box, height)
    ? `/Artifact <</Type /Background /BBox [${boxText(box)}]>> BDC\n`
    : '/Artifact <</Type /Layout>> BDC\n';
};

const isBackground = (box: Box | undefined, height: number): box is Box =>
  box !== undefined && height > 0 && box.top - box.bottom > height * backgroundShare;

const boxText = (box: Box): string =>
  [box.left, box.bottom, box.right, box.top].map((edge) => Number(edge.toFixed(2))).join(' ');

/** True where a mark only carries on the one before it: nothing stands between them, and one element owns both. */
const carriesOn = (before: ReadMark | undefined, mark: ReadMark, unmarked: readonly Unmarked[]): boolean =>
  before !== undefined &&
  before.last !== undefined &&
  mark.last !== undefined &&
  before.statesBefore === mark.statesAfter &&
  !unmarked.some(({ start }) => start > before.close.start && start < mark.open.end);

/** Digits of a glyph's code and the bracket that closes the string. */
const lastGlyph = 5;

/** Ends a mark before the last glyph of a string, and begins that of the hyphen, which ends where the mark did. */
const hyphenEdit = ({ stringStart, stringEnd }: Shown, mcid: number): Edit => {
  const at = stringEnd - lastGlyph;
  const opening = `EMC /Span <</MCID ${mcid}>> BDC `;
  const isAlone = at - stringStart === 1;
  return isAlone
    ? { start: stringStart, end: stringStart, text: opening }
    : { start: at, end: at, text: `> Tj ${opening}<` };
};

/** Rewrites one source. `resolve` follows references of its resources. */
export const rewriteContent = (
  source: ContentSource,
  read: ReadContent,
  plan: RewritePlan,
  resolve: (value: PdfValue | undefined) => PdfValue,
): Rewritten => {
  const edits: Edit[] = [];
  const mcids = new Map<number, number>();
  let before: ReadMark | undefined;
  let next = 0;
  for (const mark of read.marks) {
    const owner = plan.owners.get(mark.mcid);
    const { open, close } = mark;
    if (owner === undefined) {
      // Text that is none of the content is a head that Chromium repeats.
      const type = mark.last === undefined ? 'Layout' : 'Pagination';
      const drawsNothing = mark.last === undefined && mark.paintings === 0;
      edits.push({ ...open, text: drawsNothing ? '' : `/Artifact <</Type /${type}>> BDC` });
      if (drawsNothing) edits.push({ ...close, text: '' });
      before = undefined;
      continue;
    }
    const last = before === undefined ? undefined : plan.owners.get(before.mcid);
    if (last?.owner === owner.owner && before !== undefined && carriesOn(before, mark, read.unmarked)) {
      // The mark before stays open: its end and this beginning fall away.
      edits.push({ ...before.close, text: '' }, { ...open, text: '' });
      mcids.set(mark.mcid, next - 1);
    } else {
      edits.push({ ...open, text: `/${owner.role} <</MCID ${next}>> BDC` });
      mcids.set(mark.mcid, next);
      next += 1;
    }
    before = mark;
    for (const [index, hyphen] of hyphensOf(mark).entries()) {
      edits.push(hyphenEdit(hyphen, next));
      mcids.set(pieceOf(mark.mcid, 2 * index + 1), next);
      next += 1;
      if (hyphen === mark.last) {
        before = undefined;
        continue;
      }
      edits.push({
        start: hyphen.after,
        end: hyphen.after,
        text: ` EMC /${owner.role} <</MCID ${next}>> BDC`,
      });
      mcids.set(pieceOf(mark.mcid, 2 * index + 2), next);
      next += 1;
    }
  }
  if (source.marked) {
    for (const painting of read.unmarked) {
      if (painting.kind === 'form' && plan.isMarkedForm(painting.name)) continue;
      edits.push({ start: painting.start, end: painting.start, text: artifactOf(painting, source.height) });
      edits.push({ start: painting.end, end: painting.end, text: '\nEMC' });
    }
  }
  for (const span of read.invisible) edits.push({ ...span, text: '' });
  for (const [{ after }, space] of plan.spaces)
    edits.push({ start: after, end: after, text: ` ${space} Tj` });
  const named = source.resources === undefined ? undefined : renamed(read.names, source.resources, resolve);
  edits.push(...(named?.edits ?? []));
  return { bytes: applied(source.bytes, edits), resources: named?.resources ?? source.resources, mcids };
};

/** The bytes with edits applied; of two at one place the one given first comes first. */
const applied = (bytes: Uint8Array, edits: readonly Edit[]): Uint8Array => {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const added = edits.reduce((sum, { text }) => sum + text.length, 0);
  const target = Buffer.allocUnsafeSlow(bytes.length + added);
  let written = 0;
  let at = 0;
  for (const { start, end, text } of edits.toSorted((first, second) => first.start - second.start)) {
    if (start > at) written += source.copy(target, written, at, start);
    // A few letters each: quicker one by one than by a call of the buffer.
    for (let index = 0; index < text.length; index += 1) target[written + index] = text.charCodeAt(index);
    written += text.length;
    at = Math.max(at, end);
  }
  written += source.copy(target, written, at);
  return target.subarray(0, written);
};
