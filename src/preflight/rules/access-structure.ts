/** The structure of a file for those who hear it (PDF/UA-1 §7; Matterhorn 02, 09, 13 to 15, 17, 19, 28). */
import {
  asBytes,
  asDictionary,
  asItems,
  asName,
  latinText,
  type PdfDictionary,
} from '../../prepress/pdf-values.ts';
import { decodeText } from '../../prepress/text-string.ts';
import type { Fault, FaultPlace } from '../fault.ts';
import { pageIndex, type FileRule, type JudgedFile } from '../judged-file.ts';
import {
  hasWords,
  standardRole,
  standardRoles,
  type StructureElement,
  type StructureTree,
} from '../structure-tree.ts';

const again = 'mend the tags in the program that made the file, or make it again with another';

interface Judged extends JudgedFile {
  readonly structure: StructureTree;
}

const placeOf = (judged: Judged, element: StructureElement): FaultPlace | undefined => {
  const page = pageIndex(judged, element.page);
  return page === undefined ? undefined : { page };
};

const roleMap = ({ structure: { roleMap: map } }: Judged): readonly Fault[] =>
  [...map.keys()].flatMap((from): readonly Fault[] => {
    if (standardRoles.has(from) && map.get(from) !== from)
      return [
        {
          rule: 'preflight/role-standard',
          message: `Unexpected standard kind \`${from}\` mapped to \`${map.get(from) ?? ''}\`, expected it to stay what it is (Matterhorn 02-004)`,
          hint: again,
          about: from,
        },
      ];
    let at: string | undefined = from;
    const seen = new Set<string>();
    while (at !== undefined && !standardRoles.has(at) && !seen.has(at)) {
      seen.add(at);
      at = map.get(at);
    }
    return at !== undefined && seen.has(at)
      ? [
          {
            rule: 'preflight/role-circle',
            message: `Unexpected kind \`${from}\` that is mapped to itself in a circle, expected a standard kind (Matterhorn 02-003)`,
            hint: again,
            about: from,
          },
        ]
      : [];
  });

const unknownRoles = (judged: Judged): readonly Fault[] => {
  const { elements, roleMap: map } = judged.structure;
  return elements.flatMap((element) =>
    standardRole(element.own, map) !== undefined || map.has(element.own)
      ? []
      : [
          {
            rule: 'preflight/role-unknown' as const,
            message: `Unexpected kind of element \`${element.own}\`, expected a standard one or one that is mapped to it (Matterhorn 02-001)`,
            hint: again,
            at: placeOf(judged, element),
            about: element.own,
          },
        ],
  );
};

/** What an element may stand in; absent for those that may stand anywhere. */
const parents: ReadonlyMap<string, { readonly allowed: readonly string[]; readonly rule: Fault['rule'] }> =
  new Map(
    Object.entries({
      TR: { allowed: ['Table', 'THead', 'TBody', 'TFoot'], rule: 'preflight/table-nesting' },
      THead: { allowed: ['Table'], rule: 'preflight/table-nesting' },
      TBody: { allowed: ['Table'], rule: 'preflight/table-nesting' },
      TFoot: { allowed: ['Table'], rule: 'preflight/table-nesting' },
      TH: { allowed: ['TR'], rule: 'preflight/table-nesting' },
      TD: { allowed: ['TR'], rule: 'preflight/table-nesting' },
      LI: { allowed: ['L'], rule: 'preflight/list-nesting' },
      LBody: { allowed: ['LI'], rule: 'preflight/list-nesting' },
      TOCI: { allowed: ['TOC'], rule: 'preflight/contents-nesting' },
    } as const),
  );

