/**
 * Memory for breaking paragraphs, used again for the next one: a book has thousands of paragraphs, and new arrays for
 * each would cost more than the search. Nothing in it outlives a call.
 */

/** Arrays by breakpoint (0 is the paragraph's start) and by node (a way to reach a breakpoint). */
export interface LineMemory {
  /** Breakpoints there is room for. */
  size: number;
  /** The joint of each breakpoint; -1 at the paragraph's start. */
  joints: Int32Array;
  /** The kind of that joint. */
  kinds: Uint8Array;
  /** Where a line that ends here stops, from the paragraph's start, px. */
  stops: Float64Array;
  /** Where the line after it begins, from the paragraph's start, px. */
  starts: Float64Array;
  /** The spaces that may be stretched before the stop, and before the start of the line after it. */
  spacesAtStop: Int32Array;
  spacesAtStart: Int32Array;
  /** The last breakpoint before each that is no hyphen. */
  plain: Int32Array;
  /** The first node of each breakpoint. */
  firstNode: Int32Array;
  /** By node: the least demerits up to it, the node before, its breakpoint, hyphens in succession and class, its line. */
  demerits: Float64Array;
  before: Int32Array;
  at: Int32Array;
  state: Uint8Array;
  line: Int32Array;
  /** Room for nodes. */
  nodes: number;
}

/** No memory yet: it grows with the first paragraph. */
export const makeLineMemory = (): LineMemory => ({
  size: 0,
  joints: new Int32Array(0),
  kinds: new Uint8Array(0),
  stops: new Float64Array(0),
  starts: new Float64Array(0),
  spacesAtStop: new Int32Array(0),
  spacesAtStart: new Int32Array(0),
  plain: new Int32Array(0),
  firstNode: new Int32Array(0),
  demerits: new Float64Array(0),
  before: new Int32Array(0),
  at: new Int32Array(0),
  state: new Uint8Array(0),
  line: new Int32Array(0),
  nodes: 0,
});

/** Makes room for that many breakpoints; what was there is forgotten. */
export const growBreakpoints = (memory: LineMemory, wanted: number): void => {
  if (wanted <= memory.size) return;
  const size = wanted * 2;
  memory.size = size;
  memory.joints = new Int32Array(size);
  memory.kinds = new Uint8Array(size);
  memory.stops = new Float64Array(size);
  memory.starts = new Float64Array(size);
  memory.spacesAtStop = new Int32Array(size);
  memory.spacesAtStart = new Int32Array(size);
  memory.plain = new Int32Array(size);
  memory.firstNode = new Int32Array(size + 1);
};

/** Makes room for that many nodes; what was there is kept. */
export const growNodes = (memory: LineMemory, wanted: number): void => {
  if (wanted <= memory.nodes) return;
  const nodes = Math.max(wanted, memory.nodes * 2, 1024);
  const grown = <Values extends { set: (values: Values) => void }>(values: Values, empty: Values): Values => {
    empty.set(values);
    return empty;
  };
  memory.nodes = nodes;
  memory.demerits = grown(memory.demerits, new Float64Array(nodes));
  memory.before = grown(memory.before, new Int32Array(nodes));
  memory.at = grown(memory.at, new Int32Array(nodes));
  memory.state = grown(memory.state, new Uint8Array(nodes));
  memory.line = grown(memory.line, new Int32Array(nodes));
};
