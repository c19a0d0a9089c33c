/** The box of a task (`- [ ]`, `- [x]`), drawn: the fonts of the text have no glyph for it. */
import type { Element } from 'hast';

const shape = (tagName: string, properties: Element['properties']): Element => ({
  type: 'element',
  tagName,
  properties,
  children: [],
});

const frame = (): Element => shape('rect', { x: 0.75, y: 0.75, width: 8.5, height: 8.5, rx: 0.5 });

const tick = (): Element => shape('path', { d: 'M2.4 5.2 4.4 7.4 7.8 2.8' });

/** An SVG as high as small letters; its name for those who hear the page is the sign itself. */
export const taskBox = (checked: boolean): Element => ({
  type: 'element',
  tagName: 'svg',
  properties: {
    className: ['task-box'],
    viewBox: '0 0 10 10',
    width: '0.8em',
    height: '0.8em',
    fill: 'none',
    stroke: 'currentColor',
    role: 'img',
    ariaLabel: checked ? '☑' : '☐',
  },
  children: checked ? [frame(), tick()] : [frame()],
});
