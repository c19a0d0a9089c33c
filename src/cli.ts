/** The command line: argv → a command → the exit code. Commands are loaded when they are called, so that `--version` is quick. */
import { join } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { programFolder } from './platform/compiled.ts';
import { interruptedCode, wasInterrupted } from './platform/interruption.ts';
import { endProgram, readProgram, watchForBugs } from './platform/program.ts';
import type { Program } from './platform/program.ts';
import { readText } from './platform/read-file.ts';
import { ownBugCode, wrongUseCode } from './commands/exit-codes.ts';
import type { PreflightOptions } from './commands/preflight.ts';
import type { HyphenateOptions } from './commands/hyphenate.ts';
import type { SpecimenOptions } from './commands/specimen.ts';
import type { EditionOptions, FolderOptions } from './commands/settle-options.ts';

const versionOf = (): string => {
  const text = readText(join(programFolder(), 'package.json'), 'package.json').value ?? '{}';
  const { version } = JSON.parse(text) as { readonly version?: string };
  return version ?? 'unknown';
};

const list = (text: string): readonly string[] => {
  const items = text.split(',').map((item) => item.trim());
  if (items.every((item) => item === '')) throw new InvalidArgumentError('Name at least one.');
  return items.filter((item) => item !== '');
};

const more = (text: string, earlier: readonly string[] | undefined): readonly string[] => [
  ...(earlier ?? []),
  ...list(text),
];

const jobs = (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 64)
    throw new InvalidArgumentError('Expected a whole number from 1 to 64.');
  return number;
};

const withFolders = (command: Command): Command =>
  command
    .option('--content <folder>', 'where the publications lie (default: content)')
    .option('--locales <folder>', 'where the languages lie (default: locales)')
    .option('--templates <folder>', 'where the templates lie (default: templates)');

const withEditions = (command: Command): Command =>
  withFolders(command)
    .argument('[publication...]', 'names of folders in content; all where none is named')
    .option('--lang <tags>', 'only these languages, with commas between', more)
    .option(
      '--jobs <number>',
      'editions worked on at once (default: one more than the machine has cores)',
      jobs,
    )
    .option('--strict', 'warnings count as errors for the exit code')
    .option('--json', 'print the report as JSON on standard output, all else on standard error');

const exitCodes = `
Exit codes: 0 clean, 1 errors in the content (or warnings with --strict), 2 wrong use, 3 the machine failed,
70 a fault of the program, 130 interrupted.`;

/** The program's commands. `done` is told the exit code of the one that runs. */
const commandsOf = (program: Program, done: (code: number) => void): Command => {
  const root = new Command('trifolio')
    .description('Sets Markdown in several languages as print-ready PDFs.')
    .version(versionOf())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => program.output.write(text),
      writeErr: (text) => program.errors.write(text),
    })
    .addHelpText('after', exitCodes);
  withEditions(root.command('build'))
    .description('build PDFs into dist')
    .option('--out <folder>', 'where the PDFs go (default: dist)')
    .option('--as <outputs>', 'how the editions leave the house: print, booklet, n-up, trifold, screen', more)
    .action(async (names: readonly string[], options: EditionOptions) => {
      const { runBuild } = await import('./commands/build.ts');
      done(await runBuild(names, options, program));
    });
  withEditions(root.command('check'))
    .description('do everything but print: tell what is wrong, write nothing')
    .option('--explain <file:line>', 'tell what fine typography did on a line of a manuscript, and why')
    .action(async (names: readonly string[], options: EditionOptions & { explain?: string }) => {
      if (options.explain !== undefined) {
        const { runExplain } = await import('./commands/explain.ts');
        done(runExplain(options.explain, options, program));
        return;
      }
      const { runCheck } = await import('./commands/check.ts');
      done(await runCheck(names, options, program));
    });
  root
    .command('preflight')
    .description('judge any PDF: can it be printed, archived, read aloud?')
    .argument('<file>', 'a PDF')
    .addOption(
      new Option('--for <purpose>', 'what it is meant for (default: what the file says itself)').choices([
        'print',
        'sheet',
        'digital',
      ]),
    )
    .option('--pictures <folder>', 'pictures of the pages with the faults circled go there')
    .option('--strict', 'warnings count as errors for the exit code')
    .option('--json', 'print the judgement as JSON on standard output')
    .action(async (file: string, options: PreflightOptions) => {
      const { runPreflight } = await import('./commands/preflight.ts');
      done(await runPreflight(file, options, program));
    });
  withFolders(root.command('doctor'))
    .description('tell what the program works with, what is wrong, and what mends it')
    .action(async (options: FolderOptions) => {
      const { runDoctor } = await import('./commands/doctor.ts');
      done(await runDoctor(options, program));
    });
  withFolders(root.command('new'))
    .description('begin a publication: a folder with a small text in each language')
    .argument('<publication>', 'its name, which becomes the name of its folder and files')
    .option('--lang <tags>', 'its languages, with commas between (default: all there are)', more)
    .option('--template <name>', 'how it looks (default: report)')
    .action(
      async (name: string, options: FolderOptions & { lang?: readonly string[]; template?: string }) => {
        const { runNew } = await import('./commands/new.ts');
        done(runNew(name, options, program));
      },
    );
  withFolders(root.command('hyphenate'))
    .description('read words, one a line, and print them with a hyphen wherever they may be divided')
    .requiredOption('--lang <tag>', 'the language of the words')
    .option('--publication <name>', 'count the exceptions of this publication too')
    .action(async (options: HyphenateOptions) => {
      const { runHyphenate } = await import('./commands/hyphenate.ts');
      done(await runHyphenate(options, program));
    });
  withFolders(root.command('specimen'))
    .description('print a page for each face of a template in each language, for the eye')
    .option('--lang <tags>', 'only these languages, with commas between', more)
    .option('--template <name>', 'the template whose faces are shown (default: report)')
    .option('--out <folder>', 'where the PDFs go (default: dist)')
    .action(async (options: SpecimenOptions) => {
      const { runSpecimen } = await import('./commands/specimen.ts');
      done(await runSpecimen(options, program));
    });
  return root;
};

/** A fault of our own, with its stack: the only thing that is thrown. What breaks off after Ctrl-C is none. */
const tellBug = (program: Program, error: unknown): number => {
  if (wasInterrupted()) return interruptedCode;
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  program.errors.write(
    `\nThis is a fault of Trifolio, not of your text. Please report it with the lines below.\n\n${stack}\n`,
  );
  return ownBugCode;
};

const run = async (program: Program): Promise<number> => {
  let code = 0;
  try {
    await commandsOf(program, (result) => {
      code = result;
    }).parseAsync(program.arguments, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : wrongUseCode;
    return tellBug(program, error);
  }
};

const program = readProgram();
watchForBugs((error) => tellBug(program, error));
await endProgram(await run(program));
