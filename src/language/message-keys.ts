/** The closed catalogue of the house's own words: every key of messages.json and the placeholders it may carry. */

/** What the message of one key looks like in every language. */
export interface MessageShape {
  /** True where the text differs by `count`: then messages.json has one entry for each plural form, `key_one`, `key_other`… */
  readonly plural: boolean;
  /** Placeholders that must stand in the text. */
  readonly required: readonly string[];
  /** Placeholders of which at least one must stand in the text; empty where there is no such choice. */
  readonly either: readonly string[];
  /** Placeholders that may stand in the text. */
  readonly optional: readonly string[];
}

const shape = (given: Partial<MessageShape> = {}): MessageShape => ({
  plural: false,
  required: [],
  either: [],
  optional: [],
  ...given,
});

const pageForms = ['page', 'ordinal'] as const;

/**
 * Every message by key. `page` is a page number as printed, `ordinal` the same as an ordinal (`4th`): a language uses the one
 * that its grammar asks for, or both.
 */
export const messageShapes = {
  contents: shape(),
  imprint: shape(),
  abstract: shape(),
  note: shape(),
  'figure.caption': shape({ required: ['number'] }),
  'figure.name': shape({ required: ['number'] }),
  'figure.see': shape({ required: ['number'], either: pageForms }),
  'table.caption': shape({ required: ['number'] }),
  'table.name': shape({ required: ['number'] }),
  'table.see': shape({ required: ['number'], either: pageForms }),
  'heading.see': shape({ required: ['text'], either: pageForms }),
  'page.reference': shape({ either: pageForms }),
  authors: shape({ plural: true, required: ['names'], optional: ['count'] }),
  translators: shape({ plural: true, required: ['names'], optional: ['count'] }),
  editors: shape({ plural: true, required: ['names'], optional: ['count'] }),
  funders: shape(),
  contact: shape(),
  disclaimer: shape(),
  isbn: shape({ required: ['isbn'] }),
  date: shape({ required: ['date'] }),
  keywords: shape(),
  edition: shape({ optional: ['language'] }),
  pages: shape({ plural: true, required: ['count'] }),
  notes: shape({ plural: true, required: ['count'] }),
} as const satisfies Readonly<Record<string, MessageShape>>;

/** The key of a message. */
export type MessageKey = keyof typeof messageShapes;

/** True where `key` is in the catalogue. */
export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(messageShapes, key);

/** The shape of a message. */
export const shapeOf = (key: MessageKey): MessageShape => messageShapes[key];

/** Every key, in the order of the catalogue. */
export const allMessageKeys: readonly MessageKey[] = Object.keys(messageShapes).filter(isMessageKey);
