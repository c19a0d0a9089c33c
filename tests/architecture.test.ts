/**
 * The rules of the house, read from docs/architecture.md and judged on the syntax of src/. A rule that fails says where
 * and what to do.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkout } from './support/run-cli.ts';
import {
  filesBelow,
  importsOf,
  isNode,
  nameOf,
  nodesOf,
  parseBelow,
  placeOf,
  stringOf,
  textOf,
} from './support/source-files.ts';
import type { SourceFile, SyntaxNode } from './support/source-files.ts';

/** Rooms that stand in the table before they are built. It may only shrink. */
const notYetThere: readonly string[] = [];

const files = parseBelow('src').filter(({ path }) => !path.endsWith('.d.ts'));

/** The room of a file of src/: its folder, or its own name. */
const roomOf = (path: string): string => (path.split('/')[1] ?? '').replace(/\.ts$/, '');

interface Row {
  readonly mayImport: readonly string[];
  readonly zone: string;
}

const readTable = (): ReadonlyMap<string, Row> => {
  const text = textOf('docs/architecture.md');
  const lines = text.slice(text.indexOf('### The dependency rule')).split('\n');
  const start = lines.findIndex((line) => /^\| room +\| may import +\| zone +\|$/.test(line));
  const rows = new Map<string, Row>();
  for (const line of lines.slice(start + 2)) {
    const [room, mayImport, zone] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (room === undefined || mayImport === undefined || zone === undefined) break;
    rows.set(room, { mayImport: mayImport === 'nothing' ? [] : mayImport.split(', '), zone });
  }
  return rows;
};

const table = readTable();

/** Where every file's nodes of a kind stand, with what the node is. */
const wherever = (
  accept: (node: SyntaxNode, parent: SyntaxNode | undefined, file: SourceFile) => boolean,
  among: readonly SourceFile[] = files,
): readonly string[] =>
  among.flatMap((file) =>
    nodesOf(file, (node, parent) => accept(node, parent, file)).map(
      (node) => `${placeOf(file, node)} ${file.text.slice(node.start, Math.min(node.end, node.start + 60))}`,
    ),
  );

/** True where an identifier names something new: a variable, a parameter. */
const isBinding = (node: SyntaxNode, parent: SyntaxNode | undefined): boolean =>
  (parent?.type === 'VariableDeclarator' && parent['id'] === node) ||
  parent?.type === 'ArrayPattern' ||
  (parent !== undefined && Array.isArray(parent['params']) && parent['params'].includes(node));

const outsidePlatform = files.filter((file) => roomOf(file.path) !== 'platform');

describe('rooms', () => {
  test('the tests see the sources', () => {
    expect(files.length).toBeGreaterThan(60);
    expect(files.flatMap(importsOf).length).toBeGreaterThan(100);
    expect(table.size).toBeGreaterThanOrEqual(16);
  });

  test('every room of the table is there, and every room there is in the table', () => {
    const present = new Set(files.map((file) => roomOf(file.path)));
    const missing = [...table.keys()].filter((room) => !present.has(room) && !notYetThere.includes(room));
    const unknown = [...present].filter((room) => !table.has(room));
    const appeared = notYetThere.filter((room) => present.has(room));
    expect(
      { missing, unknown, appeared },
      'mend the table in docs/architecture.md or the folders of src/',
    ).toEqual({
      missing: [],
      unknown: [],
      appeared: [],
    });
  });

  test('a room imports only what its row names', () => {
    const faults = files.flatMap((file) =>
      importsOf(file).flatMap(({ specifier, node }) => {
        if (!specifier.startsWith('.')) return [];
        const target = posix.join(posix.dirname(file.path), specifier);
        const [from, to] = [roomOf(file.path), roomOf(target)];
        if (!target.startsWith('src/')) return [`${placeOf(file, node)}: \`${specifier}\` leaves src/`];
        if (!existsSync(join(checkout, target)))
          return [`${placeOf(file, node)}: \`${specifier}\` is not there`];
        if (from === to || table.get(from)?.mayImport.includes(to) === true) return [];
        return [
          `${placeOf(file, node)}: ${from} may not import ${to}. Move what is shared to a room both may import, ` +
            `hand it in as an argument, or change the table in docs/architecture.md and say why in the commit`,
        ];
      }),
    );
    expect(faults).toEqual([]);
  });

  test('the table has no cycle', () => {
    const reach = (room: string, seen: readonly string[]): readonly string[] =>
      (table.get(room)?.mayImport ?? []).flatMap((next) =>
        seen.includes(next) ? [[...seen, next].join(' → ')] : reach(next, [...seen, next]),
      );
    expect([...table.keys()].flatMap((room) => reach(room, [room]))).toEqual([]);
  });

  test('the compile zones are those of the table', () => {
    const included = (zone: string): readonly string[] =>
      (JSON.parse(textOf(`tsconfig.${zone}.json`)) as { include: string[] }).include
        .map((path) => path.slice(4))
        .sort();
    const inTable = (zone: string): readonly string[] =>
      [...table].flatMap(([room, row]) => (row.zone === zone ? [room] : [])).sort();
    expect(included('neutral')).toEqual(inTable('neutral'));
    expect(included('browser')).toEqual(inTable('browser'));
  });
});

