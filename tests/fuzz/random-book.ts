/** Manuscripts without a fault, of everything a manuscript may hold, in no sense and any order. */
import type { Random } from './random.ts';

const words = (
  'mine road canal field map year programme clearance district awareness donor report village source ' +
  'mina yol kanal tarla xəritə il proqram təmizləmə rayon maarifləndirmə İğdır ışıq ' +
  'мина дорога канал поле карта год программа очистка район просвещение источник ёлка ' +
  'a in of to the and 1993 3,528,900 60% AFSC/UNOCHA re-entry co-operation'
).split(' ');

/** What a book has so far: notes to be written at its end, ids that may be referred to. */
interface Draft {
  readonly random: Random;
  readonly notes: string[];
  readonly ids: string[];
}

const plain = ({ random }: Draft, least = 1, most = 30): string =>
  random.some(least, most, () => random.of(words)).join(' ');

const longWord = ({ random }: Draft): string =>
  random.of([
    'https://example.org/' + 'a-very-long/path-that-goes-on/'.repeat(1 + random.number(5)),
    'x'.repeat(30 + random.number(120)),
    'Donaudampfschifffahrtsgesellschaftskapitänswitwe',
  ]);

const noteBody = (draft: Draft, depth: number): string => {
  const { random } = draft;
  if (random.once(6))
    return `See ${plain(draft)}.\n\n    See ${plain(draft)}.\n\n    - ${plain(draft, 1, 6)}\n    - ${plain(draft, 1, 6)}`;
  if (random.once(12)) return `See ${plain(draft, 150, 400)}.`;
  if (depth < 2 && random.once(8)) return `See ${plain(draft)}${call(draft, depth + 1)}.`;
  return `See ${plain(draft)}.`;
};

/** A call of a note, new or called before. */
const call = (draft: Draft, depth = 0): string => {
  const { random, notes } = draft;
  if (notes.length > 0 && random.once(8)) return `[^n${random.number(notes.length)}]`;
  if (random.once(6)) return `^[${plain(draft, 1, 12)}]`;
  const index = notes.push('') - 1;
  notes[index] = `[^n${index}]: ${noteBody(draft, depth)}`;
  return `[^n${index}]`;
};

const inline = (draft: Draft): string => {
  const { random } = draft;
  return random.of<() => string>([
    () => `*${plain(draft, 1, 5)}*`,
    () => `**${plain(draft, 1, 5)}**`,
    () => `~~${plain(draft, 1, 3)}~~`,
    () => '`code of a line`',
    () => `[${plain(draft, 1, 4)}](https://example.org/${random.number(99)})`,
    () => `H<sub>2</sub>O and 10<sup>${random.number(9)}</sup>`,
    () => `:lang[Зеркало]{ru}`,
    () => `:sc[${plain(draft, 1, 3)}]`,
    () => `<kbd>Ctrl</kbd> <mark>${plain(draft, 1, 3)}</mark>`,
    () => 'a  \nbroken line',
    () => longWord(draft),
    () =>
      draft.ids.length === 0 ? 'none' : `:${random.of(['see', 'ref', 'page'])}[${random.of(draft.ids)}]`,
  ])();
};

const sentence = (draft: Draft, most = 25): string => {
  const { random } = draft;
  const parts = random.some(1, 4, () => (random.once(2) ? plain(draft, 1, most) : inline(draft)));
  // An address takes what follows it without a space for a part of itself.
  const end = `${random.of(['it', 'var', 'есть'])}${random.once(4) ? call(draft) : ''}`;
  return `${random.of(['Words', 'Söz', 'Слово'])} ${parts.join(' ')} ${end}.`;
};

const paragraph = (draft: Draft): string => draft.random.some(1, 5, () => sentence(draft)).join(' ');

const indented = (text: string, by: string): string => text.replaceAll('\n', `\n${by}`);

const list = (draft: Draft, depth: number): string => {
  const { random } = draft;
  const start = 1 + random.number(12);
  const isOrdered = random.once(2);
  return random
    .some(1, 6, (index) => {
      const mark = isOrdered ? `${start + index}. ` : random.once(5) ? '- [x] ' : '- ';
      const by = ' '.repeat(isOrdered ? mark.length : 2);
      const more = depth > 0 && random.once(4) ? `\n\n${by}${indented(block(draft, depth - 1), by)}` : '';
      return `${mark}${sentence(draft)}${more}`;
    })
    .join('\n');
};

