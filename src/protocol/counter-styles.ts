/** Counter styles of CSS (https://www.w3.org/TR/css-counter-styles-3/) as text. */

const roman: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

const toRoman = (number: number): string => {
  if (number < 1 || number > 3999) return String(number);
  let rest = number;
  let text = '';
  for (const [value, letters] of roman) {
    while (rest >= value) {
      text += letters;
      rest -= value;
    }
  }
  return text;
};

/** The number that a lower-case roman numeral stands for; undefined for any other text. */
export const romanNumber = (text: string): number | undefined => {
  let number = 0;
  let at = 0;
  for (const [value, letters] of roman) {
    for (; text.startsWith(letters, at); at += letters.length) number += value;
  }
  return number > 0 && number < 4000 && toRoman(number) === text ? number : undefined;
};

const toLetters = (number: number): string => {
  if (number < 1) return String(number);
  let rest = number;
  let text = '';
  while (rest > 0) {
    rest -= 1;
    text = String.fromCharCode(97 + (rest % 26)) + text;
    rest = Math.floor(rest / 26);
  }
  return text;
};

const symbols = ['*', '†', '‡', '§'];

/** A number in a counter style; an unknown style counts in decimal. Letters and numerals are ASCII whatever the language. */
export const counterText = (number: number, style: string): string => {
  switch (style) {
    case 'lower-roman':
      return toRoman(number);
    case 'upper-roman':
      return toRoman(number).toUpperCase();
    case 'lower-alpha':
    case 'lower-latin':
      return toLetters(number);
    case 'upper-alpha':
    case 'upper-latin':
      return toLetters(number).toUpperCase();
    case 'decimal-leading-zero':
      return String(number).padStart(2, '0');
    case 'symbols':
    case 'footnote':
      return (symbols[(number - 1) % symbols.length] ?? '*').repeat(Math.ceil(number / symbols.length));
    default:
      return String(number);
  }
};
