/**
 * What an SVG picture (https://www.w3.org/TR/SVG2/) must not hold: anything that runs, is loaded from elsewhere, or opens another
 * kind of document. Chromium shows pictures in a mode that does none of this; a file that tries is refused all the same.
 */
import type { Place } from '../../protocol/place.ts';
import { decodeReferences } from '../html/character-references.ts';

/** One thing that must not stand in an SVG. */
export interface SvgFault {
  /** In the words of "Unexpected …". */
  readonly found: string;
  readonly place: Place;
}

const refusedElements: ReadonlySet<string> = new Set([
  'script',
  'foreignobject',
  'iframe',
  'object',
  'embed',
  'audio',
  'video',
  'canvas',
  'handler',
  'listener',
  'link',
  'base',
  'meta',
  'html',
  'body',
]);

const tag = /<([A-Za-z_][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)(?:>|$|(?=["']))/g;

const attribute = /([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

const isEmbeddedPicture = (value: string): boolean => /^data:image\/(?:png|jpeg|gif|webp)[;,]/i.test(value);

/** Style may point within the picture, nowhere else; escapes could hide a word from this search. */
const styleFault = (style: string): string | undefined => {
  if (style.includes('\\')) return 'escape in the style';
  if (/@import/i.test(style)) return '`@import`';
  for (const match of style.matchAll(/url\(\s*["']?([^"')]*)/gi)) {
    const target = (match[1] ?? '').trim();
    if (!target.startsWith('#') && !isEmbeddedPicture(target))
      return 'reference to something outside the picture';
  }
  return undefined;
};

const localName = (name: string): string => (name.split(':').at(-1) ?? '').toLowerCase();

const attributeFault = (element: string, name: string, value: string): string | undefined => {
  const local = localName(name);
  if (name.toLowerCase().startsWith('xmlns')) return undefined;
  if (/^on[a-z]/.test(local)) return `handler \`${name}\``;
  if (local === 'href' || local === 'src') {
    const target = decodeReferences(value).trim();
    // A link of a picture leads nowhere on paper; it loads nothing either.
    if (element === 'a' && /^https?:/i.test(target)) return undefined;
    if (!target.startsWith('#') && !isEmbeddedPicture(target))
      return 'reference to something outside the picture';
  }
  if (local === 'attributename' && /^(?:xlink:)?href$|^on/i.test(decodeReferences(value).trim())) {
    return 'animation of a reference';
  }
  return styleFault(decodeReferences(value));
};

const placeIn = (text: string, file: string, offset: number): Place => {
  const before = text.slice(0, offset).split('\n');
  return { file, line: before.length, column: (before.at(-1) ?? '').length + 1 };
};

/** Comments and the like print nothing; what looks like a tag in them is none. */
const blanked = (text: string): string =>
  text.replaceAll(/<!--[\s\S]*?(?:-->|$)/g, (comment) => comment.replaceAll(/[^\n]/g, ' '));

/** Comes in: the text of an SVG and its name for places; goes out: the first hundred things that must not be there. */
export const svgFaults = (svg: string, file: string): readonly SvgFault[] => {
  const text = blanked(svg);
  const faults: { readonly found: string; readonly offset: number }[] = [];
  for (const match of text.matchAll(/<!ENTITY|<!DOCTYPE[^>]*\[|<\?xml-stylesheet|<!\[CDATA\[/gi)) {
    faults.push({ found: `\`${match[0].slice(0, 16)}\``, offset: match.index });
  }
  const encoding = /^\uFEFF?\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']*)/i.exec(text)?.[1] ?? 'utf-8';
  // Read in another encoding the same bytes may say something else.
  if (!/^(?:utf-?8|us-ascii)$/i.test(encoding))
    faults.push({ found: `encoding \`${encoding.slice(0, 20)}\``, offset: 0 });
  for (const match of text.matchAll(tag)) {
    const name = localName(match[1] ?? '');
    if (refusedElements.has(name))
      faults.push({ found: `element \`<${match[1] ?? ''}>\``, offset: match.index });
    for (const part of (match[2] ?? '').matchAll(attribute)) {
      const found = attributeFault(name, part[1] ?? '', part[2] ?? part[3] ?? '');
      if (found !== undefined) faults.push({ found, offset: match.index });
    }
  }
  for (const match of text.matchAll(/<style\b[^>]*>([\s\S]*?)(?:<\/style|$)/gi)) {
    const found = styleFault(decodeReferences(match[1] ?? ''));
    if (found !== undefined) faults.push({ found, offset: match.index });
  }
  return faults.slice(0, 100).map(({ found, offset }) => ({ found, place: placeIn(text, file, offset) }));
};

/** Whether a text is an SVG: its first element is `svg`. */
export const isSvg = (text: string): boolean =>
  /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:[\w-]+:)?svg[\s>]/i.test(
    text,
  );
