/** How text is inked: black that overprints, rich black, type too fine for its colour (GWG 2022 R0007, R0009, R0011 to R0017). */
import type { Fault } from '../fault.ts';
import { inkCount, inksOf, isPaper, totalInk, type Inks } from '../inks.ts';
import type { JudgedPage } from '../judged-page.ts';
import type { TextMark } from '../marks.ts';
import { isMixedFromLight } from '../colour-spaces.ts';
import { richBlack, smallBlackText, type Demands } from '../purposes.ts';

/** Type of fewer points nobody reads. */
const smallestType = 5;

const points = (size: number): string => `${Math.round(size * 100) / 100} pt`;

const isBlackOnly = (inks: Inks): boolean => inks.black >= 0.999 && inkCount({ ...inks, black: 0 }) === 0;

/** What is wrong with one stretch of text on a press. */
const pressFaults = (mark: TextMark, inks: Inks, demands: Demands): readonly Omit<Fault, 'at'>[] => {
  const { paint, size } = mark;
  const strokes = mark.renderingMode === 1;
  const overprints = strokes ? paint.strokeOverprint : paint.fillOverprint;
  const { space } = strokes ? paint.stroke : paint.fill;
  const faults: Omit<Fault, 'at'>[] = [];
  if (isPaper(inks) && overprints)
    faults.push({
      rule: 'preflight/white-text-overprints',
      message: 'Unexpected white text that overprints, expected it to knock out',
      hint: 'white that overprints is not printed at all: switch overprinting off for it',
    });
  if (demands.offset && space.family === 'DeviceGray') {
    if (size < smallBlackText && isBlackOnly(inks))
      faults.push({
        rule: 'preflight/text-device-gray',
        message: `Unexpected small black text in DeviceGray (${points(size)}), expected it in DeviceCMYK, black alone`,
        hint: 'print shops make black text overprint by its CMYK colour: export black as 0/0/0/100',
      });
    if (overprints)
      faults.push({
        rule: 'preflight/gray-overprints',
        message: 'Unexpected overprint of a colour in DeviceGray, expected DeviceCMYK for what overprints',
        hint: 'the same file comes out differently on different presses: export greys as CMYK, or switch overprinting off',
        about: 'text',
      });
  } else if (demands.offset && size < smallBlackText && isBlackOnly(inks)) {
    if (!overprints || paint.overprintMode !== 1)
      faults.push({
        rule: 'preflight/black-text-knocks-out',
        message: `Unexpected black text of ${points(size)} that knocks out, expected black text under ${smallBlackText} pt to overprint with overprint mode 1`,
        hint: 'where the plates shift by a hair, white seams show around the letters: export with black set to overprint',
      });
  }
  if (inks.black >= richBlack.black && totalInk(inks) > richBlack.total)
    faults.push({
      rule: 'preflight/rich-black-text',
      message: `Unexpected text in ${Math.round(totalInk(inks) * 100)} % of ink, expected black alone`,
      hint: 'letters in four inks get coloured seams: set black text as 0/0/0/100',
    });
  if (size < demands.fineText && isPaper(inks))
    faults.push({
      rule: 'preflight/fine-text-white',
      message: `Unexpected white text of ${points(size)}, expected at least ${demands.fineText} pt`,
      hint: 'the ink around it runs into the letters: make it larger, or dark on light',
    });
  if (size < demands.fineText && inkCount(inks) > 1)
    faults.push({
      rule: 'preflight/fine-text-inks',
      message: `Unexpected text of ${points(size)} in ${inkCount(inks)} inks, expected at least ${demands.fineText} pt or one ink`,
      hint: 'the inks never lie exactly on one another: make it larger, or set it in black alone',
    });
  return faults;
};

/** Judges all text of a page. */
export const judgeText = (page: JudgedPage, demands: Demands): readonly Fault[] => {
  const faults: Fault[] = [];
  for (const mark of page.marks) {
    if (mark.kind !== 'text') continue;
    const at = { page: page.index, box: mark.box };
    if (mark.size > 0 && mark.size < smallestType - 0.05)
      faults.push({
        rule: 'preflight/text-small',
        message: `Unexpected text of ${points(mark.size)}, expected at least ${smallestType} pt`,
        hint: 'make it larger: many readers cannot make it out on paper',
        at,
      });
    if (!demands.press) continue;
    const colour = mark.renderingMode === 1 ? mark.paint.stroke : mark.paint.fill;
    const inks = isMixedFromLight(colour.space) ? undefined : inksOf(colour);
    if (inks === undefined) continue;
    faults.push(...pressFaults(mark, inks, demands).map((fault) => ({ ...fault, at })));
  }
  return faults;
};