/** What an element may hold; absent for those that may hold anything. */
const children: ReadonlyMap<string, { readonly allowed: readonly string[]; readonly rule: Fault['rule'] }> =
  new Map(
    Object.entries({
      Table: { allowed: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'], rule: 'preflight/table-nesting' },
      TR: { allowed: ['TH', 'TD'], rule: 'preflight/table-nesting' },
      L: { allowed: ['LI', 'L', 'Caption'], rule: 'preflight/list-nesting' },
      LI: { allowed: ['Lbl', 'LBody'], rule: 'preflight/list-nesting' },
      TOC: { allowed: ['TOC', 'TOCI', 'Caption'], rule: 'preflight/contents-nesting' },
    } as const),
  );

const numbers: Readonly<Partial<Record<Fault['rule'], string>>> = {
  'preflight/table-nesting': '09-004',
  'preflight/list-nesting': '09-005',
  'preflight/contents-nesting': '09-006',
};

const nesting = (judged: Judged): readonly Fault[] => {
  const { elements } = judged.structure;
  return elements.flatMap((element): readonly Fault[] => {
    const parent = elements[element.parent];
    const within = parents.get(element.role);
    const holder = parent === undefined ? undefined : children.get(parent.role);
    const rule =
      within !== undefined && !within.allowed.some((role) => role === parent?.role)
        ? within.rule
        : holder !== undefined && !holder.allowed.some((role) => role === element.role)
          ? holder.rule
          : undefined;
    if (rule === undefined) return [];
    return [
      {
        rule,
        message: `Unexpected \`${element.role}\` in \`${parent?.role ?? 'the document'}\`, expected it in ${within === undefined ? 'another element' : `\`${within.allowed.join('`, `')}\``} (Matterhorn ${numbers[rule] ?? ''})`,
        hint: again,
        at: placeOf(judged, element),
      },
    ];
  });
};

/** The name of a picture, as programs put it where nobody wrote a text. */
const fileName = /^\S{1,200}\.(?:png|jpe?g|svg|gif|webp|tiff?|eps|pdf)$/i;

const words = (judged: Judged): readonly Fault[] =>
  judged.structure.elements.flatMap((element): readonly Fault[] => {
    const isFigure = element.role === 'Figure';
    if (!isFigure && element.role !== 'Formula') return [];
    const { dictionary } = element;
    const hasAny = ['Alt', 'ActualText'].some((key) => hasWords(judged.file, dictionary, key));
    if (hasAny) {
      const alt = asBytes(judged.file.resolve(dictionary.entries.get('Alt')));
      if (alt === undefined || !fileName.test(decodeText(alt))) return [];
      return [
        {
          rule: 'preflight/alt-file-name',
          message: `Unexpected alternative text \`${decodeText(alt)}\`, expected words for what is to be seen`,
          hint: 'write one sentence that says what is to be seen, not the name of the file',
          at: placeOf(judged, element),
        },
      ];
    }
    return [
      {
        rule: isFigure ? 'preflight/alt-missing' : 'preflight/formula-alt-missing',
        message: `Unexpected ${isFigure ? 'figure' : 'formula'} without words for it, expected an alternative text (Matterhorn ${isFigure ? '13-004' : '17-002'})`,
        hint: 'write one sentence that says what is to be seen',
        at: placeOf(judged, element),
      },
    ];
  });

const headings = (judged: Judged): readonly Fault[] => {
  const found = judged.structure.elements.filter(({ role }) => /^H[1-6]?$/.test(role));
  const numbered = found.filter(({ role }) => role !== 'H');
  const faults: Fault[] = [];
  if (numbered.length > 0 && numbered.length < found.length)
    faults.push({
      rule: 'preflight/heading-mixed',
      message: 'Unexpected headings with and without a level, expected one of the two (Matterhorn 14-007)',
      hint: again,
    });
  let before = 0;
  for (const element of numbered) {
    const level = Number(element.role.slice(1));
    if (level > before + 1)
      faults.push({
        rule: before === 0 ? 'preflight/heading-first' : 'preflight/heading-skipped',
        message:
          before === 0
            ? `Unexpected first heading of level ${level}, expected level 1 (Matterhorn 14-002)`
            : `Unexpected heading of level ${level} after one of level ${before}, expected level ${before + 1} at most (Matterhorn 14-003)`,
        hint: 'give the headings of the text their levels in order',
        at: placeOf(judged, element),
      });
    before = level;
  }
  return faults;
};

/** The attributes of an element that have an owner (§14.7.5). */
const attributesOf = ({ file }: JudgedFile, dictionary: PdfDictionary): readonly PdfDictionary[] => {
  const value = file.resolve(dictionary.entries.get('A'));
  return (asItems(value) ?? [value]).flatMap((item) => {
    const found = asDictionary(file.resolve(item));
    return found === undefined ? [] : [found];
  });
};

/** The table an element stands in; -1 for none. */
const tableOf = ({ elements }: StructureTree, index: number): number => {
  let at = index;
  while (at >= 0 && elements[at]?.role !== 'Table') at = elements[at]?.parent ?? -1;
  return at;
};

/** Head cells without a scope, in tables whose cells do not name their heads either. */
const headCells = (judged: Judged): readonly Fault[] => {
  const { structure } = judged;
  const named = new Set<number>();
  const unscoped: number[] = [];
  for (const [index, { role, dictionary }] of structure.elements.entries()) {
    if (role !== 'TH' && role !== 'TD') continue;
    const attributes = attributesOf(judged, dictionary);
    if (attributes.some((attribute) => attribute.entries.has('Headers')))
      named.add(tableOf(structure, index));
    if (role === 'TH' && !attributes.some((attribute) => attribute.entries.has('Scope')))
      unscoped.push(index);
  }
  return unscoped.flatMap((index) => {
    const element = structure.elements[index];
    if (element === undefined || named.has(tableOf(structure, index))) return [];
    return [
      {
        rule: 'preflight/header-scope' as const,
        message: 'Unexpected head cell without a scope, expected row or column (Matterhorn 15-003)',
        hint: again,
        at: placeOf(judged, element),
      },
    ];
  });
};

