/**
 * Lengths of page rules: absolute units and `calc()` of them (CSS Values 4, https://www.w3.org/TR/css-values-4/#calc-syntax).
 * A page has no font and no parent to be relative to.
 */
import type { CssNode } from 'css-tree';
import { mmToPx, ptToPx } from '../../protocol/length.ts';

/** CSS px of one unit; units that are not here are relative. */
const units: Readonly<Record<string, number>> = {
  px: 1,
  pt: ptToPx(1),
  pc: ptToPx(12),
  mm: mmToPx(1),
  cm: mmToPx(10),
  q: mmToPx(0.25),
  in: 96,
};

/** A number with the power of its length: 0 a plain number, 1 a length in CSS px. */
interface Quantity {
  readonly value: number;
  readonly power: 0 | 1;
}

const dimension = (node: CssNode): Quantity | undefined => {
  if (node.type === 'Number') return { value: Number(node.value), power: 0 };
  if (node.type !== 'Dimension') return undefined;
  const unit = units[node.unit.toLowerCase()];
  return unit === undefined ? undefined : { value: Number(node.value) * unit, power: 1 };
};

const combine = (left: Quantity, operator: string, right: Quantity): Quantity | undefined => {
  switch (operator) {
    case '+':
    case '-':
      if (left.power !== right.power) return undefined;
      return { value: left.value + (operator === '+' ? right.value : -right.value), power: left.power };
    case '*':
      if (left.power === 1 && right.power === 1) return undefined;
      return { value: left.value * right.value, power: left.power === 1 ? 1 : right.power };
    case '/':
      return right.power === 1 || right.value === 0
        ? undefined
        : { value: left.value / right.value, power: left.power };
    default:
      return undefined;
  }
};

const term = (node: CssNode): Quantity | undefined => {
  if (node.type === 'Parentheses' || (node.type === 'Function' && node.name.toLowerCase() === 'calc')) {
    return sum(node.children.toArray());
  }
  return dimension(node);
};

/** `a op b op c`, products before sums. */
const sum = (nodes: readonly CssNode[]): Quantity | undefined => {
  const first = nodes[0] === undefined ? undefined : term(nodes[0]);
  if (first === undefined || nodes.length % 2 === 0) return undefined;
  const parts: Quantity[] = [first];
  for (let index = 1; index < nodes.length; index += 2) {
    const operator = nodes[index];
    const next = nodes[index + 1];
    const value = next === undefined ? undefined : term(next);
    if (operator?.type !== 'Operator' || value === undefined) return undefined;
    const sign = operator.value.trim();
    const last = parts.pop();
    if (last === undefined) return undefined;
    if (sign === '*' || sign === '/') {
      const product = combine(last, sign, value);
      if (product === undefined) return undefined;
      parts.push(product);
    } else if (sign === '+' || sign === '-') {
      parts.push(last, { value: sign === '+' ? value.value : -value.value, power: value.power });
    } else {
      return undefined;
    }
  }
  return parts.reduce<Quantity | undefined>(
    (total, part) => (total === undefined ? part : combine(total, '+', part)),
    { value: 0, power: parts[0]?.power ?? 0 },
  );
};

/** A length in CSS px; `undefined` where it is relative, a percentage or no length. `0` needs no unit. */
export const absoluteLength = (node: CssNode): number | undefined => {
  const quantity = term(node);
  if (quantity === undefined) return undefined;
  return quantity.power === 1 || quantity.value === 0 ? quantity.value : undefined;
};
