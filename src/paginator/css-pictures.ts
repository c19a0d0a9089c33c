/** The pictures that style sheets and style attributes ask for: backgrounds, borders, list marks. */

const pictureUrl = /url\("((?:[^"\\]|\\.)*)"\)/gu;

const urlsIn = (css: string): readonly string[] => [...css.matchAll(pictureUrl)].map(([, url = '']) => url);

const urlsOf = (rules: CSSRuleList): readonly string[] =>
  [...rules].flatMap((rule) => {
    if (rule instanceof CSSFontFaceRule) return [];
    return rule instanceof CSSGroupingRule ? urlsOf(rule.cssRules) : urlsIn(rule.cssText);
  });

/** Their addresses, each once. */
export const cssPictures = (): ReadonlySet<string> => {
  const sheets = [...document.styleSheets].flatMap((sheet) => urlsOf(sheet.cssRules));
  const attributes = [...document.querySelectorAll('[style*="url("]')].flatMap((element) =>
    urlsIn(element.getAttribute('style') ?? ''),
  );
  return new Set([...sheets, ...attributes].map((url) => new URL(url, document.baseURI).href));
};
