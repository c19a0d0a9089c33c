/** Which sheet takes a block of pages, which way round, and where the block stands on it. Millimetres. */
import { diagnose } from '../../diagnostics/catalogue.ts';
import type { Outcome } from '../../diagnostics/diagnostic.ts';
import { sheetNames, sheetSizes, type SheetName, type SheetSettings } from '../../protocol/imposition.ts';
import type { Duplex, Size } from './imposition.ts';

/** So many pages beside and above each other. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
}

/** A block of pages in the middle of a sheet. */
export interface SheetLayout extends Grid, Size {
  readonly scale: number;
  /** A page as it is printed. */
  readonly page: Size;
  /** Lower left corner of the block. */
  readonly left: number;
  readonly bottom: number;
}

/** A5 doubled is a millimetre less than A4 (ISO 216 rounds down), and an inch has no whole millimetres. */
const tolerance = 0.2;

/** A sheet is filled where no more than this is left over. */
const filled = 2;

/** All ways to lay the grids on a sheet, the sheet upright and across. */
const layoutsOn = (sheet: SheetName, trim: Size, grids: readonly Grid[]): readonly SheetLayout[] => {
  const { width, height } = sheetSizes[sheet];
  const ways: readonly Size[] = [
    { width, height },
    { width: height, height: width },
  ];
  return ways.flatMap((way) =>
    grids.map(({ columns, rows }) => {
      const room = Math.min(way.width / (columns * trim.width), way.height / (rows * trim.height));
      const least = tolerance / Math.max(trim.width, trim.height);
      const scale = room > 1 - least ? 1 : room;
      const page = { width: trim.width * scale, height: trim.height * scale };
      const left = (way.width - columns * page.width) / 2;
      const bottom = (way.height - rows * page.height) / 2;
      return { ...way, columns, rows, scale, page, left, bottom };
    }),
  );
};

const marginOf = ({ left, bottom }: SheetLayout): number => Math.min(left, bottom);

/** The one with the largest pages; of equal ones, that with the widest margins around them. */
const bestOf = (layouts: readonly SheetLayout[]): SheetLayout | undefined =>
  layouts.toSorted((a, b) => b.scale - a.scale || marginOf(b) - marginOf(a))[0];

const isFilled = ({ scale, left, bottom }: SheetLayout): boolean =>
  scale === 1 && left * 2 < filled && bottom * 2 < filled;

/** The sheet that pages of this size fill as they are. */
const fittingSheet = (trim: Size, grids: readonly Grid[]): SheetLayout | undefined =>
  sheetNames.flatMap((sheet) => layoutsOn(sheet, trim, grids)).find(isFilled);

/** The sheet in an office where pages of this size are at home. */
const officeSheet = (trim: Size): SheetName => {
  const { width, height } = sheetSizes.Letter;
  const narrow = Math.min(trim.width, trim.height);
  return [width, height / 2].some((inches) => Math.abs(narrow - inches) < tolerance) ? 'Letter' : 'A4';
};

/** `148 × 210 mm`. */
export const sizeInWords = ({ width, height }: Size): string => {
  const rounded = (length: number): string => String(Math.round(length * 10) / 10);
  return `${rounded(width)} × ${rounded(height)} mm`;
};

/** Page sizes that fill a sheet, for who has another. */
const fillingSizes = 'A5, A4, half a Letter (5.5 × 8.5 in) or Letter';

/**
 * The layout of a grid of pages. Goes out: none where no sheet takes them without being made smaller and nobody said they may
 * be. `setting` names the part of publication.yaml that decides.
 */
export const layoutOf = (
  trim: Size,
  grids: readonly Grid[],
  settings: SheetSettings,
  setting: string,
): Outcome<SheetLayout> => {
  const { sheet, fit } = settings;
  const hint = `name a sheet with \`${setting}: {sheet: A3}\`, or let the pages be made smaller with \`scale: fit\``;
  if (sheet === undefined && !fit) {
    const value = fittingSheet(trim, grids);
    if (value !== undefined) return { value, diagnostics: [] };
    const message = `Unexpected pages of ${sizeInWords(trim)}, expected a size that fills a sheet: ${fillingSizes}`;
    return { diagnostics: [diagnose('prepress/sheet-unknown', message, { hint })] };
  }
  const name = sheet ?? officeSheet(trim);
  const value = bestOf(layoutsOn(name, trim, grids));
  if (value !== undefined && (value.scale === 1 || fit)) return { value, diagnostics: [] };
  const message = `Unexpected pages of ${sizeInWords(trim)} on \`${name}\`, expected a sheet that takes them at their own size`;
  return { diagnostics: [diagnose('prepress/sheet-too-small', message, { hint })] };
};

/** How the sheet is turned over, and whether backs must be turned to stand upright when it is. */
export const duplexOf = (
  { width, height }: Size,
  flip: SheetSettings['flip'],
  sides: number,
): { readonly duplex: Duplex; readonly backsTurned: boolean } => {
  // Over an edge that runs from foot to head, the head stays where it is.
  const upright = width > height ? 'short' : 'long';
  const chosen = flip ?? upright;
  if (sides === 1) return { duplex: 'Simplex', backsTurned: false };
  const duplex = chosen === 'short' ? 'DuplexFlipShortEdge' : 'DuplexFlipLongEdge';
  return { duplex, backsTurned: chosen !== upright };
};
