/**
 * The letters that the pages show, each once for every way it is set, so that the browser can be asked which font draws it. Chromium chooses a
 * font letter by letter (CSS Fonts 4 §5.3, https://www.w3.org/TR/css-fonts-4/#font-matching-algorithm): a letter is drawn by the same font
 * wherever it is set in the same way.
 */
import type { ShowLettersAnswer, ShowLettersRequest } from '../protocol/paginator.ts';
import type { PagedElements } from './generated-content.ts';
import { withoutMarks } from './line-ends.ts';
import { cased } from './line-marks.ts';
import { placeOf } from './measure-flow.ts';

/** What decides which font draws a letter: the files of a template differ in nothing else. */
const deciding = ['font-family', 'font-weight', 'font-style', 'font-variant-caps'] as const;

/** Letters that are set in one way. */
export interface LetterSet {
  /** The values of the properties that decide. */
  readonly style: ReadonlyMap<(typeof deciding)[number], string>;
  readonly language: string;
  /** Each letter with the marks that stand on it, and the element it was met in first. */
  readonly letters: Map<string, Element>;
  /** The words that were met: most words of a text have been met before. */
  readonly words: Set<string>;
}

/** Letters by the way they are set. */
export type LettersInUse = Map<string, LetterSet>;

/** A letter with its marks, or several that a joiner makes one (https://unicode.org/reports/tr29/). */
const cluster = /\P{M}\p{M}*(?:\u200D\P{M}\p{M}*)*/gu;

const space = /\s+/u;

/** How a text is set. */
interface Setting {
  readonly set: LetterSet;
  /** `text-transform`. */
  readonly transform: string;
}

const settingOf = (letters: LettersInUse, element: Element, style: CSSStyleDeclaration): Setting => ({
  set: setOf(letters, element, style),
  transform: style.textTransform,
});

const setOf = (letters: LettersInUse, element: Element, style: CSSStyleDeclaration): LetterSet => {
  const values = deciding.map((property) => style.getPropertyValue(property));
  const language = element.closest('[lang]')?.getAttribute('lang') ?? '';
  const key = [...values, language].join('\n');
  const found = letters.get(key);
  if (found !== undefined) return found;
  const made = {
    style: new Map(deciding.map((property, index) => [property, values[index] ?? ''])),
    language,
    letters: new Map<string, Element>(),
    words: new Set<string>(),
  };
  letters.set(key, made);
  return made;
};

/** Tells of an element whether its own text is drawn. */
type IsShown = (element: Element) => boolean;

/** Whether an element is laid out. */
export const isVisible: IsShown = (element) => element.checkVisibility();

const add = ({ set, transform }: Setting, text: string, element: Element, isShown: IsShown): void => {
  for (const word of cased(withoutMarks(text), element, transform).split(space)) {
    if (word === '' || set.words.has(word)) continue;
    const fresh = [...word.matchAll(cluster)].filter(([letter]) => !set.letters.has(letter));
    // Asked of few: most letters have been met before.
    if (fresh.length > 0 && !isShown(element)) return;
    set.words.add(word);
    for (const [letter] of fresh) if (!set.letters.has(letter)) set.letters.set(letter, element);
  }
};

const blank = /^\s*$/u;

/** Adds the letters of the texts under an element. Reads only. */
export const collectLetters = (letters: LettersInUse, root: Element, isShown: IsShown): void => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let parent: Element | undefined;
  let setting: Setting | undefined;
  for (let text = walker.nextNode(); text instanceof Text; text = walker.nextNode()) {
    const element = text.parentElement;
    if (element === null || blank.test(text.data)) continue;
    if (element !== parent) {
      parent = element;
      setting = settingOf(letters, element, getComputedStyle(element));
    }
    if (setting !== undefined) add(setting, text.data, element, isShown);
  }
};

/** The signs of the counters of lists, by `list-style-type`; other bullets are drawn without a font. */
const counterLetters: Readonly<Record<string, string>> = {
  decimal: '0123456789.',
  'decimal-leading-zero': '0123456789.',
  'lower-alpha': 'abcdefghijklmnopqrstuvwxyz.',
  'lower-latin': 'abcdefghijklmnopqrstuvwxyz.',
  'lower-roman': 'ivxlcdm.',
  'upper-alpha': 'ABCDEFGHIJKLMNOPQRSTUVWXYZ.',
  'upper-latin': 'ABCDEFGHIJKLMNOPQRSTUVWXYZ.',
  'upper-roman': 'IVXLCDM.',
};

/** Adds the letters that CSS itself puts on the page: `content` of pseudo-elements, numbers of lists. Reads only. */
export const collectGeneratedLetters = (letters: LettersInUse, paged: PagedElements): void => {
  for (const [element, { wordsBefore, wordsAfter }] of paged) {
    for (const [pseudo, words] of [
      ['::before', wordsBefore],
      ['::after', wordsAfter],
    ] as const) {
      if (words !== undefined)
        add(settingOf(letters, element, getComputedStyle(element, pseudo)), words, element, isVisible);
    }
  }
  for (const item of document.querySelectorAll('li')) {
    const signs = counterLetters[getComputedStyle(item).listStyleType];
    if (signs !== undefined)
      add(settingOf(letters, item, getComputedStyle(item, '::marker')), signs, item, isVisible);
  }
};

const probeClass = 'tf-letter';

/** Elements with texts that are set in the way of a set. */
const probeRow = (set: LetterSet, texts: readonly string[]): HTMLDivElement => {
  const row = document.createElement('div');
  row.lang = set.language;
  for (const [property, value] of set.style) row.style.setProperty(property, value, 'important');
  row.style.setProperty('display', 'block', 'important');
  row.style.setProperty('font-size', '10px', 'important');
  row.style.setProperty('text-transform', 'none', 'important');
  for (const text of texts) {
    const probe = document.createElement('div');
    probe.className = probeClass;
    probe.textContent = text;
    row.append(probe);
  }
  return row;
};

const probesId = 'tf-letters';

/** Takes the shown letters away. */
export const hideLetters = (): void => document.getElementById(probesId)?.remove();

/** Shows letters outside the pages, so that the browser can be asked about them. */
export const showLetters = (letters: LettersInUse, { apart }: ShowLettersRequest): ShowLettersAnswer => {
  const all = [...letters.values()];
  const isWhole = apart.length === 0;
  const sets = isWhole ? all : apart.flatMap((index) => all[index] ?? []);
  hideLetters();
  const probes = document.createElement('div');
  probes.id = probesId;
  probes.style.cssText = 'position: absolute; top: 0; left: 0; width: 600px; visibility: hidden';
  for (const set of sets) {
    const each = [...set.letters.keys()];
    probes.append(probeRow(set, isWhole ? [each.join(' ')] : each));
  }
  document.documentElement.append(probes);
  // The browser tells the fonts of what is laid out.
  probes.getBoundingClientRect();
  return {
    selector: `.${probeClass}`,
    sets: sets.map(({ style, letters: met }) => ({
      family: style.get('font-family') ?? '',
      letters: [...met].map(([letter, element]) => ({ letter, place: placeOf(element) })),
    })),
  };
};
