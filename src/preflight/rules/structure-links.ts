/** What ties the structure to the pages and to itself: identifiers, contents, annotations (PDF/UA-1 §7.9, §7.18; Matterhorn 19, 28). */
import { asBytes, asName, latinText } from '../../prepress/pdf-values.ts';
import type { Fault } from '../fault.ts';
import { hasWords } from '../structure-tree.ts';
import { mendTags, placeOfElement, type StructureRule } from './tagged-file.ts';

/** Judges identifiers: each is one element's alone. */
export const judgeIdentifiers: StructureRule = (judged) => {
  const seen = new Set<string>();
  return judged.structure.elements.flatMap((element): readonly Fault[] => {
    const bytes = asBytes(judged.file.resolve(element.dictionary.entries.get('ID')));
    const at = placeOfElement(judged, element);
    if (bytes === undefined)
      return element.role === 'Note'
        ? [
            {
              rule: 'preflight/note-id-missing',
              message: 'Unexpected note without an identifier, expected an `ID` (Matterhorn 19-003)',
              hint: mendTags,
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
        hint: mendTags,
        at,
      },
    ];
  });
};

/** Marked contents of pages that no element claims. */
export const judgeLostContents: StructureRule = (judged) =>
  judged.summaries.flatMap(({ index, contentIds }) => {
    const number = judged.pages[index]?.number;
    return contentIds.every((id) => judged.structure.contents.has(`${number} ${id}`))
      ? []
      : [
          {
            rule: 'preflight/content-lost' as const,
            message:
              'Unexpected tagged content that no element of the structure has, expected all of it in the structure',
            hint: mendTags,
            at: { page: index },
          },
        ];
  });

/** Judges links and other annotations. */
export const judgeAnnotations: StructureRule = (judged) =>
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
        hint: mendTags,
        at,
      });
    else if (kind === 'Link' && role !== 'Link')
      faults.push({
        rule: 'preflight/link-element',
        message: `Unexpected link in \`${role ?? 'the document'}\`, expected it in \`Link\` (Matterhorn 28-011)`,
        hint: mendTags,
        at,
      });
    if (
      !hasWords(judged.file, dictionary, 'Contents') &&
      !(kind === 'Widget' && hasWords(judged.file, dictionary, 'TU'))
    )
      faults.push({
        rule: 'preflight/annotation-words',
        message: `Unexpected ${kind === 'Link' ? 'link' : `annotation (${kind})`} without words, expected a description in \`Contents\` (Matterhorn 28-012)`,
        hint: mendTags,
        at,
      });
    return faults;
  });

/** Judges the way of the tab key. */
export const judgeTabOrder: StructureRule = (judged) => {
  const withAnnotations = new Set(judged.annotations.map(({ page }) => page));
  return judged.pages.flatMap((page, index) =>
    !withAnnotations.has(index) || asName(judged.file.resolve(page.dictionary.entries.get('Tabs'))) === 'S'
      ? []
      : [
          {
            rule: 'preflight/tab-order' as const,
            message:
              'Unexpected page on which the tab key does not follow the text, expected `Tabs` to be `S` (Matterhorn 28-009)',
            hint: mendTags,
            at: { page: index },
          },
        ],
  );
};
