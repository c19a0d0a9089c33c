import { test } from 'vitest';
import { loadLanguage } from '../../src/language/load-language.ts';
import { withEdits } from '../../src/language/typography/typography.ts';
const show = (text: string, ties: readonly { from: number; to: number; kind: string }[]) => {
  let out = ''; let at = 0;
  for (const t of ties) { out += text.slice(at, t.from) + (t.kind === 'never' ? '[' : '{') + text.slice(t.from, t.to) + (t.kind === 'never' ? ']' : '}'); at = t.to; }
  return (out + text.slice(at)).replaceAll('\u00A0', '~').replaceAll('\uFDD0', '¹').replaceAll('\uFFFC', '□');
};
const samples: Record<string, string[]> = {
  en: [`"Don't," he said, "call it a 'truce'." The boys' toys - and the '90s -- 'tis so.`, `'The boys' toys' and rock 'n' roll`, `In 1918-1920, pp. 5-10, 1918-20, ISBN 978-3-16-148410-0, tel. 555-1234, 24-7, 2000-06-01, 5%-10%`, `word—word, "a "b "c" d" e"`, `-5 °C, 7 - 3 = 4, 3 x 4 and 10x15x20, 0x15, 10 cm x 15 cm`, `Wait... Really?... 12.5 % of 10 390 and 10390 and 12,5 and 1,039`, `the 21th and 22nd; XX-XXI centuries; 5" disk`, `word¹. Another¹, "so"¹. Then?¹ a b`, `20-year COVID-19 e-mail J. R. R. Tolkien, Mr Smith, 28 May 1918 at 10.30`, `He said: "unclosed`],
  az: [`"Avesta"nın və "İstiqlal" ordeni - 15 %-i, 5 ₼-dan`, `1994-cü il, 2000-cu il, 2000-ci il, XX-ci əsr, XX əsr, BMT-nin, 1918-1920-ci illər`, `M. Ə. Rəsulzadə və s. № 5, №5, 12.5 %, 10.390 manat, 10 390 nəfər, 28.05.1918, 28 may`, `kitab, dəftər və s.`, `«Avesta» kitabı "a "b" c" d'Artanyan O da gəldi ki`, `word.¹ söz¹. gedirsən?...`],
  ru: [`"Слово "и" дело" - это 15% и 12.5 %, т.е. и т.д. 1918-1920 гг. XX-XXI вв. 5-го 5-ого XX-го`, `“Слово” и “Word”, №5, кто-то из-за, в Баку же, А. С. Пушкин, Иванов И.И., г. Баку, до н. э.`, `слово.¹ Слово,¹ "слово".¹ и т. д.¹ Что?¹ 1918 г.¹`, `д'Артаньян... Что?... -5 10х15 28 мая - 4 июня 10 390 1 039 10390 3,14`, `-- Да, -- сказал он.`, '--'],
};
test('try', () => {
  for (const [tag, texts] of Object.entries(samples)) {
    const { value, diagnostics } = loadLanguage(`${process.cwd()}/locales`, tag, 'locales');
    if (!value) { console.log(diagnostics); continue; }
    for (const t of texts) {
      const text = t.replaceAll('¹', '\uFDD0');
      const e = value.typography.edits(text);
      const n = withEdits(text, e);
      console.log(`${tag} ${show(n, value.typography.ties(n))}\n     ${e.map((x) => x.rule).join(' ')}\n     ${value.typography.doubts(text, 'text').map((d) => `${d.found}→${d.expected}`).join('  ')}`);
    }
  }
});
