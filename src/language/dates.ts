/** Dates as a language writes them: ISO 8601 in, words out. Months' names are Unicode's, the pattern the language's own. */
import type { LanguageSettings } from './language-settings.ts';

const isoDate = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

const filled = (pattern: string, values: Readonly<Record<string, string>>): string =>
  pattern.replace(/\{([^{}]*)\}/g, (_, name: string) => values[name] ?? '');

const monthName = (locale: string, date: Date, withDay: boolean): string => {
  // In many languages a month has one form after a day and another by itself.
  const format = new Intl.DateTimeFormat(locale, {
    calendar: 'gregory',
    timeZone: 'UTC',
    month: 'long',
    ...(withDay ? { day: 'numeric' } : {}),
  });
  return format.formatToParts(date).find((part) => part.type === 'month')?.value ?? '';
};

/** The writer of dates: `2000`, `2000-06` or `2000-06-01` comes in. It throws a RangeError for what is no date. */
export const createDateWriter =
  (locale: string, patterns: LanguageSettings['dates'], ordinal: (n: number) => string) =>
  (iso: string): string => {
    const [, year, month, day] = isoDate.exec(iso) ?? [];
    const date = new Date(`${year ?? ''}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
    // JavaScript takes 31 June for 1 July.
    if (
      year === undefined ||
      Number.isNaN(date.getTime()) ||
      (day !== undefined && date.getUTCDate() !== Number(day))
    )
      throw new RangeError(`no date: ${iso}`);
    const years = { year: String(Number(year)), 'year-ordinal': ordinal(Number(year)) };
    if (month === undefined) return filled(patterns.year, years);
    const name = monthName(locale, date, day !== undefined);
    if (day === undefined) return filled(patterns.month, { ...years, month: name });
    return filled(patterns.day, { ...years, month: name, day: String(Number(day)) });
  };
