/** The style of the galley: the flow at the measure of its pages, with no pages; and of what the paginator adds. */
import type { PageGeometry } from '../protocol/paginator.ts';

/** Styles of the paginator's own elements. */
export const paginatorCss = `
html, body { margin: 0; padding: 0; }
body { position: relative; overflow-wrap: break-word; }
img, svg { max-width: 100%; }
.tf-flow { box-sizing: content-box; margin: 0; box-decoration-break: clone; }
.tf-adjoining { margin-left: 0.3em; }
.tf-filler { display: inline-block; height: 0; }
.tf-leader { display: inline-block; white-space: pre; overflow: hidden; vertical-align: bottom; }
.tf-break { display: block; height: 0; break-after: page; }
.tf-blank { break-before: page; height: 1px; }
[data-note] > :first-child { margin-top: 0; }
[data-note] > :last-child { margin-bottom: 0; }
.tf-note-area { position: absolute; box-sizing: border-box; margin: 0; }
.tf-margin-strip { display: flex; overflow: hidden; }
.tf-margin-box { box-sizing: border-box; overflow: hidden; }
.tf-mask { position: absolute; box-sizing: border-box; background: #fff; }
`;

/** The column of a flow on pages of one geometry: measure from the sheet's width less its margins. */
export const setColumn = (
  main: HTMLElement,
  geometry: PageGeometry,
  sheet: { readonly width: number; readonly height: number },
): number => {
  const measure = measureOf(geometry, sheet);
  main.style.width = `${measure}px`;
  main.style.paddingTop = `${geometry.top}px`;
  main.style.paddingLeft = `${geometry.left}px`;
  main.style.paddingRight = `${geometry.right}px`;
  // Every page end is forced, so the foot margin needs no padding; without it a page can never end too early.
  main.style.paddingBottom = '0';
  return measure;
};

/** The width of the text column on pages of one geometry. */
export const measureOf = (geometry: PageGeometry, sheet: { readonly width: number }): number =>
  sheet.width - geometry.left - geometry.right - geometry.recto.left - geometry.recto.right;
