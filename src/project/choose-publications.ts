/** Which of the publications found are meant, and in which languages; what of their names is wrong. */
import { join } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { RuleId } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { suggestion } from '../diagnostics/nearest-name.ts';
import { nameFrom } from './find-publications.ts';
import type { FoundPublication, FoundText } from './find-publications.ts';
import { canonicalTag } from './language-tag.ts';

/** A publication and the texts of it that are to be read. */
export interface ChosenPublication {
  readonly publication: FoundPublication;
  readonly texts: readonly FoundText[];
}

interface Choice {
  readonly root: string;
  readonly content: string;
  readonly publications: readonly string[];
  readonly languages?: readonly string[];
}

const wrongUse: ReadonlySet<RuleId> = new Set<RuleId>([
  'config/content-missing',
  'config/folder-invalid',
  'config/no-publications',
  'config/publication-unknown',
  'config/language-absent',
]);

/** True where the command was called wrongly (exit code 2), not the content wrong. */
export const isWrongUse = (diagnostic: Diagnostic): boolean => wrongUse.has(diagnostic.rule);

const sameNames = (found: readonly FoundPublication[], root: string): readonly Diagnostic[] =>
  found.flatMap((publication, index) => {
    const first = found.findIndex(({ name }) => name === publication.name);
    if (first === index) return [];
    return diagnose(
      'config/publication-twice',
      `Unexpected second folder \`${publication.name}\`, expected different names`,
      {
        place: { file: nameFrom(root, publication.folder), line: 1, column: 1 },
        hint: 'rename one of the two folders',
      },
    );
  });

const byName = (
  found: readonly FoundPublication[],
  names: readonly string[],
): Outcome<readonly FoundPublication[]> => {
  if (names.length === 0) return { value: found, diagnostics: [] };
  // A shell completes the path of a folder: `content/x/` and `x/` mean `x`.
  const wanted = names.map(
    (name) =>
      name
        .normalize('NFC')
        .split(/[\\/]/)
        .findLast((step) => step !== '') ?? name,
  );
  const present = found.map(({ name }) => name);
  const tags = new Set(found.flatMap(({ texts }) => texts.map(({ tag }) => tag)));
  const diagnostics = wanted.flatMap((name) =>
    present.includes(name)
      ? []
      : diagnose(
          'config/publication-unknown',
          `Unexpected publication \`${name}\`, expected one that exists`,
          {
            // `--lang a b` is read as the language a and the publication b.
            hint: tags.has(name)
              ? 'languages are divided by commas, without spaces'
              : suggestion(name, present),
          },
        ),
  );
  return diagnostics.length > 0
    ? { diagnostics }
    : { value: found.filter(({ name }) => wanted.includes(name)), diagnostics };
};

/** What is wrong with the names of a publication's texts, and the texts that can be used. */
const usableTexts = (
  publication: FoundPublication,
  root: string,
  known: readonly string[] | undefined,
  wanted: readonly string[] | undefined,
): { readonly texts: readonly FoundText[]; readonly diagnostics: readonly Diagnostic[] } => {
  const placeOf = (name: string) => ({
    file: nameFrom(root, join(publication.folder, name)),
    line: 1,
    column: 1,
  });
  const { texts, ignored } = publication;
  const isKnown = (text: FoundText): boolean => known === undefined || known.includes(text.tag);
  const first = (text: FoundText): FoundText => texts.find(({ tag }) => tag === text.tag) ?? text;
  const diagnostics = [
    ...(texts.length > 0
      ? []
      : [
          diagnose(
            'config/no-manuscript',
            'Unexpected publication without a text, expected one file per language',
            {
              place: placeOf(''),
              hint: 'name each text for its language: the tag of the language and `.md`',
            },
          ),
        ]),
    ...texts.flatMap((text) =>
      isKnown(text) || wanted?.includes(text.tag) === false
        ? []
        : [
            diagnose(
              'config/language-unknown',
              `Unexpected language \`${text.tag}\`, expected one of \`locales\``,
              {
                place: placeOf(text.files[0] ?? text.name),
                hint: suggestion(text.tag, known ?? []),
              },
            ),
          ],
    ),
    ...texts.flatMap((text) =>
      first(text) === text
        ? []
        : [
            diagnose('config/language-twice', `Unexpected second text in \`${text.tag}\`, expected one`, {
              place: placeOf(text.name),
              hint: 'keep the file or the folder, not both',
              related: [{ message: 'the other one', place: placeOf(first(text).name) }],
            }),
          ],
    ),
    ...ignored.map((name) =>
      diagnose(
        'config/file-ignored',
        `Unexpected file \`${name}\`, expected a text or \`publication.yaml\``,
        {
          place: placeOf(name),
          hint: /^publication\./i.test(name)
            ? 'rename it to `publication.yaml`'
            : 'name a text for its language, with `.md` at the end, or move the file into a folder',
        },
      ),
    ),
  ];
  return { texts: texts.filter((text) => isKnown(text) && first(text) === text), diagnostics };
};

