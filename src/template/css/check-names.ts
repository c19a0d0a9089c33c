/** Names that style sheets use on one side only: pages, strings and running elements. */
import type { Declaration } from 'css-tree';
import { generate, walk } from 'css-tree';
import { diagnose } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { suggestion } from '../../diagnostics/nearest-name.ts';
import type { PageRule } from '../../protocol/paged-css.ts';
import type { Place } from '../../protocol/place.ts';
import { cssPlace } from './css-place.ts';
import type { ParsedSheet } from './rewrite-sheet.ts';

interface Named {
  readonly name: string;
  readonly place: Place;
}

interface Names {
  readonly pages: readonly Named[];
  readonly strings: readonly Named[];
  readonly running: readonly Named[];
  readonly usedStrings: readonly Named[];
  readonly usedElements: readonly Named[];
}

const namesIn = ({ tree, file }: ParsedSheet): Names => {
  const pages: Named[] = [];
  const strings: Named[] = [];
  const running: Named[] = [];
  const usedStrings: Named[] = [];
  const usedElements: Named[] = [];
  const declaration = (node: Declaration): void => {
    const place = cssPlace(node, file);
    const text = generate(node.value).trim();
    if (node.property === 'page' && text !== 'auto') pages.push({ name: text, place });
    if (node.property === 'position') {
      const name = /^running\(\s*([^\s)]+)\s*\)$/u.exec(text)?.[1];
      if (name !== undefined) running.push({ name, place });
    }
    if (node.property === 'string-set') {
      for (const part of text.split(/,(?![^(]*\))/u))
        strings.push({ name: part.trim().split(/\s/u)[0] ?? '', place });
    }
  };
  walk(tree, (node) => {
    if (node.type === 'Declaration') declaration(node);
    if (node.type !== 'Function') return;
    const [first] = node.children.toArray();
    if (first?.type !== 'Identifier') return;
    const used = { name: first.name, place: cssPlace(node, file) };
    if (node.name === 'string') usedStrings.push(used);
    if (node.name === 'element') usedElements.push(used);
  });
  return { pages, strings, running, usedStrings, usedElements };
};

const unknown = (
  used: readonly Named[],
  known: readonly string[],
  tell: (one: Named) => Diagnostic,
): readonly Diagnostic[] => {
  const told = new Set<string>();
  return used.flatMap((one) => {
    if (known.includes(one.name) || told.has(one.name)) return [];
    told.add(one.name);
    return [tell(one)];
  });
};

/** Faults for names that are used but never made, each name told once. */
export const nameFaults = (
  sheets: readonly ParsedSheet[],
  rules: readonly PageRule[],
): readonly Diagnostic[] => {
  const all = sheets.map(namesIn);
  const described = rules.flatMap((rule) => (rule.selector.name === undefined ? [] : [rule.selector.name]));
  const strings = all.flatMap((names) => names.strings.map((one) => one.name));
  const running = all.flatMap((names) => names.running.map((one) => one.name));
  return [
    ...unknown(
      all.flatMap((names) => names.pages),
      described,
      ({ name, place }) =>
        diagnose(
          'template/unknown-page',
          `Unexpected page name \`${name}\`, expected one that an \`@page\` rule describes`,
          {
            place,
            hint: suggestion(name, described),
          },
        ),
    ),
    ...unknown(
      all.flatMap((names) => names.usedStrings),
      strings,
      ({ name, place }) =>
        diagnose(
          'template/unknown-string',
          `Unexpected \`string(${name})\`, expected a name that \`string-set\` gives`,
          {
            place,
            hint: suggestion(name, strings),
          },
        ),
    ),
    ...unknown(
      all.flatMap((names) => names.usedElements),
      running,
      ({ name, place }) =>
        diagnose(
          'template/unknown-string',
          `Unexpected \`element(${name})\`, expected a name that \`position: running()\` gives`,
          {
            place,
            hint: suggestion(name, running),
          },
        ),
    ),
  ];
};
