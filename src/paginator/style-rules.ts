/** The rules of the page's style sheets (CSSOM, https://www.w3.org/TR/cssom-1/#the-cssstylerule-interface). */

const rulesIn = (rules: CSSRuleList): readonly CSSStyleRule[] =>
  [...rules].flatMap((rule) => {
    const inner =
      rule instanceof CSSGroupingRule || rule instanceof CSSStyleRule ? rulesIn(rule.cssRules) : [];
    return rule instanceof CSSStyleRule ? [...inner, rule] : inner;
  });

/** Every rule with a selector, those in groups and in other rules too. Reads only. */
export const styleRules = (): readonly CSSStyleRule[] =>
  [...document.styleSheets].flatMap((sheet) => rulesIn(sheet.cssRules));
