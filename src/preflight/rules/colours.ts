/** Colours that a press has no ink for, or more inks than four (GWG 2022 R0020 to R0024, R0028, R0030). */
import type { ColourSpace } from '../colour-spaces.ts';
import { isMixedFromLight } from '../colour-spaces.ts';
import type { Fault } from '../fault.ts';
import type { PdfRectangle } from '../../prepress/page-tree.ts';
import type { SpotInk } from '../judged-file.ts';
import type { JudgedPage } from '../judged-page.ts';
import { intersection, isEmptyBox } from '../graphics-state.ts';
import type { Mark } from '../marks.ts';
import type { Demands } from '../purposes.ts';

const processInks: ReadonlySet<string> = new Set(['Cyan', 'Magenta', 'Yellow', 'Black', 'None', 'All']);

/** The spaces a mark is painted in. */
const spacesOf = (mark: Mark): readonly ColourSpace[] => {
  switch (mark.kind) {
    case 'text':
      return [
        ...(mark.renderingMode === 1 ? [] : [mark.paint.fill.space]),
        ...(mark.renderingMode === 1 || mark.renderingMode === 2 ? [mark.paint.stroke.space] : []),
      ];
    case 'path':
      return [
        ...(mark.filled ? [mark.paint.fill.space] : []),
        ...(mark.stroked ? [mark.paint.stroke.space] : []),
      ];
    case 'picture':
      if (mark.picture.isStencil) return [mark.paint.fill.space];
      return mark.picture.space === undefined ? [] : [mark.picture.space];
    case 'shading':
      return [mark.space];
  }
};

const kindNames = { text: 'text', path: 'line or area', picture: 'picture', shading: 'gradient' } as const;

/** The names of all inks in a space, and of those it chooses from. */
const inksIn = (space: ColourSpace): readonly string[] => [
  ...(space.inks ?? []),
  ...(space.family === 'Indexed' || space.family === 'Pattern'
    ? space.base === undefined
      ? []
      : inksIn(space.base)
    : []),
];

const isDeviceLight = (space: ColourSpace): boolean =>
  space.family === 'DeviceRGB' ||
  (space.base !== undefined &&
    (space.family === 'Indexed' || space.family === 'Pattern') &&
    isDeviceLight(space.base));

/** Colours of light: pictures may keep theirs where a profile says what they mean; all else is in CMYK (R0028). */
const lightFault = (mark: Mark, space: ColourSpace): Omit<Fault, 'at'> | undefined => {
  if (!isMixedFromLight(space)) return undefined;
  const isPicture = mark.kind === 'picture' && !mark.picture.isStencil;
  if (isPicture && !isDeviceLight(space)) return undefined;
  return {
    rule: 'preflight/colour-not-cmyk',
    message: `Unexpected ${kindNames[mark.kind]} in ${space.family === 'Pattern' ? 'RGB' : space.family}, expected ${isPicture ? 'a picture with its profile' : 'CMYK'}`,
    hint: isPicture
      ? 'save the picture with its colour profile (sRGB), or as CMYK'
      : 'have the colours converted to CMYK when the file is made; on a build, choose the output `press`',
    about: kindNames[mark.kind],
  };
};

/** Judges the colours of a page. Outside the bleed stand the marks of the press, which are printed in all inks. */
export const judgeColours = (page: JudgedPage, demands: Demands): readonly Fault[] => {
  if (!demands.press) return [];
  const faults: Fault[] = [];
  for (const mark of page.marks) {
    const at = { page: page.index, box: mark.box };
    const isInside = !isEmptyBox(intersection(mark.box, page.boxes.bleed ?? page.boxes.paper));
    for (const space of spacesOf(mark)) {
      const light = lightFault(mark, space);
      if (light !== undefined) faults.push({ ...light, at });
      const names = inksIn(space);
      for (const name of names.filter((ink) => !processInks.has(ink)))
        faults.push({
          rule: 'preflight/spot-colour',
          severity: demands.spots,
          message: `Unexpected ink \`${name}\`, expected the four printing inks`,
          hint: 'each named ink is a plate of its own, and costs as much: have it converted to CMYK, or tell the print shop',
          at,
          about: name,
        });
      if (isInside && names.includes('All'))
        faults.push({
          rule: 'preflight/ink-all',
          message: `Unexpected ${kindNames[mark.kind]} in all inks (\`All\`) on the page, expected that for marks outside it`,
          hint: 'use black, 0/0/0/100: the colour of registration marks prints with every ink there is',
          at,
        });
    }
  }
  return faults;
};

/** Judges what transparency is blended in (R0030); masks are grey. */
export const judgeGroups = (page: JudgedPage, demands: Demands): readonly Fault[] => {
  if (!demands.press) return [];
  const wrong = page.groups.find(({ space, isMask }) => {
    if (space === undefined) return false;
    return isMask ? space !== 'DeviceGray' && space !== 'DeviceCMYK' : space !== 'DeviceCMYK';
  });
  return wrong === undefined
    ? []
    : [
        {
          rule: 'preflight/blending-not-cmyk',
          message: `Unexpected transparency that is blended in ${wrong.space}, expected DeviceCMYK`,
          hint: 'colours change when the press blends them otherwise than the screen: have the blending space set to CMYK',
          at: { page: page.index },
        },
      ];
};

const isDevice = (space: ColourSpace): boolean =>
  space.family.startsWith('Device') && space.family !== 'DeviceN'
    ? true
    : space.base !== undefined && isDevice(space.base);

const fullColour = ({ base, full }: ColourSpace): string | undefined =>
  full === undefined ? undefined : `${base?.family} ${full.map((share) => share.toFixed(2)).join(' ')}`;

/** The named inks of a page beyond the four, each with what stands in for it once. */
export const spotsOf = (marks: readonly Mark[]): readonly SpotInk[] => {
  const found = new Map<string, SpotInk>();
  const visit = (space: ColourSpace, box: PdfRectangle): void => {
    for (const name of space.inks ?? []) {
      const full = space.family === 'Separation' ? fullColour(space) : undefined;
      const key = `${name}\n${full}`;
      if (!processInks.has(name) && !found.has(key)) found.set(key, { name, full, box });
    }
    if (space.base !== undefined && (space.family === 'Indexed' || space.family === 'Pattern'))
      visit(space.base, box);
  };
  for (const mark of marks) for (const space of spacesOf(mark)) visit(space, mark.box);
  return [...found.values()];
};

/** True where a mark is painted in a colour of the device, which means another thing on another device. */
export const usesDevice = (mark: Mark): boolean => spacesOf(mark).some((space) => isDevice(space));
