/** The project: everything settled before a word is read. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ImpositionSettings } from '../protocol/imposition.ts';
import type { Place } from '../protocol/place.ts';
import type { TypographyRule } from '../protocol/typography.ts';

/** A text given once for all languages, or by language tag. */
export type Localised = string | Readonly<Record<string, string>>;

/** A rule of typography switched on or off, in all languages or by language tag. */
export type RuleSwitch = boolean | Readonly<Record<string, boolean>>;

/** A funder or organisation with its logo (path inside the publication's folder). */
export interface Body {
  readonly name: Localised;
  readonly logo?: string;
}

/** What the file for a print shop is made with. */
export interface PressChoice {
  /** `coated`, `uncoated` or the path of a profile in the publication's folder; absent: coated. */
  readonly profile?: string;
  /** Photographs as they are, with their profile, or in inks. */
  readonly images: 'tagged' | 'cmyk';
}

/** What publication.yaml says, with defaults applied. All fields but `template` may be absent from the file. */
export interface PublicationSettings {
  /** The language the others are translated from; default: the first found. */
  readonly source: string;
  readonly template: string;
  /** ISO 8601, `2000-06` or `2000-06-01`: the publication's date, and the PDF's where SOURCE_DATE_EPOCH is not set. */
  readonly date?: string;
  readonly house: {
    readonly organisation?: Body;
    readonly colour?: string;
    readonly funders: readonly Body[];
    readonly disclaimer?: Localised;
    readonly contact?: Localised;
    readonly isbn?: Localised;
  };
  /** `pages: {max: 2}`: an edition that runs over is an error. */
  readonly pages: { readonly max?: number };
  readonly outputs: readonly string[];
  /** `press:`: what a print shop is given. */
  readonly press: PressChoice;
  /** `booklet:`, `n-up:`, `trifold:`: how pages are laid on sheets. */
  readonly imposition: ImpositionSettings;
  /** `hyphenation:` by language tag: words with `-` at every permitted break. */
  readonly hyphenation: Readonly<Record<string, readonly string[]>>;
  /** `typography:` by rule: on or off for all languages, or by language tag. Empty where nothing is switched. */
  readonly typography: Readonly<Partial<Record<TypographyRule, RuleSwitch>>>;
}

/** One source file of an edition. */
export interface Source {
  /** Path relative to the project's root, with `/`: what a place names. */
  readonly file: string;
  readonly text: string;
}

/** One publication in one language: the unit of work, of parallelism, of reporting. A value, fit to be sent elsewhere. */
export interface Edition {
  readonly publication: string;
  readonly tag: string;
  /** In order; more than one makes chapters. */
  readonly sources: readonly Source[];
}

/** A work in all its languages: a folder of `content/` with its settings and texts. */
export interface Publication {
  readonly name: string;
  /** Absolute path of `content/<name>`. */
  readonly folder: string;
  readonly settings: PublicationSettings;
  /** Places in publication.yaml of the keys that were given, by dotted path (`template`, `house.colour`). */
  readonly places: ReadonlyMap<string, Place>;
  readonly editions: readonly Edition[];
  /** Editions whose files cannot be read, and why: nothing of them can be set. Absent where there are none. */
  readonly unreadable?: readonly UnreadableEdition[];
  /** publication.yaml has errors: the editions are checked with defaults in its place, and not printed. */
  readonly broken?: true;
}

/** An edition that could not be read, to be reported as failed. */
export interface UnreadableEdition {
  readonly tag: string;
  readonly diagnostics: readonly Diagnostic[];
}
