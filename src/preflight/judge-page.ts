/** Proves of one page that nothing is lost, nothing is added, and every line stands where makeup put it. */
import type { ExpectedLine, ExpectedPage } from '../protocol/paginator.ts';
import { lettersBeyond, lettersOf, wordsMissing } from './letters.ts';
import type { PageFinding } from './page-finding.ts';
import type { PageText } from './page-text.ts';
import { insideArea, sortGlyphs, type Glyphs } from './text-regions.ts';

/** Number or letters that Chromium itself puts before an item of a list. */
const listMarker = /^(?:\p{N}{1,9}|\p{L}{1,7})$/u;

/** What came of a line: its letters were there, or what of them was not, what was there instead, and what belongs elsewhere. */
interface LineVerdict {
  readonly line: ExpectedLine;
  readonly expected: string;
  readonly found: string;
  readonly state: 'proved' | 'disordered' | 'differs';
  readonly aside: Glyphs;
}

type Join = (glyphs: Glyphs) => string;

const judgeLine = (
  line: ExpectedLine,
  glyphs: Glyphs,
  text: PageText,
  join: Join,
  expectedPage: ExpectedPage,
): LineVerdict => {
  const expected = lettersOf(line.text);
  const verdict = (state: LineVerdict['state'], found: string, aside: Glyphs = []): LineVerdict => ({
    line,
    expected,
    found,
    state,
    aside,
  });
  const found = join(glyphs);
  if (found === expected) return verdict('proved', found);
  const { textArea } = expectedPage;
  const inside = glyphs.filter((glyph) => insideArea(textArea, text.x[glyph] ?? 0, text.y[glyph] ?? 0));
  const aside = glyphs.filter((glyph) => !inside.includes(glyph));
  const candidates =
    aside.length === 0
      ? [{ glyphs, aside }]
      : [
          { glyphs, aside: [] },
          { glyphs: inside, aside },
        ];
  for (const candidate of candidates) {
    const painted = join(candidate.glyphs);
    // What is raised or placed by itself is painted later than its line: from left to right it is in order again.
    const across = join(
      candidate.glyphs.toSorted((first, second) => (text.x[first] ?? 0) - (text.x[second] ?? 0)),
    );
    for (const order of [painted, across]) {
      if (order === expected) return verdict('proved', order, candidate.aside);
      const marker = order.slice(0, order.length - expected.length);
      if (expected !== '' && order.endsWith(expected) && listMarker.test(marker))
        return verdict('proved', order, candidate.aside);
    }
    if (painted.length === expected.length && lettersBeyond(painted, expected) === '') {
      // A row or a figure has several lines side by side; only of one line do we know the order.
      const baselines = candidate.glyphs.map((glyph) => text.y[glyph] ?? 0);
      const several = Math.max(...baselines) - Math.min(...baselines) > (line.bottom - line.top) / 2;
      return verdict(several ? 'proved' : 'disordered', painted, candidate.aside);
    }
  }
  return verdict('differs', found);
};

const judgeNotes = (page: number, found: string, expected: ExpectedPage): readonly PageFinding[] => {
  const texts = expected.notes.map((note) => lettersOf(note.text));
  const all = texts.join('');
  if (found === all || (found.length === all.length && lettersBeyond(found, all) === '')) return [];
  const findings: PageFinding[] = [];
  for (const [index, note] of expected.notes.entries()) {
    const letters = (texts[index] ?? '').replace(/^\p{N}+/u, '');
    if (letters === '' || found.includes(letters)) continue;
    findings.push({ kind: 'note', page, note: note.id, letters, words: wordsMissing(note.text, found) });
  }
  const extra = lettersBeyond(found, all);
  if (extra !== '' && !(findings.length > 0 && lettersBeyond(all, found) === ''))
    findings.push({ kind: 'extra', page, words: [extra] });
  return findings;
};

const judgeGlyphs = (page: number, text: PageText): readonly PageFinding[] => {
  const findings: PageFinding[] = [];
  for (const [glyph, letters] of text.letters.entries()) {
    const font = text.fonts[text.fontOf[glyph] ?? 0];
    if (font === undefined) continue;
    if ((text.codes[glyph] !== 0 || !font.plainCodes) && !letters.includes('\uFFFD')) continue;
    const around = text.letters.slice(Math.max(0, glyph - 12), glyph + 12).join('');
    findings.push({ kind: 'glyph', page, words: [around.trim()], font: font.name });
  }
  return findings;
};

/** Judges a page against what was composed. `letters` gives the letters of a glyph as they are compared. */
export const judgePage = (
  page: number,
  text: PageText,
  expected: ExpectedPage,
  letters: (text: string) => string,
): readonly PageFinding[] => {
  const findings: PageFinding[] = text.whole ? [] : [{ kind: 'unreadable', page }];
  const join: Join = (glyphs) => {
    let joined = '';
    for (const glyph of glyphs) joined += letters(text.letters[glyph] ?? '');
    return joined;
  };
  const regions = sortGlyphs(text, expected);
  const verdicts = expected.lines.map((line, index) =>
    judgeLine(line, regions.lines[index] ?? [], text, join, expected),
  );
  for (const { state, line } of verdicts) {
    if (state === 'disordered')
      findings.push({ kind: 'disordered', page, words: wordsMissing(line.text, ''), place: line.place });
  }

  const differing = verdicts.filter((verdict) => verdict.state === 'differs');
  const repeats = lettersOf(expected.repeats.join(' '));
  const furniture = lettersOf(expected.furniture.join(' '));
  const outside = join([...regions.outside, ...verdicts.flatMap((verdict) => verdict.aside)]);
  const between = join(regions.between);
  const found = differing.map((verdict) => verdict.found).join('') + between + outside;
  const wanted = differing.map((verdict) => verdict.expected).join('') + repeats + furniture;
  const lost = lettersBeyond(wanted, found);
  const extra = lettersBeyond(found, wanted);
  for (const verdict of differing) {
    if (lettersBeyond(verdict.expected, verdict.found) === '') continue;
    const words = wordsMissing(verdict.line.text, verdict.found);
    const { place } = verdict.line;
    findings.push(lost === '' ? { kind: 'moved', page, words, place } : { kind: 'lost', page, words, place });
  }
  for (const [wantedText, texts, foundText] of [
    [repeats, expected.repeats, between],
    [furniture, expected.furniture, outside],
  ] as const) {
    if (lost === '' || lettersBeyond(wantedText, foundText) === '') continue;
    findings.push({ kind: 'lost', page, words: wordsMissing(texts.join(' '), foundText), place: '' });
  }
  if (extra !== '') {
    const places = [
      ...differing.map((verdict) => lettersBeyond(verdict.found, verdict.expected)),
      lettersBeyond(between, repeats),
      lettersBeyond(outside, furniture),
    ];
    findings.push({ kind: 'extra', page, words: places.filter((place) => place !== '') });
  }
  findings.push(...judgeNotes(page, join(regions.notes), expected), ...judgeGlyphs(page, text));
  return findings;
};