describe('edges', () => {
  const machine = /^(node:)?(fs|fs\/promises|process|child_process|os)$/;

  test('only platform imports the file system, processes and the machine', () => {
    const faults = outsidePlatform.flatMap((file) =>
      importsOf(file).flatMap(({ specifier, node }) =>
        machine.test(specifier) ? [`${placeOf(file, node)}: ${specifier}`] : [],
      ),
    );
    expect(faults, 'use or extend a function of src/platform').toEqual([]);
  });

  test('only platform touches the global process', () => {
    // A child may be called `process` too; what only the global one has gives it away.
    const onlyGlobal =
      /^(env|argv|exit|cwd|chdir|platform|arch|versions?|memoryUsage|hrtime|emitWarning|umask)$/;
    const faults = outsidePlatform.flatMap((file) => {
      const binds =
        nodesOf(file, (node, parent) => nameOf(node) === 'process' && isBinding(node, parent)).length > 0;
      return wherever(
        (node) => {
          if (node.type !== 'MemberExpression') return false;
          const object = node['object'];
          if (isNode(object) && object.type === 'MemberExpression')
            return nameOf(object['object']) === 'globalThis' && nameOf(object['property']) === 'process';
          return nameOf(object) === 'process' && (!binds || onlyGlobal.test(nameOf(node['property']) ?? ''));
        },
        [file],
      );
    });
    expect(faults, 'use or extend a function of src/platform').toEqual([]);
  });

  test('only platform reads the clock or chance', () => {
    const clocks: Readonly<Record<string, string>> = { Date: 'now', performance: 'now', Math: 'random' };
    const faults = wherever((node) => {
      if (node.type === 'NewExpression')
        return nameOf(node['callee']) === 'Date' && (node['arguments'] as readonly unknown[]).length === 0;
      if (node.type !== 'MemberExpression') return false;
      const object = nameOf(node['object']) ?? '';
      return Object.hasOwn(clocks, object) && clocks[object] === nameOf(node['property']);
    }, outsidePlatform);
    expect(faults, 'take the time as an argument, or from src/platform/clock.ts').toEqual([]);
  });

  test('no closure crosses into the page', () => {
    const crossing = /^(evaluate|evaluateHandle|evaluateOnNewDocument|\$eval|\$\$eval|waitForFunction)$/;
    const faults = wherever((node) => {
      if (node.type !== 'CallExpression') return false;
      const callee = node['callee'];
      if (!isNode(callee) || callee.type !== 'MemberExpression') return false;
      if (!crossing.test(nameOf(callee['property']) ?? '')) return false;
      return (node['arguments'] as readonly SyntaxNode[]).some((argument) => /Function/.test(argument.type));
    });
    expect(faults, 'what runs in the page belongs to src/paginator and is called by name').toEqual([]);
  });
});

