/**
 * Custom properties of `:root` in page rules: a page has no element for the cascade to look them up on, so the values
 * that `:root` gives are put in where `var()` asks for them (CSS Variables 1, https://www.w3.org/TR/css-variables-1/).
 */
import type { CssNode, StyleSheet, Value } from 'css-tree';
import { clone, generate, List, parse } from 'css-tree';

/** Custom properties of `:root` and `html`, by name with its dashes, as CSS text. */
export type RootVariables = ReadonlyMap<string, string>;

/** The variables that `:root` and `html` set in a sheet; the last of a name counts. */
export const readRootVariables = (sheet: StyleSheet): RootVariables => {
  const variables = new Map<string, string>();
  for (const rule of sheet.children.toArray()) {
    if (rule.type !== 'Rule') continue;
    const selector = generate(rule.prelude);
    if (selector !== ':root' && selector !== 'html') continue;
    for (const declaration of rule.block.children.toArray()) {
      if (declaration.type === 'Declaration' && declaration.property.startsWith('--')) {
        variables.set(declaration.property, generate(declaration.value).trim());
      }
    }
  }
  return variables;
};

/** Most variables inside one another; more is a circle. */
const DEEPEST = 8;

const insert = (nodes: readonly CssNode[], variables: RootVariables, depth: number): readonly CssNode[] =>
  nodes.flatMap((node): readonly CssNode[] => {
    if (node.type !== 'Function') return [node];
    if (node.name.toLowerCase() !== 'var') {
      const children = insert(node.children.toArray(), variables, depth);
      return [{ ...node, children: new List<CssNode>().fromArray([...children]) }];
    }
    const [name, , fallback] = node.children.toArray();
    const known = name?.type === 'Identifier' ? variables.get(name.name) : undefined;
    const text = known ?? (fallback === undefined ? undefined : generate(fallback));
    if (text === undefined || depth >= DEEPEST) return [node];
    const value = parse(text, { context: 'value' });
    const children = value.type === 'Value' ? value.children.toArray() : [value];
    // Faults inside a variable are told where it is used.
    for (const child of children) if (node.loc !== undefined) child.loc = node.loc;
    return insert(children, variables, depth + 1);
  });

/** A value with the variables that are known put in. */
export const withVariables = (value: Value, variables: RootVariables): Value => {
  const copy = clone(value);
  if (copy.type !== 'Value') return value;
  return {
    ...copy,
    children: new List<CssNode>().fromArray([...insert(copy.children.toArray(), variables, 0)]),
  };
};

/** CSS text with `var(--name)` and `var(--name, fallback)` replaced where the variable is known. */
export const replaceVariables = (css: string, variables: RootVariables): string =>
  css.replace(/var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)/gu, (whole, name: string, fallback?: string) =>
    (variables.get(name) ?? fallback ?? whole).trim(),
  );
