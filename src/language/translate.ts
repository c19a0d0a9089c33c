/** The house's words through i18next (https://www.i18next.com), set so that nothing it lacks goes by in silence. */
import { createInstance } from 'i18next';
import type { MessageValues } from './language.ts';
import { isMessageKey, shapeOf } from './message-keys.ts';

const namespace = 'house';

const absent = (what: string): never => {
  throw new Error(`no ${what} in the messages: they are checked when they are loaded`);
};

/**
 * A translator over checked messages. `locale` chooses plural forms, `number` writes numbers among the values. What it
 * returns is plain text: HTML is escaped where it is written. The translator throws for an unknown key, for a value that a
 * text needs and is not given, and for a plural without a whole `count`.
 */
export const createTranslator = (
  locale: string,
  messages: Readonly<Record<string, string>>,
  number: (value: number) => string,
): ((key: string, values?: MessageValues) => string) => {
  const instance = createInstance({
    lng: locale,
    load: 'currentOnly',
    fallbackLng: false,
    initAsync: false,
    ns: [namespace],
    defaultNS: namespace,
    resources: { [locale]: { [namespace]: messages } },
    keySeparator: false,
    nsSeparator: false,
    contextSeparator: '\u0000',
    returnNull: false,
    returnEmptyString: true,
    saveMissing: true,
    missingKeyHandler: (_languages, _namespace, key) => absent(`key ${key}`),
    missingInterpolationHandler: (text) => absent(`value for “${text}”`),
    interpolation: { escapeValue: false, skipOnVariables: true },
  });
  void instance.init();
  return (key, values = {}) => {
    if (!isMessageKey(key)) return absent(`key ${key}`);
    const written = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'number' ? number(value) : value,
      ]),
    );
    if (!shapeOf(key).plural) return instance.t(key, { replace: written, nest: false });
    const count = values['count'];
    if (typeof count !== 'number') return absent(`count for ${key}`);
    return instance.t(key, { count, replace: written, nest: false });
  };
};