describe('a language is data', () => {
  const ours = existsSync(join(checkout, 'locales')) ? readdirSync(join(checkout, 'locales')) : [];
  // Left out because HTML, PDF or English has the same word: as, br, ca, cs, hr, id, is, it, li, no, or, so, th, to, tr.
  const common =
    'ar az be bg bn bs cy da de el en es et eu fa fi fr ga gl he hi hu hy ja ka kk ko ku ky lt lv mk mn ms nb ne nl nn pl ps pt ro ru si sk sl sq sr sv sw ta te tg tk tl uk ur uz vi zh';
  const tags = new Set([...ours, ...common.split(' ')]);
  const isTag = (text: string): boolean => {
    if (tags.has(text) || ours.includes(text.toLowerCase())) return true;
    const [first, ...rest] = text.toLowerCase().split(/[-_]/);
    return (
      first !== undefined &&
      tags.has(first) &&
      rest.length > 0 &&
      rest.every((subtag) => /^([a-z]{2}|[a-z]{4}|[0-9]{3})$/.test(subtag))
    );
  };

  test('the test knows a tag when it sees one', () => {
    expect(
      ['de', 'uk', 'en-GB', 'az-Latn', 'az_AZ', 'es-419', 'sr-Latn-RS'].filter((tag) => !isTag(tag)),
    ).toEqual([]);
    expect(['tr', 'hr', 'id', 'TL', 'no-answer', 'de-activate', 'en-', ''].filter(isTag)).toEqual([]);
  });

  test('no language tag is written in src/', () => {
    const faults = wherever((node, parent) => {
      const text = stringOf(node);
      if (text !== undefined) return isTag(text);
      // `{ az: … }` is a tag without its quotes.
      return parent?.type === 'Property' && parent['key'] === node && ours.includes(nameOf(node) ?? '');
    });
    expect(faults, 'what differs between languages is data in locales/<tag>/language.yaml').toEqual([]);
  });
});

describe('how the code reads', () => {
  test('no file is longer than 400 lines', () => {
    const long = [
      ...filesBelow('src', /\.ts$/),
      ...filesBelow('tests', /\.ts$/),
      ...filesBelow('scripts', /\.js$/),
    ]
      .map((path) => ({ path, lines: textOf(path).split('\n').length - 1 }))
      .filter(({ lines }) => lines > 400);
    expect(long, 'divide the file by what is in it').toEqual([]);
  });

  test('files are named for what is in them', () => {
    const empty = /^(utils?|helpers?|manager|data|info|misc|common|shared|types)\.ts$/;
    const faults = files
      .map((file) => file.path)
      .filter(
        (path) => !/^(src\/)([a-z0-9-]+\/)*[a-z0-9-]+\.ts$/.test(path) || empty.test(posix.basename(path)),
      );
    expect(faults, 'kebab-case, and the name of the thing').toEqual([]);
  });

  test('every file says what it is and every export has a doc comment', () => {
    const documented = (text: string, end: number): boolean => {
      const before = text.slice(0, end).trimEnd();
      return before.endsWith('*/') && before.lastIndexOf('/**') > before.lastIndexOf('*/', before.length - 3);
    };
    const undocumented = files.flatMap((file) =>
      nodesOf(
        file,
        (node) =>
          (node.type === 'ExportNamedDeclaration' && isNode(node['declaration'])) ||
          node.type === 'ExportDefaultDeclaration',
      )
        .filter((node) => !documented(file.text, node.start))
        .map((node) => `${placeOf(file, node)} ${file.text.slice(node.start).split('\n')[0]}`),
    );
    expect(undocumented, 'say what comes in, what goes out, units, errors and the specification').toEqual([]);
  });

  test('nothing is left for later, nothing is silenced', () => {
    const forbidden =
      /\b(TODO|FIXME|XXX|HACK)\b|\b(for now|not (yet )?implemented|stub|left as an exercise)\b|@ts-(ignore|expect-error|nocheck)|(ox|es)lint-disable(?!.* -- \S)/;
    const paths = ['src', 'tests', 'scripts', 'bench', 'templates', 'locales', 'docs']
      .flatMap((folder) =>
        existsSync(join(checkout, folder)) ? filesBelow(folder, /\.(ts|js|css|liquid|ya?ml|json|md)$/) : [],
      )
      .filter((path) => path !== 'tests/architecture.test.ts');
    const faults = paths.flatMap((path) =>
      textOf(path)
        .split('\n')
        .flatMap((line, index) =>
          forbidden.test(line) ? [`${path}:${index + 1} ${line.trim().slice(0, 80)}`] : [],
        ),
    );
    expect(paths.length).toBeGreaterThan(60);
    expect(faults, 'finish it, or give the lint exception its reason after `--`').toEqual([]);
  });

  test('no `any`, no assertion that something is there', () => {
    const faults = wherever((node) => node.type === 'TSAnyKeyword' || node.type === 'TSNonNullExpression');
    expect(faults).toEqual([]);
  });
});
