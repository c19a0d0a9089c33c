/** The kinds of elements, and what may stand in what (PDF/UA-1 §7.1, §7.2; Matterhorn 02, 09). */
import type { Fault } from '../fault.ts';
import { standardRole, standardRoles } from '../structure-tree.ts';
import { mendTags, placeOfElement, type StructureRule } from './tagged-file.ts';

/** Judges what kinds are mapped to. */
export const judgeRoleMap: StructureRule = ({ structure: { roleMap: map } }) =>
  [...map.keys()].flatMap((from): readonly Fault[] => {
    if (standardRoles.has(from) && map.get(from) !== from)
      return [
        {
          rule: 'preflight/role-standard',
          message: `Unexpected standard kind \`${from}\` mapped to \`${map.get(from) ?? ''}\`, expected it to stay what it is (Matterhorn 02-004)`,
          hint: mendTags,
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
            hint: mendTags,
            about: from,
          },
        ]
      : [];
  });

/** Judges kinds that nobody knows. */
export const judgeUnknownRoles: StructureRule = (judged) => {
  const { elements, roleMap: map } = judged.structure;
  return elements.flatMap((element) =>
    standardRole(element.own, map) !== undefined || map.has(element.own)
      ? []
      : [
          {
            rule: 'preflight/role-unknown' as const,
            message: `Unexpected kind of element \`${element.own}\`, expected a standard one or one that is mapped to it (Matterhorn 02-001)`,
            hint: mendTags,
            at: placeOfElement(judged, element),
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

/** Judges what stands in what. */
export const judgeNesting: StructureRule = (judged) => {
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
        hint: mendTags,
        at: placeOfElement(judged, element),
      },
    ];
  });
};
