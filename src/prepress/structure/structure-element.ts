/** The structure of a document as plain data (ISO 32000-1 §14.7): what stages between reading and writing it work on. */
import type { StructureMark } from '../../protocol/structure-marks.ts';
import type { PdfValue } from '../pdf-values.ts';

/** A piece of content that a page or form marks with a number (§14.7.4.2). */
export interface MarkedContent {
  readonly kind: 'content';
  /** Number of the object whose content it is: a page or a form. */
  readonly source: number;
  /** Number of the page that shows it. */
  readonly page: number;
  readonly mcid: number;
}

/** An annotation (§14.7.4.3). */
export interface LinkedObject {
  readonly kind: 'object';
  readonly number: number;
  /** Number of the page it lies on. */
  readonly page: number;
}

/** What an element holds. */
export type StructureChild = StructureElement | MarkedContent | LinkedObject;

/** Attributes by their owner and name (§14.7.5): `Table` → `Scope`. */
export type Attributes = ReadonlyMap<string, ReadonlyMap<string, PdfValue>>;

/** An element of the structure. */
export interface StructureElement {
  readonly kind: 'element';
  /** Its structure type (§14.8.4). */
  readonly role: string;
  readonly children: readonly StructureChild[];
  /** Only where it differs from that of the element around it, once the structure is mended. */
  readonly language?: string | undefined;
  /** What the page told of it. */
  readonly marks: readonly StructureMark[];
  /** Of a note: its label. */
  readonly label: string;
  readonly alt?: string | undefined;
  readonly actualText?: string | undefined;
  readonly id?: string | undefined;
  readonly attributes: Attributes;
  /** Of a link: what it leads to, an id of the page or an address. */
  readonly target?: LinkTarget | undefined;
  /** A name that other elements refer to it by; never written. */
  readonly key?: string | undefined;
  /** Keys of elements it refers to (`Ref`). */
  readonly references?: readonly string[] | undefined;
}

/** Everything that an element has, whether it says something of it or not: all of one form, as trees have tens of thousands. */
type WholeElement = { readonly [Key in keyof Required<StructureElement>]: StructureElement[Key] };

/** Where a link leads. */
export type LinkTarget =
  { readonly kind: 'id'; readonly id: string } | { readonly kind: 'address'; readonly address: string };

const noAttributes: Attributes = new Map();
const noMarks: readonly StructureMark[] = [];

/** An element with children and nothing else. */
export const elementOf = (role: string, children: readonly StructureChild[]): WholeElement => ({
  kind: 'element',
  role,
  children,
  language: undefined,
  marks: noMarks,
  label: '',
  alt: undefined,
  actualText: undefined,
  id: undefined,
  attributes: noAttributes,
  target: undefined,
  key: undefined,
  references: undefined,
});

/**
 * The element with each of its children replaced by what `replace` gives for it, one or several or none. Where nothing changes, the element
 * itself: a stage touches few of them.
 */
export const withReplaced = (
  element: StructureElement,
  replace: (child: StructureChild) => StructureChild | readonly StructureChild[],
): StructureElement => {
  let children: StructureChild[] | undefined;
  for (let index = 0; index < element.children.length; index += 1) {
    const child = element.children[index];
    if (child === undefined) continue;
    const replaced = replace(child);
    if (replaced !== child) children ??= element.children.slice(0, index);
    if ('kind' in replaced) children?.push(replaced);
    else children?.push(...replaced);
  }
  return children === undefined ? element : { ...element, children };
};

/** True for an element, of one role where one is given. */
export const isElement = (child: StructureChild | undefined, role?: string): child is StructureElement =>
  child?.kind === 'element' && (role === undefined || child.role === role);

/** True where something other than content stands in an element: most hold one line, and no stage does anything to them. */
export const holdsElements = ({ children }: StructureElement): boolean => {
  for (const child of children) if (child.kind === 'element') return true;
  return false;
};

/** Roles of stretches within a line (§14.8.4.4). */
const inlineRoles: ReadonlySet<string> = new Set(
  'Span Em Strong Code Quote Link Reference Ruby RB RT RP Annot Form'.split(' '),
);

/** Roles that hold text themselves; all others hold elements. */
const textRoles: ReadonlySet<string> = new Set(
  (
    'P H H1 H2 H3 H4 H5 H6 Span Em Strong Code Quote Link Reference Lbl LBody TD TH Caption Note Figure Formula Form ' +
    'Ruby RB RT RP TOCI'
  ).split(' '),
);

/** True where text may stand in an element of this role. */
export const takesText = (role: string): boolean => textRoles.has(role);

/** True for what stands within a line: text, or an element of an inline role. A figure may stand anywhere. */
export const isInline = (child: StructureChild): boolean =>
  child.kind !== 'element' || inlineRoles.has(child.role);

/** Every piece of content under an element, in order. */
export const contentOf = (child: StructureChild): readonly MarkedContent[] => {
  const found: MarkedContent[] = [];
  const visit = (current: StructureChild): void => {
    if (current.kind === 'content') found.push(current);
    else if (current.kind === 'element') for (const inner of current.children) visit(inner);
  };
  visit(child);
  return found;
};
