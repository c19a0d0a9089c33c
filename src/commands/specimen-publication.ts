/** The publication that shows every face of a template in every language: pure; nothing is written here. */
import { parseDocument } from 'yaml';
import type { Language } from '../language/language.ts';
import type { FontFace } from '../template/template.ts';

/** The name of the publication and of its template. */
export const specimenName = 'specimen';

/** A style sheet that the template is given besides its own. */
export const specimenSheet = 'specimen.css';

/** The words of one language: its own name, its alphabet, and the text of `specimen.md` in its folder. */
export interface SpecimenText {
  readonly language: Language;
  readonly text: string;
}

const faceName = ({ family, weight, style }: FontFace): string =>
  `${family} ${weight}${style === 'normal' ? '' : ` ${style}`}`;

const alphabetOf = ({ letters, upper }: Language): string => {
  const small = [...letters.alphabet].filter((letter) => upper(letter) !== letter);
  return `${small.map(upper).join(' ')}\n\n${small.join(' ')}\n\n`;
};

/** The files of the publication: path → text. Each face is a chapter, so that it begins a page. */
export const specimenFiles = (
  texts: readonly SpecimenText[],
  faces: readonly FontFace[],
): ReadonlyMap<string, string> => {
  const chapters = texts.flatMap(({ language, text }) =>
    faces.map((face, index): readonly [string, string] => {
      const head = `# ${faceName(face)} {#face-${index + 1}}\n\n`;
      const front = index === 0 ? `---\ntitle: ${JSON.stringify(language.name)}\n---\n\n` : '';
      const number = String(index + 1).padStart(2, '0');
      return [`${language.tag}/${number}-face.md`, `${front}${head}${alphabetOf(language)}${text}`];
    }),
  );
  return new Map([['publication.yaml', `template: ${specimenName}\n`], ...chapters]);
};

const quoted = (family: string): string => `'${family}'`;

/**
 * What sets each chapter in its face. Letters that a face lacks come from the other families of the template, so that the lack is
 * seen and nothing comes from outside.
 */
export const specimenCss = (faces: readonly FontFace[]): string => {
  const families = [...new Set(faces.map(({ family }) => family))];
  const rules = faces.map(({ family, weight, style }, index) => {
    const stack = [family, ...families.filter((other) => other !== family)].map(quoted).join(', ');
    return `section.body:has(#face-${index + 1}) :is(p, li, th, td) {
  font-family: ${stack};
  font-weight: ${weight};
  font-style: ${style};
}`;
  });
  return `section.body + section.body {\n  break-before: page;\n}\n\n${rules.join('\n\n')}\n`;
};

/** The template.yaml of a template with the sheet added. */
export const withSpecimenSheet = (settings: string): string => {
  const document = parseDocument(settings);
  document.addIn(['styles'], specimenSheet);
  return String(document);
};
