// @ts-check
/** The pages of a template as plain `@page` rules: size and margins, and nothing that needs a paginator. */
import { resolvePageStyle } from '../../build/protocol/paged-css.js';

/**
 * @param {import('../../build/protocol/paged-css.js').PageRules} pageRules
 * @param {string} [boxes] more of the rule for all pages
 * @returns {string} a style element
 */
export const pageStyle = ({ trim, rules }, boxes = '') => {
  const names = [...new Set(rules.flatMap(({ selector }) => selector.name ?? []))];
  /** @param {string} name */
  const marginOf = (name) => {
    const { margins } = resolvePageStyle(rules, { name, side: 'recto', first: false, blank: false });
    return `margin: ${margins.top}px ${margins.right}px ${margins.bottom}px ${margins.left}px`;
  };
  const named = names.map((name) => `@page ${name} { ${marginOf(name)} }`);
  const all = `@page { size: ${trim.width}mm ${trim.height}mm; ${marginOf('auto')}; ${boxes} }`;
  return `<style>${[all, ...named].join('\n')}</style>`;
};
