/** Where something is written; 1-based lines and columns, as editors count them. `file` is relative to the project. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A place as it travels on an element of the forme: `file:line:column`. */
export const formatPlace = (place: Place): string => `${place.file}:${place.line}:${place.column}`;

/** Reads what {@link formatPlace} wrote; `undefined` for anything else. */
export const parsePlace = (text: string): Place | undefined => {
  const match = /^(.*):(\d+):(\d+)$/s.exec(text);
  if (match === null) return undefined;
  const [, file = '', line = '', column = ''] = match;
  return { file, line: Number(line), column: Number(column) };
};
