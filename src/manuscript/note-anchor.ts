/** How a note's id stands in ids and addresses of the page. */

/**
 * Comes in: any id; goes out: `[A-Za-z0-9_-]` as they are, every other UTF-16 code unit as `.XXXX` in hexadecimal. Different ids
 * never meet.
 */
export const noteAnchor = (id: string): string =>
  id.replaceAll(
    /[^A-Za-z0-9_-]/g,
    (unit) => `.${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
