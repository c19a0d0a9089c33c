/** Soft hyphens: where they are put, and where never. */
import type { ElementContent } from 'hast';
import { expect, test } from 'vitest';
import { createTreeHyphenator } from '../../src/template/hyphenate.ts';
import { shipped } from '../language/shipped-languages.ts';
import { element, spelledLanguage } from './small-edition.ts';

const shown = (nodes: readonly ElementContent[]): string =>
  nodes
    .map((node) =>
      node.type === 'text'
        ? node.value.replaceAll('\u00AD', '|')
        : node.type === 'element'
          ? shown(node.children)
          : '',
    )
    .join('');

const hyphenated = (...nodes: readonly ElementContent[]): string =>
  shown(createTreeHyphenator(spelledLanguage).nodes(nodes));

test.each([
  ['words', 'alphabets', 'alp|hab|ets'],
  ['their punctuation', '(alphabets), “alphabets”!', '(alp|hab|ets), “alp|hab|ets”!'],
  ['words with a hyphen of their own stay whole', 'alphabets-alphabets', 'alphabets-alphabets'],
  ['letters of any script', 'əlifbalar азбуками', 'əli|fba|lar азб|ука|ми'],
  ['no words with figures', 'alphabet26 2000-alphabets', 'alphabet26 2000-alphabets'],
  [
    'no addresses',
    'www.example.org https://example.org/alphabets',
    'www.example.org https://example.org/alphabets',
  ],
  ['no mail', 'letters@alphabets', 'letters@alphabets'],
  ['no paths', 'letters/alphabets', 'letters/alphabets'],
  ['not where the author has', 'alpha\u00ADbets', 'alpha|bets'],
])('%s', (_, text, expected) => {
  expect(hyphenated(element('p', {}, text))).toBe(expected);
});

test.each([
  ['code', element('p', {}, element('code', {}, 'alphabets'))],
  ['code blocks', element('pre', {}, element('code', {}, 'alphabets'))],
  ['great heads', element('h1', {}, 'alphabets')],
  ['heads', element('h2', {}, element('em', {}, 'alphabets'))],
  ['names', element('p', {}, element('span', { translate: 'no' }, 'alphabets'))],
  ['another language', element('p', {}, element('span', { lang: 'yy' }, 'alphabets'))],
])('not in %s', (_, node) => {
  expect(hyphenated(node)).toBe('alphabets');
});

test.each(['td', 'th', 'caption', 'figcaption'])('in %s', (name) => {
  expect(hyphenated(element(name, {}, 'alphabets'))).toBe('alp|hab|ets');
});

test('which words are short, abbreviations or names is the language’s to say', () => {
  const [az, en] = [shipped('az'), shipped('en')].map((language) => createTreeHyphenator(language));
  const of = (hyphenator: typeof az, text: string): string =>
    shown(hyphenator?.nodes([{ type: 'text', value: text }]) ?? []);
  expect(of(az, 'Bakı kitab AMEA BMTnin Azərbaycan')).toBe('Bakı ki|tab AMEA BMTnin Azər|bay|can');
  expect(of(en, 'into Development development HALO UNMASes')).toBe(
    'into Development de|vel|op|ment HALO UNMASes',
  );
  expect(of(en, 'd’Artagnan O’Reilly government’s')).toBe('d’Artagnan O’Reilly gov|ern|ment’s');
});

test('in emphasis, in small heads and in the same language', () => {
  expect(hyphenated(element('h3', {}, element('em', {}, 'alphabets')))).toBe('alp|hab|ets');
  expect(hyphenated(element('span', { lang: 'xx' }, 'alphabets'))).toBe('alp|hab|ets');
});

test('what needs none is left as it was', () => {
  const nodes = [element('p', {}, 'abc'), element('p', {}, 'alphabets')];
  const done = createTreeHyphenator(spelledLanguage).nodes(nodes);
  expect(done[0]).toBe(nodes[0]);
  expect(nodes[1]).toEqual(element('p', {}, 'alphabets'));
});
