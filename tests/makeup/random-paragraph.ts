/** Random paragraphs for properties and for brute force. */
import fc from 'fast-check';
import type { Paragraph } from '../../src/protocol/paragraph.ts';
import { joint } from '../../src/protocol/paragraph.ts';

const kinds = fc.oneof(
  { weight: 10, arbitrary: fc.constant(joint.space) },
  { weight: 8, arbitrary: fc.constant(joint.softHyphen) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      joint.tie,
      joint.hardHyphen,
      joint.opportunity,
      joint.unbreakable,
      joint.none,
      joint.forced,
    ),
  },
);

const segment = fc.record({
  width: fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 1, max: 9 }) },
    { weight: 1, arbitrary: fc.integer({ min: 10, max: 30 }) },
  ),
  kind: kinds,
  hang: fc.boolean(),
});

const spaced: ReadonlySet<number> = new Set<number>([joint.space, joint.tie, joint.unbreakable]);

/** Paragraphs of up to that many segments; letters are one unit wide, spaces half a unit, the font size is two units. */
export const paragraphs = (longest: number): fc.Arbitrary<Paragraph> =>
  fc
    .tuple(fc.array(segment, { minLength: 1, maxLength: longest }), fc.boolean())
    .map(([segments, hangs]) => ({
      widths: Float64Array.from(segments, ({ width }) => width),
      joints: Uint8Array.from(segments, ({ kind }) => kind),
      spaces: Float64Array.from(segments, ({ kind }) => (spaced.has(kind) ? 0.5 : 0)),
      closings: Float64Array.from(segments, ({ kind, hang }) =>
        kind === joint.softHyphen ? 1 : hangs && hang ? -0.5 : 0,
      ),
      ...(hangs ? { openings: Float64Array.from(segments, ({ hang }) => (hang ? -0.25 : 0)) } : {}),
    }));
