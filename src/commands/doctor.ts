/** `trifolio doctor`: what the program works with, what is wrong, and the one command that mends it. */
import { printable } from '../diagnostics/format-printable.ts';
import { readMachine } from '../platform/machine.ts';
import type { Program } from '../platform/program.ts';
import { coloursFor } from './colours.ts';
import { examineBrowser } from './examine-browser.ts';
import { examineContents } from './examine-contents.ts';
import { examineMachine } from './examine-machine.ts';
import type { Finding } from './examine-machine.ts';
import { cleanCode, machineFailedCode } from './exit-codes.ts';
import { settleFolders } from './settle-options.ts';
import type { FolderOptions } from './settle-options.ts';

const indent = 12;

const formatFinding = (finding: Finding, program: Program): string => {
  const colours = coloursFor(program.output.hasColours);
  const [first = '', ...rest] = finding.lines.map(printable);
  const mark = finding.state === 'wrong' ? colours.error('wrong: ') : '';
  const space = ' '.repeat(indent);
  return [`${finding.subject.padEnd(indent)}${mark}${first}`, ...rest.map((line) => space + line)].join('\n');
};

/** Looks at everything and tells it. Goes out: 0 when nothing is wrong, 3 when something is. */
export const runDoctor = async (options: FolderOptions, program: Program): Promise<number> => {
  const machine = readMachine();
  const folders = settleFolders(options, program.folder);
  const write = (finding: Finding): Finding => {
    program.output.write(`${formatFinding(finding, program)}\n`);
    return finding;
  };
  const found: Finding[] = examineMachine(machine).map(write);
  const say = (what: string): void => program.errors.write(`${what}\n`);
  found.push(...(await examineBrowser(machine, say)).map(write));
  found.push(...examineContents(folders).map(write));
  const wrong = found.filter(({ state }) => state === 'wrong');
  if (wrong.length === 0) {
    program.output.write('\nNothing is wrong.\n');
    return cleanCode;
  }
  const remedies = [
    ...new Set(wrong.map(({ subject, remedy }) => `  ${subject.padEnd(indent - 2)}${remedy ?? ''}`)),
  ];
  const things = wrong.length === 1 ? 'One thing is' : `${wrong.length} things are`;
  program.output.write(`\n${things} wrong. What mends it:\n${remedies.map(printable).join('\n')}\n`);
  return machineFailedCode;
};
