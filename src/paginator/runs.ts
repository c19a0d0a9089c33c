/** Divides the flow into runs: stretches of its children on pages of one name. */
import type { PaginatorFinding } from '../protocol/paginator.ts';
import { styleRules } from './style-rules.ts';

/** A run's element and the name of its pages. */
export interface RunElement {
  readonly name: string;
  readonly main: HTMLElement;
}

const pageName = (element: Element): string => {
  const name = getComputedStyle(element).getPropertyValue('page');
  return name === '' ? 'auto' : name;
};

/** Elements inside the children of the flow that a style names a page for. */
const namedInside = (flow: HTMLElement): readonly Element[] => {
  const selectors = styleRules()
    .filter(({ style }) => !['', 'auto'].includes(style.getPropertyValue('page')))
    .map(({ selectorText }) => selectorText);
  return [...flow.querySelectorAll([...selectors, '[style*="page"]'].join(', '))].filter(
    ({ parentElement }) => parentElement !== flow,
  );
};

/** Takes names of pages away that are set too deep: Chromium would end the page there, where makeup knows of no end. */
const dropNestedNames = (
  flow: HTMLElement,
  names: ReadonlyMap<Element, string>,
): readonly PaginatorFinding[] =>
  namedInside(flow).flatMap((inner): readonly PaginatorFinding[] => {
    let child = inner;
    while (child.parentElement !== null && child.parentElement !== flow) child = child.parentElement;
    const [name, outer] = [pageName(inner), names.get(child) ?? 'auto'];
    if (name === 'auto' || name === outer) return [];
    if (inner instanceof HTMLElement) inner.style.setProperty('page', 'auto', 'important');
    const place = inner.closest('[data-place]')?.getAttribute('data-place') ?? '';
    return [{ rule: 'paginator/page-name-nested', place, detail: { name, outer } }];
  });

/**
 * Splits `main.tf-flow` so that each run is a flow of its own, with the same class and attributes: selectors such as
 * `.tf-flow > section` match as before.
 */
export const splitRuns = (flow: HTMLElement, findings: PaginatorFinding[]): readonly RunElement[] => {
  const names = new Map([...flow.children].map((child) => [child, pageName(child)]));
  findings.push(...dropNestedNames(flow, names));
  const runs: { name: string; main: HTMLElement }[] = [];
  for (const [child, name] of names) {
    const last = runs.at(-1);
    if (last !== undefined && last.name === name) {
      last.main.append(child);
    } else {
      const main = flow.cloneNode(false) as HTMLElement;
      if (runs.length > 0) main.removeAttribute('id');
      main.append(child);
      runs.push({ name, main });
    }
  }
  for (const run of runs) flow.before(run.main);
  flow.remove();
  return runs;
};
