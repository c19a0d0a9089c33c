/** The names of inks beyond the four, against one another (GWG 2022 R0021 to R0023): each name is a plate, and a plate has one name. */
import type { Fault } from '../fault.ts';
import type { FileRule, PageSummary, SpotInk } from '../judged-file.ts';

interface Met extends SpotInk {
  readonly page: number;
}

/** The bytes of a name are characters in UTF-8 (ISO 32000-1 §7.3.5). */
const isText = (name: string): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(name, (letter) => letter.charCodeAt(0)));
    return true;
  } catch {
    return false;
  }
};

/** What a maker of colour books puts behind the number of an ink, for the paper it is shown on. */
const paperLetters = /(?<=\d)(?:c|u|m|cv|cvc|cvu|cp|up|cvp|ec)$/u;

/** The name as one would say it: neither capitals nor spaces nor the paper of the colour book make another ink. */
const said = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[\s_-]+/gu, '')
    .replace(paperLetters, '');

const unreadable = (inks: readonly Met[]): readonly Fault[] =>
  inks.flatMap(({ name, page, box }) =>
    isText(name)
      ? []
      : [
          {
            rule: 'preflight/spot-name-encoding' as const,
            message:
              'Unexpected name of an ink that is no text in UTF-8, expected one that every program reads alike',
            hint: 'give the ink a plain name in the program that made the file',
            at: { page, box },
            about: name,
          },
        ],
  );

/** The first ink of each group that another of it differs from. */
const differing = (
  inks: readonly Met[],
  groupOf: (ink: Met) => string,
  differs: (first: Met, other: Met) => boolean,
): readonly (readonly [first: Met, other: Met])[] => {
  const groups = new Map<string, Met>();
  const pairs = new Map<string, readonly [Met, Met]>();
  for (const ink of inks) {
    const group = groupOf(ink);
    const first = groups.get(group);
    if (first === undefined) groups.set(group, ink);
    else if (differs(first, ink) && !pairs.has(`${group} ${ink.name}`))
      pairs.set(`${group} ${ink.name}`, [first, ink]);
  }
  return [...pairs.values()];
};

const alike = (inks: readonly Met[]): readonly Fault[] =>
  differing(
    inks,
    ({ name }) => said(name),
    (first, other) => first.name !== other.name,
  ).map(([first, { name, page, box }]) => ({
    rule: 'preflight/spot-names-alike',
    message: `Unexpected inks \`${first.name}\` and \`${name}\`, expected one name for one ink`,
    hint: 'each name becomes a plate of its own: give both the same name',
    at: { page, box },
    about: name,
  }));

const twoColours = (inks: readonly Met[]): readonly Fault[] =>
  differing(
    inks.filter(({ full }) => full !== undefined),
    ({ name }) => name,
    (first, other) => first.full !== other.full,
  ).map(([, { name, page, box }]) => ({
    rule: 'preflight/spot-two-colours',
    message: `Unexpected second colour that stands in for the ink \`${name}\`, expected the same everywhere`,
    hint: 'what is shown on a screen or printed without that ink differs from place to place: define the ink once',
    at: { page, box },
    about: name,
  }));

/** Judges the inks of all pages. */
export const judgeSpotInks: FileRule = ({ summaries }, { press }) => {
  if (!press) return [];
  const met = summaries.flatMap(({ index, spots }: PageSummary) =>
    spots.map((spot): Met => ({ ...spot, page: index })),
  );
  return [unreadable, alike, twoColours].flatMap((rule) => rule(met));
};