const identifiers = (judged: Judged): readonly Fault[] => {
  const seen = new Set<string>();
  return judged.structure.elements.flatMap((element): readonly Fault[] => {
    const bytes = asBytes(judged.file.resolve(element.dictionary.entries.get('ID')));
    const at = placeOf(judged, element);
    if (bytes === undefined)
      return element.role === 'Note'
        ? [
            {
              rule: 'preflight/note-id-missing',
              message: 'Unexpected note without an identifier, expected an `ID` (Matterhorn 19-003)',
              hint: again,
              at,
            },
          ]
        : [];
    const id = latinText(bytes);
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      {
        rule: 'preflight/note-id-twice',
        message: `Unexpected identifier of a ${element.role === 'Note' ? 'note' : `\`${element.role}\``} that another element has, expected one of its own (Matterhorn 19-004)`,
        hint: again,
        at,
      },
    ];
  });
};

/** Marked contents of pages that no element claims. */
const lostContents = (judged: Judged): readonly Fault[] =>
  judged.summaries.flatMap(({ index, contentIds }) => {
    const number = judged.pages[index]?.number;
    return contentIds.every((id) => judged.structure.contents.has(`${number} ${id}`))
      ? []
      : [
          {
            rule: 'preflight/content-lost' as const,
            message:
              'Unexpected tagged content that no element of the structure has, expected all of it in the structure',
            hint: again,
            at: { page: index },
          },
        ];
  });

const annotations = (judged: Judged): readonly Fault[] =>
  judged.annotations.flatMap((annotation): readonly Fault[] => {
    const { page, box, number, kind, dictionary, flags } = annotation;
    if ((flags & 2) !== 0 || kind === 'PrinterMark') return [];
    const at = { page, box };
    const owner = number === undefined ? undefined : judged.structure.objects.get(number);
    const role = owner === undefined ? undefined : judged.structure.elements[owner]?.role;
    const faults: Fault[] = [];
    if (owner === undefined)
      faults.push({
        rule: 'preflight/annotation-untagged',
        message: `Unexpected ${kind === 'Link' ? 'link' : `annotation (${kind})`} outside the structure, expected it in an element (Matterhorn 28-002)`,
        hint: again,
        at,
      });
    else if (kind === 'Link' && role !== 'Link')
      faults.push({
        rule: 'preflight/link-element',
        message: `Unexpected link in \`${role ?? 'the document'}\`, expected it in \`Link\` (Matterhorn 28-011)`,
        hint: again,
        at,
      });
    if (
      !hasWords(judged.file, dictionary, 'Contents') &&
      !(kind === 'Widget' && hasWords(judged.file, dictionary, 'TU'))
    )
      faults.push({
        rule: 'preflight/annotation-words',
        message: `Unexpected ${kind === 'Link' ? 'link' : `annotation (${kind})`} without words, expected a description in \`Contents\` (Matterhorn 28-012)`,
        hint: again,
        at,
      });
    return faults;
  });

const tabOrder = (judged: Judged): readonly Fault[] => {
  const withAnnotations = new Set(judged.annotations.map(({ page }) => page));
  return judged.pages.flatMap((page, index) =>
    !withAnnotations.has(index) || asName(judged.file.resolve(page.dictionary.entries.get('Tabs'))) === 'S'
      ? []
      : [
          {
            rule: 'preflight/tab-order' as const,
            message:
              'Unexpected page on which the tab key does not follow the text, expected `Tabs` to be `S` (Matterhorn 28-009)',
            hint: again,
            at: { page: index },
          },
        ],
  );
};

const rules = [
  roleMap,
  unknownRoles,
  nesting,
  words,
  headings,
  headCells,
  identifiers,
  lostContents,
  annotations,
  tabOrder,
];

/** Judges the structure; of a file without one, only that is told. */
export const judgeStructure: FileRule = (judged, { access }) => {
  if (!access) return [];
  const { structure, catalog, file } = judged;
  const mark = asDictionary(file.resolve(catalog.entries.get('MarkInfo')));
  if (structure === undefined || file.resolve(mark?.entries.get('Marked')) !== true)
    return [
      {
        rule: 'preflight/not-tagged',
        message: 'Unexpected file without tags, expected a tagged one',
        hint: 'export it again with tags (“accessible PDF”); on a build, choose the output `print`',
      },
    ];
  return rules.flatMap((rule) => rule({ ...judged, structure }));
};
