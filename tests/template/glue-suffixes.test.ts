/** A figure and its suffix stay together, and nothing else does. */
import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { glueNodes } from '../../src/template/glue-suffixes.ts';

const glue = (text: string, tagName = 'p'): string =>
  toHtml({
    type: 'root',
    children: [
      ...glueNodes([{ type: 'element', tagName, properties: {}, children: [{ type: 'text', value: text }] }]),
    ],
  });

test.each([
  ['2-ci səhifə', '<p><span class="glued">2-ci</span> səhifə</p>'],
  ['1998-ci il, 24-ü', '<p><span class="glued">1998-ci</span> il, <span class="glued">24-ü</span></p>'],
  ['в 1990-х годах', '<p>в <span class="glued">1990-х</span> годах</p>'],
  ['19\u00A0500-dən', '<p><span class="glued">19\u00A0500-dən</span></p>'],
  ['21-22 June', '<p>21-22 June</p>'],
  ['five-year', '<p>five-year</p>'],
  ['a 12-kilometre-long road', '<p>a 12-kilometre-long road</p>'],
])('%s', (text, html) => expect(glue(text)).toBe(html));

test('code is left alone', () => expect(glue('2-ci', 'code')).toBe('<code>2-ci</code>'));
