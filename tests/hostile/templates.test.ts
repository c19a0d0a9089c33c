/** Templates that ask for what they must not have, through the whole program: each is told of at its place, nothing is asked for. */
import { beforeAll, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { smallSettings } from '../template/small-template.ts';
import { expectDiagnostics, marked } from '../support/diagnostics.ts';
import type { CliResult } from '../support/run-cli.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';
import { startCanary } from './canary.ts';

const outside = 'template/outside-file';

/** Files of a template besides those of a sound one, with what is told of them marked. */
const templates: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  pictures: {
    'page.css': [
      `body { background: ⟦${outside}⟧url(ORIGIN/body.png) }`,
      `p::before { content: ⟦${outside}⟧url("ORIGIN/before.svg") }`,
      `@page { background: ⟦${outside}⟧url(ORIGIN/page.png) }`,
      `div { background: ⟦${outside}⟧url(//127.0.0.1/x.png) }`,
      `section { background: ⟦${outside}⟧url(file:///etc/hostname) }`,
      `blockquote { background: ⟦${outside}⟧url(../../secret.svg) }`,
    ].join('\n'),
  },
  sheets: {
    'page.css': `⟦template/unsupported-at-rule⟧@import ⟦${outside}⟧url(ORIGIN/import.css);\n⟦template/unsupported-at-rule⟧@import "ORIGIN/other.css";\n⟦template/unsupported-at-rule⟧@font-face { font-family: F; src: ⟦${outside}⟧url(ORIGIN/font.ttf) }`,
  },
  fonts: {
    'template.yaml': smallSettings
      .replace(
        'file: 400Regular/Literata_400Regular.ttf',
        'file: ⟦template/font-missing⟧400Regular/Nothing.ttf',
      )
      .concat(
        "  - family: Gone\n    package: '@expo-google-fonts/gone'\n    files:\n      - { weight: 400, file: ⟦template/font-missing⟧Gone.ttf }\n",
      ),
  },
  'font-paths': {
    'template.yaml': smallSettings.replace(
      '400Regular/Literata_400Regular.ttf',
      '⟦template/settings⟧../../secret.ttf',
    ),
  },
  loops: {
    'page.liquid': '{{ body | raw }}⟦template/liquid-value⟧{% for i in (1..1000000000) %}x{% endfor %}',
  },
  layouts: {
    'page.liquid': '{{ body | raw }}⟦template/liquid-value⟧{% render "../../secret" %}',
  },
};

const canary = await startCanary();
const cwd = temporaryFolder();
const expected: Record<string, readonly string[]> = {};
const told = new Map<string, readonly Diagnostic[]>();
let run: CliResult;

beforeAll(async () => {
  for (const [name, files] of Object.entries(templates)) {
    const sound = {
      'template.yaml': smallSettings,
      'page.liquid': '{{ front | raw }}{{ body | raw }}{{ back | raw }}{{ imprint | raw }}',
      'page.css': '',
    };
    const lines: string[] = [];
    for (const [file, content] of Object.entries({ ...sound, ...files })) {
      const path = `templates/${name}/${file}`;
      const styled = file === 'page.css' ? `${content}\nbody { font-family: Literata }` : content;
      const source = marked(path, styled.replaceAll('ORIGIN', canary.origin));
      lines.push(...source.expected);
      writeFiles(cwd, { [path]: source.text });
    }
    expected[name] = lines;
    writeFiles(cwd, {
      [`content/${name}/en.md`]: '# Book\n\nWords.\n',
      [`content/${name}/publication.yaml`]: `template: ${name}\n`,
    });
  }
  writeFiles(cwd, { 'secret.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>', 'secret.liquid': 'secret' });
  run = await runCli(['build', '--json'], { cwd });
  const printed = JSON.parse(run.stdout) as {
    readonly publications: readonly {
      readonly publication: string;
      readonly editions: readonly { readonly diagnostics: readonly Diagnostic[] }[];
    }[];
  };
  for (const { publication, editions } of printed.publications)
    told.set(
      publication,
      editions.flatMap(({ diagnostics }) => diagnostics),
    );
});

test('the program ends as it should, and nothing was asked of the network', () => {
  expect(run.code, run.stderr).toBe(1);
  expect(run.stderr).not.toContain('This is a fault of Trifolio');
  expect(canary.heard()).toEqual([]);
});

test.each(Object.keys(templates))('a template of hostile %s', (name) => {
  // What is told of a style sheet is refused to the page as well.
  const own = told.get(name)?.filter(({ rule }) => rule !== 'chromium/request-refused') ?? [];
  expectDiagnostics(own, expected[name]);
});
