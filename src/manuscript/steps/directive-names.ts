/** The directives there are: which colons they take, what stands in their brackets and braces. */

/** One directive. */
export interface DirectiveShape {
  /** Colons: `container` three or more and a closing line, `leaf` two on a line of its own, `text` one within a line. */
  readonly form: 'container' | 'leaf' | 'text';
  /** What stands in brackets. */
  readonly label: 'required' | 'optional' | 'none';
  /** Names allowed in braces; `*` for any single one. */
  readonly attributes: readonly string[];
  /** A part of the work: stands in nothing else. */
  readonly isPart?: boolean;
}

/** Every directive by name; described for authors in docs/markdown.md. */
export const directives: Readonly<Record<string, DirectiveShape>> = {
  figure: { form: 'container', label: 'optional', attributes: ['id'] },
  table: { form: 'container', label: 'optional', attributes: ['id'] },
  chart: { form: 'leaf', label: 'required', attributes: ['id', 'data'] },
  key: { form: 'container', label: 'optional', attributes: ['id'] },
  'note-box': { form: 'container', label: 'optional', attributes: ['id'] },
  front: { form: 'container', label: 'none', attributes: [], isPart: true },
  back: { form: 'container', label: 'none', attributes: [], isPart: true },
  imprint: { form: 'container', label: 'none', attributes: [], isPart: true },
  verse: { form: 'container', label: 'none', attributes: [] },
  small: { form: 'container', label: 'none', attributes: [] },
  pagebreak: { form: 'leaf', label: 'none', attributes: ['to'] },
  see: { form: 'text', label: 'required', attributes: [] },
  ref: { form: 'text', label: 'required', attributes: [] },
  page: { form: 'text', label: 'required', attributes: [] },
  lang: { form: 'text', label: 'required', attributes: ['*'] },
  sc: { form: 'text', label: 'required', attributes: [] },
  name: { form: 'text', label: 'required', attributes: [] },
};

/** Names of one form, for suggestions. */
export const namesOf = (form: DirectiveShape['form']): readonly string[] =>
  Object.entries(directives).flatMap(([name, shape]) => (shape.form === form ? [name] : []));
