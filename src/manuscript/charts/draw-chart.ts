/**
 * A chart of horizontal bars as SVG (https://www.w3.org/TR/SVG2/) within the page, so that its words are the page's own text in
 * its own fonts, and its numbers as a table. Lengths are user units; at full measure one is about one CSS pixel.
 */
import type { Element, ElementContent } from 'hast';
import type { ChartData } from './chart-data.ts';

const width = 480;
/** Right of the longest bar, for its number. */
const valueSpace = 110;
const fontSize = 11;
const labelLine = 14;
const barHeight = 15;
const rowGap = 11;
const unitSpace = 28;
/** Between the axis and the labels of the bars. */
const labelIndent = 5;
/** Characters of a label before it is broken; narrow enough for wide letters. */
const labelLength = 70;

/** Darkest first; each at least 20 % from its neighbour, so that they stay apart in print. */
const greys: readonly string[] = ['#404040', '#7f7f7f', '#b3b3b3'];

type Properties = Record<string, string | number | readonly string[]>;

const element = (
  tagName: string,
  properties: Properties,
  children: readonly ElementContent[] = [],
): Element => ({
  type: 'element',
  tagName,
  properties: Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [key, typeof value === 'object' ? [...value] : value]),
  ),
  children: [...children],
});

const words = (value: string): ElementContent => ({ type: 'text', value });

const brokenLabel = (name: string): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of name.split(/\s+/)) {
    if (line !== '' && line.length + word.length >= labelLength) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
};

const rounded = (value: number): number => Math.round(value * 100) / 100;

const bars = (data: ChartData, format: (value: number) => string) => {
  const largest = Math.max(0, ...data.rows.map(({ value }) => value));
  const scale = largest === 0 ? 0 : (width - valueSpace) / largest;
  const drawn: Element[] = [];
  let top = unitSpace;
  for (const [index, { name, value }] of data.rows.entries()) {
    for (const line of brokenLabel(name)) {
      drawn.push(
        element(
          'text',
          { className: ['chart-label'], x: labelIndent, y: rounded(top + fontSize), fontSize },
          [words(line)],
        ),
      );
      top += labelLine;
    }
    const length = rounded(value * scale);
    drawn.push(
      element('rect', {
        className: ['chart-bar', `chart-bar-${(index % greys.length) + 1}`],
        x: 0,
        y: rounded(top),
        width: length,
        height: barHeight,
        fill: greys[index % greys.length] ?? 'currentColor',
      }),
      element(
        'text',
        { className: ['chart-value'], x: rounded(length + 6), y: rounded(top + fontSize), fontSize },
        [words(format(value))],
      ),
    );
    top += barHeight + rowGap;
  }
  return { drawn, height: top - rowGap };
};

const drawing = (data: ChartData, caption: string, format: (value: number) => string): Element => {
  const { drawn, height } = bars(data, format);
  const described = data.rows.map(({ name, value }) => `${name}: ${format(value)}`).join('; ');
  const axis = element('line', {
    className: ['chart-axis'],
    x1: 0,
    y1: unitSpace - 6,
    x2: 0,
    y2: rounded(height),
    stroke: 'currentColor',
    strokeWidth: 0.75,
  });
  const unit = element('text', { className: ['chart-unit'], x: 0, y: fontSize + 2, fontSize }, [
    words(data.unit),
  ]);
  return element(
    'svg',
    {
      className: ['chart-drawing'],
      viewBox: `0 0 ${width} ${rounded(height)}`,
      role: 'img',
      ariaLabel: `${caption} (${data.unit}) ${described}`.trim(),
      fill: 'currentColor',
    },
    [unit, ...drawn, axis],
  );
};

const table = (data: ChartData, format: (value: number) => string): Element => {
  const row = (tagName: string, cells: readonly Element[]): Element => element(tagName, {}, cells);
  const head = row('tr', [
    element('th', { scope: 'col' }, [words(data.item)]),
    element('th', { scope: 'col', align: 'right' }, [words(data.unit)]),
  ]);
  const body = data.rows.map(({ name, value }) =>
    row('tr', [
      element('th', { scope: 'row' }, [words(name)]),
      element('td', { align: 'right' }, [words(format(value))]),
    ]),
  );
  return element('table', { className: ['chart-data'] }, [row('thead', [head]), row('tbody', body)]);
};

/** Comes in: the chart, its caption as plain text, the language's numbers; goes out: the drawing and the table of its numbers. */
export const drawChart = (
  data: ChartData,
  caption: string,
  format: (value: number) => string,
): readonly [drawing: Element, table: Element] => [drawing(data, caption, format), table(data, format)];
