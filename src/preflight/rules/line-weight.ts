/** How lines and areas are inked (GWG 2022 R0008, R0010, R0012, R0013, R0018, R0019), and lines that are too thin. */
import { isMixedFromLight } from '../colour-spaces.ts';
import type { Fault } from '../fault.ts';
import { inkCount, inksOf, isPaper } from '../inks.ts';
import type { JudgedPage } from '../judged-page.ts';
import type { PathMark } from '../marks.ts';
import { fineLine, thinBlackLine, type Demands } from '../purposes.ts';

/** Thinner lines break up on paper, or are as wide as the device pleases. */
const thinnestLine = 0.12;

/** A filled bar is a line where it is so much longer than thick. */
const lineProportion = 10;

const points = (width: number): string => `${Math.round(width * 100) / 100} pt`;

/** True for a stroke, and for a bar that looks like one. */
const isLine = ({ box, filled, stroked, width }: PathMark): boolean =>
  stroked || (filled && Math.max(box.right - box.left, box.top - box.bottom) > width * lineProportion);

const pressFaults = (mark: PathMark, demands: Demands): readonly Omit<Fault, 'at'>[] => {
  const { paint } = mark;
  const colour = mark.stroked ? paint.stroke : paint.fill;
  const overprints = mark.stroked ? paint.strokeOverprint : paint.fillOverprint;
  const inks = isMixedFromLight(colour.space) ? undefined : inksOf(colour);
  if (inks === undefined) return [];
  const faults: Omit<Fault, 'at'>[] = [];
  const isGray = colour.space.family === 'DeviceGray';
  const isBlack = inks.black >= 0.999 && inkCount({ ...inks, black: 0 }) === 0;
  if (isPaper(inks) && overprints)
    faults.push({
      rule: 'preflight/white-path-overprints',
      message: 'Unexpected white line or area that overprints, expected it to knock out',
      hint: 'white that overprints is not printed at all: switch overprinting off for it',
    });
  if (demands.offset && isGray && overprints)
    faults.push({
      rule: 'preflight/gray-overprints',
      message: 'Unexpected overprint of a colour in DeviceGray, expected DeviceCMYK for what overprints',
      hint: 'the same file comes out differently on different presses: export greys as CMYK, or switch overprinting off',
      about: 'path',
    });
  if (demands.offset && isBlack && isLine(mark) && mark.width < thinBlackLine) {
    if (isGray)
      faults.push({
        rule: 'preflight/line-device-gray',
        message: `Unexpected thin black line in DeviceGray (${points(mark.width)}), expected it in DeviceCMYK, black alone`,
        hint: 'print shops make black lines overprint by their CMYK colour: export black as 0/0/0/100',
      });
    else if (!overprints || paint.overprintMode !== 1)
      faults.push({
        rule: 'preflight/black-line-knocks-out',
        message: `Unexpected black line of ${points(mark.width)} that knocks out, expected black lines under ${thinBlackLine} pt to overprint with overprint mode 1`,
        hint: 'where the plates shift by a hair, white seams show along the line: export with black set to overprint',
      });
  }
  if (!isLine(mark) || mark.width >= fineLine) return faults;
  if (isPaper(inks))
    faults.push({
      rule: 'preflight/fine-line-white',
      message: `Unexpected white line of ${points(mark.width)}, expected at least ${fineLine} pt`,
      hint: 'the ink around it runs together: make it thicker',
    });
  if (inkCount(inks) > 1)
    faults.push({
      rule: 'preflight/fine-line-inks',
      message: `Unexpected line of ${points(mark.width)} in ${inkCount(inks)} inks, expected at least ${fineLine} pt or one ink`,
      hint: 'the inks never lie exactly on one another: make it thicker, or draw it in black alone',
    });
  return faults;
};

/** Judges all lines and areas of a page. */
export const judgePaths = (page: JudgedPage, demands: Demands): readonly Fault[] => {
  const faults: Fault[] = [];
  for (const mark of page.marks) {
    if (mark.kind !== 'path') continue;
    const at = { page: page.index, box: mark.box };
    if (mark.stroked && mark.width < thinnestLine)
      faults.push({
        rule: 'preflight/line-thin',
        message: `Unexpected line of ${points(mark.width)}, expected at least ${thinnestLine} pt`,
        hint: 'make it thicker: on paper it breaks up or vanishes',
        at,
      });
    if (demands.press) faults.push(...pressFaults(mark, demands).map((fault) => ({ ...fault, at })));
  }
  return faults;
};
