/** What composing works on: the galley as the page holds it. */
import type { GalleyNote, NoteId, Run } from '../protocol/galley.ts';
import type { PageGeometry } from '../protocol/paginator.ts';
import type { PagedElements } from './generated-content.ts';
import type { ItemElement } from './measure-flow.ts';
import type { MeasuredNote } from './note-areas.ts';

/** A run with its element and those of its items. */
export interface ComposedRun extends Run {
  readonly main: HTMLElement;
  readonly elements: readonly ItemElement[];
}

/** A galley as the page holds it. */
export interface Composition {
  readonly sheet: { readonly width: number; readonly height: number };
  readonly geometries: ReadonlyMap<string, PageGeometry>;
  readonly runs: readonly ComposedRun[];
  readonly notes: ReadonlyMap<NoteId, GalleyNote & MeasuredNote>;
  /** Running elements, taken out of the flow, by the index makeup knows them by. */
  readonly running: readonly HTMLElement[];
  readonly paged: PagedElements;
}

/** The geometry of a page: of its name, or of pages without one. */
export const geometryOf = (composition: Composition, name: string): PageGeometry | undefined =>
  composition.geometries.get(name) ?? composition.geometries.get('auto');
