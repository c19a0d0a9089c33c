/**
 * What crosses the glass between the program and the page: JSON only. The paginator answers each call of the browser
 * room by name; see src/paginator/index.ts.
 */
import type { NoteId } from './galley.ts';
import type { NoteSlice, Side } from './makeup.ts';
import type { PackedGalley } from './packed-galley.ts';
import type { ContentPart, MarginBoxSlot } from './paged-css.ts';

/** The geometry of all pages of one name, in CSS px from the sheet's edges. */
export interface PageGeometry {
  /** The named page. */
  readonly name: string;
  /** Margins common to both sides: they lie inside Chromium's page area, as padding of the flow. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** What a recto and a verso have beyond the common margins: the margins of Chromium's `@page`. */
  readonly recto: { readonly left: number; readonly right: number };
  readonly verso: { readonly left: number; readonly right: number };
  /** `background` of the pages, as CSS text. */
  readonly background: string;
}

/** How calls and markers are written, and when their numbers begin again. */
export interface NoteSetup {
  readonly numbering: 'document' | 'page';
  readonly call: readonly ContentPart[];
  readonly marker: readonly ContentPart[];
}

/** The first call: lays the galley out. */
export interface PrepareRequest {
  /** Sheet (trim plus twice the bleed), whole CSS px. */
  readonly sheet: { readonly width: number; readonly height: number };
  readonly geometries: readonly PageGeometry[];
  readonly notes: NoteSetup;
  /** Blocks are moved down so that the lines of the text stand on one grid. */
  readonly grid: boolean;
  /** Punctuation at the ends of justified lines hangs in the margins. */
  readonly hanging: boolean;
}

/** Something the paginator met that the author or designer should hear of. */
export interface PaginatorFinding {
  readonly rule:
    | 'paginator/overfull'
    | 'paginator/scaled'
    | 'paginator/page-name-nested'
    | 'paginator/unsupported-layout'
    | 'paginator/target-missing'
    | 'paginator/font-missing';
  readonly place: string;
  readonly detail: Readonly<Record<string, string | number>>;
}

/** A number that depends on pages, waiting for its text. */
export interface PageReference {
  /** Index of the reference in the document, the key for {@link NumberTexts}. */
  readonly index: number;
  /** The id it points at. */
  readonly target: string;
  /** `plain` or `ordinal`, or a counter style of `target-counter()`. */
  readonly form: string;
}

/** What laying the galley out brought to light. */
export interface PrepareAnswer {
  readonly references: readonly PageReference[];
  readonly findings: readonly PaginatorFinding[];
}

/** New texts for references, by index, and new numbers for notes, by id. */
export interface NumberTexts {
  readonly references: Readonly<Record<number, string>>;
  readonly notes: Readonly<Record<NoteId, number>>;
}

/** Asks for new numbers. */
export interface RenumberRequest extends NumberTexts {
  /** The makeup is frozen: the texts are written into the lines as they stand, none is broken again. */
  readonly frozen: boolean;
}

/** What a renumbering did. */
export interface RenumberAnswer {
  /** Blocks whose lines were broken again because a text changed. */
  readonly changed: number;
  /** Of these, blocks whose height or whose calls' lines changed: the galley measured before no longer holds. */
  readonly reflowed: number;
}

/** Asks which paragraphs that end within stretches of items could have a line more or fewer. */
export interface OfferRequest {
  readonly stretches: readonly { readonly run: number; readonly from: number; readonly to: number }[];
}

/** A paragraph that is to have a line more (1) or fewer (-1) than is best, or is to be at its best again (0). */
export interface LineChange {
  readonly run: number;
  /** Its first item. */
  readonly item: number;
  readonly change: -1 | 0 | 1;
}

/** A paragraph that can have a line more or fewer and look as good. */
export interface LineOffer extends LineChange {
  /** How many lines it has at its best. */
  readonly lines: number;
  /** What the other setting costs beyond the best, as makeup/lines counts. */
  readonly demerits: number;
}

/** What paragraphs offer. */
export interface OfferAnswer {
  readonly offers: readonly LineOffer[];
}

/** Breaks paragraphs anew. */
export interface RelineRequest {
  readonly changes: readonly LineChange[];
}

/** Asks for letters of the pages to be shown outside them. */
export interface ShowLettersRequest {
  /** The sets whose letters are shown each in an element of its own, by index; none: all sets, each in one element. */
  readonly apart: readonly number[];
}

/** A letter of the pages. */
export interface ShownLetter {
  /** The letter with the marks on it. */
  readonly letter: string;
  /** Where it stands first. */
  readonly place: string;
}

/** Letters that are set in one way. */
export interface ShownLetters {
  /** The computed value of `font-family`. */
  readonly family: string;
  readonly letters: readonly ShownLetter[];
}

