/**
 * Content that CSS generates and Chromium cannot (`target-counter()`, `leader()`, `string-set`, running elements): read
 * from the cascade once, before any line is fixed; written as elements of the flow.
 */
import type { ContentPart } from '../protocol/paged-css.ts';
import { pagedClasses } from '../protocol/paged-css.ts';
import type { PaginatorFinding } from '../protocol/paginator.ts';
import { unbrokenText } from './line-ends.ts';
import type { PagedValues } from './paged-values.ts';
import { readPagedValues } from './paged-values.ts';
import { collectPseudoWords } from './pseudo-words.ts';

/** Elements of a document that carry paged values, by element. */
export type PagedElements = ReadonlyMap<Element, PagedValues>;

/** Reads the cascade of every element under `root`; reads only. */
export const collectPagedElements = (root: Element): PagedElements => {
  const found = new Map<Element, PagedValues>();
  const words = collectPseudoWords();
  for (const element of root.querySelectorAll('*')) {
    const values = readPagedValues(getComputedStyle(element));
    const { before, after } = words.get(element) ?? {};
    if (values === undefined && before === undefined && after === undefined) continue;
    found.set(element, {
      ...values,
      ...(before === undefined ? {} : { wordsBefore: before }),
      ...(after === undefined ? {} : { wordsAfter: after }),
    });
  }
  return found;
};

/** The text of an element as a reader sees it: without note calls and soft hyphens. */
export const plainText = (element: Element): string => {
  const clone = element.cloneNode(true) as Element;
  for (const call of clone.querySelectorAll(`.${pagedClasses.noteCall}, .${pagedClasses.noteMarker}`))
    call.remove();
  for (const part of clone.querySelectorAll(`.${pagedClasses.before}, .${pagedClasses.after}`)) part.remove();
  return unbrokenText(clone).replace(/\s+/gu, ' ').trim();
};

/** The text of a `string-set` or other value that depends on its element alone. */
export const partsText = (parts: readonly ContentPart[], element: Element): string =>
  parts
    .map((part) => {
      switch (part.kind) {
        case 'text':
        case 'leader':
          return part.text;
        case 'content':
          return plainText(element);
        case 'attr':
          return element.getAttribute(part.name) ?? '';
        case 'target-text': {
          const target = document.getElementById(fragmentOf(element.getAttribute(part.attr)));
          return target === null ? '' : plainText(target);
        }
        case 'counter':
        case 'string':
        case 'element':
        case 'target-counter':
          return '';
      }
    })
    .join('');

const fragmentOf = (href: string | null): string => {
  const hash = href?.indexOf('#') ?? -1;
  return href === null || hash < 0 ? '' : decodeURIComponent(href.slice(hash + 1));
};

const span = (className: string, text: string): HTMLSpanElement => {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
};

const generate = (
  parts: readonly ContentPart[],
  element: Element,
  className: string,
  findings: PaginatorFinding[],
): HTMLSpanElement => {
  const box = span(className, '');
  for (const part of parts) {
    if (part.kind === 'leader') {
      const leader = span('tf-leader', '');
      leader.dataset['pattern'] = part.text;
      box.append(leader);
    } else if (part.kind === 'target-counter') {
      const target = fragmentOf(element.getAttribute(part.attr));
      if (document.getElementById(target) === null) {
        findings.push({
          rule: 'paginator/target-missing',
          place: element.closest('[data-place]')?.getAttribute('data-place') ?? '',
          detail: { target },
        });
      } else {
        const number = span('tf-page', '00');
        number.dataset['target'] = target;
        number.dataset['form'] = part.style;
        box.append(number);
      }
    } else {
      box.append(partsText([part], element));
    }
  }
  // Leader and number are never parted: where they do not fit, the last word goes with them to a line of its own.
  if (parts.some(({ kind }) => kind === 'leader')) box.style.whiteSpace = 'nowrap';
  return box;
};

/** Writes `::before` and `::after` of the paged elements as real boxes. */
export const writeGeneratedContent = (elements: PagedElements): readonly PaginatorFinding[] => {
  const findings: PaginatorFinding[] = [];
  for (const [element, values] of elements) {
    if (values.before !== undefined) {
      element.prepend(generate(values.before, element, pagedClasses.before, findings));
    }
    if (values.after !== undefined) {
      element.append(generate(values.after, element, pagedClasses.after, findings));
    }
  }
  return findings;
};
