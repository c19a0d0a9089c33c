/** Notes: found, joined to their calls, numbered by first call. A note called in a note follows the note that calls it. */
import type { FootnoteDefinition, FootnoteReference, Nodes, Root } from 'mdast';
import { diagnose } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { suggestion } from '../../diagnostics/nearest-name.ts';
import type { Place } from '../../protocol/place.ts';
import type { InlineNote } from '../syntax/inline-note.ts';
import { boundedSuggestions } from '../bounded-suggestions.ts';
import { placeOf, plainText, walk } from '../tree.ts';

/** A tree with the name of its file. */
export interface FileTree {
  readonly file: string;
  readonly tree: Root;
}

/** What stands for a note in the tree: its definition, or the inline note itself. */
export type NoteNode = FootnoteDefinition | InlineNote;

/** A note that is called. */
export interface FoundNote {
  readonly id: string;
  readonly number: number;
  readonly node: NoteNode;
  readonly calls: readonly Place[];
  readonly place: Place;
}

/** One call: which note, and the how manieth call of it, from 1. */
export interface NoteCall {
  readonly id: string;
  readonly number: number;
  readonly call: number;
}

/** All notes of an edition. */
export interface FoundNotes {
  /** In order of first call. */
  readonly notes: readonly FoundNote[];
  /** By the node that calls. A call of no note is absent. */
  readonly calls: ReadonlyMap<Nodes, NoteCall>;
  readonly diagnostics: readonly Diagnostic[];
}

interface Definition {
  readonly id: string;
  readonly node: FootnoteDefinition;
  readonly file: string;
}

const labelOf = (node: FootnoteDefinition | FootnoteReference): string => node.label ?? node.identifier;

/** Labels are local to their file: those of the second file become `2:label`. */
const definitionsOf = (
  { file, tree }: FileTree,
  index: number,
  faults: Diagnostic[],
): Map<string, Definition> => {
  const definitions = new Map<string, Definition>();
  walk(tree, (node) => {
    if (node.type !== 'footnoteDefinition') return;
    const place = placeOf(node, file);
    const first = definitions.get(node.identifier);
    if (first === undefined) {
      const id = index === 0 ? labelOf(node) : `${index + 1}:${labelOf(node)}`;
      definitions.set(node.identifier, { id, node, file });
      if (plainText(node.children) === '') {
        faults.push(
          diagnose(
            'manuscript/note-empty',
            `Unexpected note \`${labelOf(node)}\` without words, expected a text`,
            {
              place,
              hint: 'write it after the colon; further paragraphs are indented by four spaces',
            },
          ),
        );
      }
      return;
    }
    faults.push(
      diagnose(
        'manuscript/note-duplicate',
        `Unexpected second note \`${labelOf(node)}\`, expected one of each label`,
        {
          place,
          hint: 'give it a label of its own',
          related: [{ message: 'the first is here', place: placeOf(first.node, first.file) }],
        },
      ),
    );
  });
  return definitions;
};

interface OpenNote {
  readonly id: string;
  readonly number: number;
  readonly node: NoteNode;
  readonly calls: Place[];
  readonly place: Place;
}

type NoteCaller = FootnoteReference | InlineNote;

/** The calls in nodes, but not those in the notes that are called or written there. */
const callersIn = (nodes: readonly Nodes[]): readonly NoteCaller[] => {
  const callers: NoteCaller[] = [];
  for (const node of nodes) {
    walk(node, (current) => {
      if (current.type === 'footnoteReference' || current.type === 'inlineNote') callers.push(current);
      return current.type !== 'inlineNote' && current.type !== 'footnoteDefinition';
    });
  }
  return callers;
};

const undefinedFault = (
  caller: NoteCaller,
  place: Place,
  labels: readonly string[],
  suggest: typeof suggestion,
): Diagnostic => {
  const label = caller.type === 'inlineNote' ? '' : labelOf(caller);
  return diagnose(
    'manuscript/note-undefined',
    `Unexpected call of note \`${label}\`, expected a note of that label`,
    { place, hint: suggest(label, labels) ?? `write \`[^${label}]: …\` on a line of its own` },
  );
};

/** Comes in: the trees of an edition in order; goes out: its notes. The trees are not changed. */
export const findNotes = (files: readonly FileTree[]): FoundNotes => {
  const diagnostics: Diagnostic[] = [];
  const definitions = files.map((file, index) => definitionsOf(file, index, diagnostics));
  const takenIds = new Set(definitions.flatMap((of) => [...of.values()].map(({ id }) => id)));
  const notes = new Map<NoteNode, OpenNote>();
  const calls = new Map<Nodes, NoteCall>();
  let inlineCount = 0;

  const inlineId = (): string => {
    do inlineCount += 1;
    while (takenIds.has(`inline-${inlineCount}`));
    return `inline-${inlineCount}`;
  };

  for (const [index, { file, tree }] of files.entries()) {
    const here = definitions[index] ?? new Map<string, Definition>();
    const labels = [...here.values()].map(({ node }) => labelOf(node));
    const suggest = boundedSuggestions();

    /** Joins a call to its note. Gives the note where this is its first call. */
    const join = (caller: NoteCaller): NoteNode | undefined => {
      const definition = caller.type === 'inlineNote' ? undefined : here.get(caller.identifier);
      const node = caller.type === 'inlineNote' ? caller : definition?.node;
      const place = placeOf(caller, file);
      if (node === undefined) {
        diagnostics.push(undefinedFault(caller, place, labels, suggest));
        return undefined;
      }
      const known = notes.get(node);
      const note = known ?? {
        id: definition?.id ?? inlineId(),
        number: notes.size + 1,
        node,
        calls: [],
        place: placeOf(node, file),
      };
      note.calls.push(place);
      calls.set(caller, { id: note.id, number: note.number, call: note.calls.length });
      if (known !== undefined) return undefined;
      notes.set(node, note);
      return node;
    };

    // A chain of notes may be as long as the text: the walk keeps its own stack.
    const open = [callersIn(tree.children).values()];
    for (let callers = open.at(-1); callers !== undefined; callers = open.at(-1)) {
      const next = callers.next();
      if (next.done === true) open.pop();
      else {
        const note = join(next.value);
        if (note !== undefined) open.push(callersIn(note.children).values());
      }
    }
    for (const { node } of here.values()) {
      if (notes.has(node)) continue;
      diagnostics.push(
        diagnose(
          'manuscript/note-unused',
          `Unexpected note \`${labelOf(node)}\` without a call, expected one`,
          {
            place: placeOf(node, file),
            hint: `write \`[^${labelOf(node)}]\` where it belongs, or take the note out`,
          },
        ),
      );
    }
  }
  return { notes: [...notes.values()], calls, diagnostics };
};