const table = (draft: Draft): string => {
  const { random } = draft;
  const columns = 1 + random.number(5);
  const row = (cell: () => string): string => `| ${Array.from({ length: columns }, cell).join(' | ')} |`;
  const cell = (): string =>
    `${plain(draft, 1, random.once(8) ? 40 : 4)}${random.once(12) ? call(draft) : ''}`;
  const headCell = (): string => `${plain(draft, 1, 2)}${random.once(12) ? call(draft) : ''}`;
  return [
    row(headCell),
    row(() => random.of(['---', ':--', '--:', ':-:'])),
    ...random.some(1, random.once(5) ? 40 : 6, () => row(cell)),
  ].join('\n');
};

const float = (draft: Draft): string => {
  const { random, ids } = draft;
  const id = `f${ids.length}`;
  ids.push(id);
  const caption = `${plain(draft, 1, 12)}${random.once(4) ? call(draft) : ''}`;
  return random.once(2)
    ? `:::figure[${caption}]{#${id}}\n![${plain(draft, 1, 4)}](${random.of(['small', 'tall', 'wide'])}.svg)\n:::`
    : `:::table[${caption}]{#${id}}\n${table(draft)}\n:::`;
};

/** A block that may stand anywhere; `depth` is how many others may stand inside it. */
const block = (draft: Draft, depth: number): string => {
  const { random } = draft;
  const inner = (): string => (depth > 0 ? block(draft, depth - 1) : paragraph(draft));
  return random.of<() => string>([
    () => paragraph(draft),
    () => paragraph(draft),
    () => paragraph(draft),
    () => list(draft, depth),
    () => `> ${indented(inner(), '> ')}\n>\n> ${sentence(draft)}`,
    () => ['```', ...random.some(1, 12, () => plain(draft, 1, 14)), '```'].join('\n'),
    () => table(draft),
  ])();
};

/** A block that stands in the flow itself. */
const topBlock = (draft: Draft): string => {
  const { random } = draft;
  return random.of<() => string>([
    () => block(draft, 2),
    () => block(draft, 2),
    () => block(draft, 1),
    () => `::::key[${plain(draft, 1, 5)}]\n${random.some(1, 4, () => block(draft, 1)).join('\n\n')}\n::::`,
    () => float(draft),
    () => `:::verse\n${random.some(1, 5, () => plain(draft, 1, 8)).join('\n')}\n:::`,
    () => `:::small\n${paragraph(draft)}\n:::`,
    () => `${plain(draft, 1, 3)}\n: ${sentence(draft)}\n: ${sentence(draft)}`,
    () => '* * *',
    () => `::pagebreak${random.of(['', '', '{to=recto}', '{to=verso}'])}`,
  ])();
};

const head = (draft: Draft, level: number): string => {
  const { random, ids } = draft;
  const id = `h${ids.length}`;
  ids.push(id);
  const note = random.once(8) ? call(draft) : '';
  return `${'#'.repeat(level)} ${plain(draft, 1, 8)}${note} {#${id}}`;
};

const section = (draft: Draft): string => {
  const { random } = draft;
  let level = 1;
  const parts = [head(draft, level), paragraph(draft)];
  for (const kind of random.some(1, 8, () => random.number(4))) {
    if (kind === 0) {
      level = 1 + random.number(Math.min(level, 3) + 1);
      parts.push(head(draft, level));
    }
    parts.push(topBlock(draft));
  }
  return parts.join('\n\n');
};

/** A manuscript of a few pages. */
export const randomBook = (random: Random): string => {
  const draft: Draft = { random, notes: [], ids: [] };
  const front = random.once(4) ? `:::::front\n\n${head(draft, 1)}\n\n${paragraph(draft)}\n\n:::::\n\n` : '';
  const body = random.some(1, 4, () => section(draft)).join('\n\n');
  const back = random.once(4) ? `\n\n:::::back\n\n${head(draft, 1)}\n\n${paragraph(draft)}\n\n:::::` : '';
  return `---\ntitle: ${plain(draft, 1, 6)}\n---\n\n${front}${body}${back}\n\n${draft.notes.join('\n\n')}\n`;
};