const byLanguage = (
  chosen: readonly ChosenPublication[],
  wanted: readonly string[] | undefined,
): Outcome<readonly ChosenPublication[]> => {
  if (wanted === undefined) return { value: chosen, diagnostics: [] };
  const has = ({ texts }: ChosenPublication, tag: string): boolean => texts.some((text) => text.tag === tag);
  const absent = wanted.filter((tag) => !chosen.some((each) => has(each, tag)));
  if (absent.length > 0) {
    const present = [...new Set(chosen.flatMap(({ texts }) => texts.map(({ tag }) => tag)))].sort();
    return {
      diagnostics: absent.map((tag) =>
        diagnose(
          'config/language-absent',
          `Unexpected language \`${tag}\`, expected one of the publication`,
          {
            hint: suggestion(tag, present),
          },
        ),
      ),
    };
  }
  const diagnostics = chosen.flatMap((each) =>
    wanted
      .filter((tag) => !has(each, tag))
      .map((tag) =>
        diagnose(
          'config/language-skipped',
          `Unexpected language \`${tag}\` for \`${each.publication.name}\`, expected one it has`,
          {
            hint: suggestion(
              tag,
              each.texts.map((text) => text.tag),
            ),
          },
        ),
      ),
  );
  return { value: chosen.filter((each) => wanted.some((tag) => has(each, tag))), diagnostics };
};

/**
 * Chooses. Comes in: what was found (undefined where `content` is missing), what was asked for, the tags in `locales`
 * (undefined: any). Goes out: no value where the command was called wrongly; else the publications that have a language
 * asked for, each with all its texts, since those asked for are compared with the others.
 */
export const choosePublications = (
  found: readonly FoundPublication[] | undefined,
  choice: Choice,
  known: readonly string[] | undefined,
): Outcome<readonly ChosenPublication[]> => {
  const content = nameFrom(choice.root, choice.content) || '.';
  if (found === undefined) {
    const message = `Unexpected folder \`${content}\`, expected one with publications`;
    const hint = 'name the folder with `--content`, or begin with `trifolio new`';
    return { diagnostics: [diagnose('config/content-missing', message, { hint })] };
  }
  if (found.length === 0) {
    const message = `Unexpected empty folder \`${content}\`, expected one folder per publication`;
    const hint = 'begin with `trifolio new`';
    return { diagnostics: [diagnose('config/no-publications', message, { hint })] };
  }
  const named = byName(found, choice.publications);
  if (named.value === undefined) return { diagnostics: named.diagnostics };
  const twice = sameNames(named.value, choice.root);
  const unique = named.value.filter(
    ({ name }, index, all) => all.findIndex((one) => one.name === name) === index,
  );
  const wanted =
    choice.languages === undefined
      ? undefined
      : [...new Set(choice.languages.map((tag) => canonicalTag(tag) ?? tag))];
  const looked = unique.map((publication) => ({
    publication,
    ...usableTexts(publication, choice.root, known, wanted),
  }));
  const chosen = byLanguage(
    looked.map(({ publication, texts }) => ({ publication, texts })),
    wanted,
  );
  const diagnostics = [...twice, ...looked.flatMap((entry) => entry.diagnostics), ...chosen.diagnostics];
  return chosen.value === undefined ? { diagnostics } : { value: chosen.value, diagnostics };
};