/** What is shown now. */
export interface ShowLettersAnswer {
  /** Finds the elements they are shown in. */
  readonly selector: string;
  /** The sets shown, in the order of their elements. */
  readonly sets: readonly ShownLetters[];
}

/** What could not be loaded. */
export interface AssetAnswer {
  /** Faces whose file is no font, by family, weight and style. */
  readonly failedFonts: readonly string[];
  readonly failedPictures: readonly { readonly url: string; readonly place: string }[];
}

/** A margin box of one page, its counters and strings already text. */
export interface PlannedBox {
  readonly slot: MarginBoxSlot;
  readonly css: string;
  readonly parts: readonly (
    { readonly kind: 'text'; readonly text: string } | { readonly kind: 'element'; readonly element: number }
  )[];
}

/** A page as it is to be composed. */
export interface PlannedPage {
  readonly index: number;
  readonly side: Side;
  readonly run: number;
  readonly name: string;
  readonly blank: boolean;
  readonly from: number;
  readonly to: number;
  readonly notes: readonly NoteSlice[];
  readonly noteHeight: number;
  /** This page's own margins on the sheet, CSS px. */
  readonly margins: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  readonly boxes: readonly PlannedBox[];
}

/** The last call: writes the pages that were decided. */
export interface ComposeRequest {
  readonly pages: readonly PlannedPage[];
}

/** A line (or row, head, figure) as it must be found again in the proof. */
export interface ExpectedLine {
  /** Top of the item on its sheet, CSS px. */
  readonly top: number;
  readonly bottom: number;
  /** Its letters as they are rendered (case mapped, soft hyphens gone). */
  readonly text: string;
  readonly place: string;
}

/** A note, or a piece of one, as it must be found again in the proof. */
export interface ExpectedNote {
  readonly id: NoteId;
  readonly text: string;
  readonly continued: boolean;
}

/** All that a page must show in the proof, and nothing else. */
export interface ExpectedPage {
  readonly lines: readonly ExpectedLine[];
  readonly notes: readonly ExpectedNote[];
  /** Letters of repeated table heads, in order. */
  readonly repeats: readonly string[];
  /** Letters of the margin boxes. */
  readonly furniture: readonly string[];
  /** The text area and the note area on the sheet, CSS px. */
  readonly textArea: Rect;
  readonly noteArea?: Rect;
}

/** A rectangle on the sheet, CSS px from its upper left corner. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How the lines of all blocks came out; counts, but for those that Chromium broke itself. */
export interface LineTotals {
  readonly lines: number;
  /** Lines that fill the measure and have spaces to stretch. */
  readonly justified: number;
  /** Of these, lines whose mean word space is wider than half an em. */
  readonly loose: number;
  /** Lines that end in a hyphen that was not there before. */
  readonly hyphenated: number;
  /** Most lines in a row of one block that do. */
  readonly ladder: number;
  /** Lines that do, with two such lines right above. */
  readonly thirds: number;
  /** Last lines of blocks that are too short. */
  readonly runts: number;
}

/** What each page must show. */
export interface ComposeAnswer {
  readonly pages: readonly ExpectedPage[];
  readonly lines: LineTotals;
  /** What the margin boxes ask for and could not be loaded. */
  readonly assets: AssetAnswer;
}

/**
 * How a link inside the document is written for printing; the id follows, percent-encoded. Chromium looks every target of a
 * `#` link up anew on each page, which takes longer than all else in a long book: prepress, which knows where the targets
 * stand, writes the destinations instead.
 */
export const internalLinkPrefix = 'http://to.invalid/';

/** The functions the page offers, by name. */
export interface PaginatorApi {
  /** Waits for fonts and pictures; before `prepare`. */
  readonly awaitAssets: (request: Record<string, never>) => Promise<AssetAnswer>;
  readonly prepare: (request: PrepareRequest) => PrepareAnswer;
  readonly measure: (request: Record<string, never>) => PackedGalley;
  readonly renumber: (request: RenumberRequest) => RenumberAnswer;
  readonly offerLines: (request: OfferRequest) => OfferAnswer;
  readonly reline: (request: RelineRequest) => Record<string, never>;
  readonly compose: (request: ComposeRequest) => Promise<ComposeAnswer>;
  /** After `compose`: shows the letters of the pages, so that the browser can be asked which font draws them. */
  readonly showLetters: (request: ShowLettersRequest) => ShowLettersAnswer;
  /** Takes them away again: before printing. */
  readonly hideLetters: (request: Record<string, never>) => Record<string, never>;
  /**
   * Shows the composed pages, which are hidden until then, to the printer alone: on a screen their styles and their layout would be worked
   * out once for nobody. The page must not stand for print media any more when it is called.
   */
  readonly show: (request: Record<string, never>) => Record<string, never>;
}
