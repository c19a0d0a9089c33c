/** The clock: durations for the report, and the one date a PDF carries. */

/** Milliseconds since some moment; only differences mean anything. */
export const milliseconds = (): number => performance.now();

/**
 * The date of the files, so that the same source gives the same bytes: SOURCE_DATE_EPOCH (seconds since 1970,
 * https://reproducible-builds.org/specs/source-date-epoch/), else the date of the publication (`2000`, `2000-06`,
 * `2000-06-01`, taken at midnight UTC), else undefined: then a file carries no date. Never the clock's.
 */
export const dateOfFiles = (
  epoch: string | undefined,
  publicationDate: string | undefined,
): Date | undefined => {
  if (epoch !== undefined && /^\d{1,12}$/.test(epoch.trim())) return new Date(Number(epoch.trim()) * 1000);
  if (publicationDate === undefined) return undefined;
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(publicationDate);
  if (match === null) return undefined;
  const [, year, month = '01', day = '01'] = match;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? undefined : date;
};
