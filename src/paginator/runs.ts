/** Divides the flow into runs: stretches of its children on pages of one name. */
import type { PaginatorFinding } from '../protocol/paginator.ts';

/** A run's element and the name of its pages. */
export interface RunElement {
  readonly name: string;
  readonly main: HTMLElement;
}

const pageName = (element: Element): string => {
  const name = getComputedStyle(element).getPropertyValue('page');
  return name === '' ? 'auto' : name;
};

/**
 * Splits `main.tf-flow` so that each run is a flow of its own, with the same class and attributes: selectors such as
 * `.tf-flow > section` match as before.
 */
export const splitRuns = (flow: HTMLElement, findings: PaginatorFinding[]): readonly RunElement[] => {
  const names = [...flow.children].map((child) => pageName(child));
  for (const [index, child] of [...flow.children].entries()) {
    for (const inner of child.querySelectorAll('section, article, div, header, aside, table')) {
      const name = pageName(inner);
      if (name !== 'auto' && name !== names[index]) {
        // Chromium would end the page here, where makeup knows of no end.
        if (inner instanceof HTMLElement) inner.style.setProperty('page', 'auto', 'important');
        findings.push({
          rule: 'paginator/page-name-nested',
          place: inner.getAttribute('data-place') ?? '',
          detail: { name, outer: names[index] ?? 'auto' },
        });
      }
    }
  }
  const runs: { name: string; main: HTMLElement }[] = [];
  for (const [index, child] of [...flow.children].entries()) {
    const name = names[index] ?? 'auto';
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
