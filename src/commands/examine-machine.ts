/** What `doctor` finds out about the machine: Node, dependencies, the folder for what can be made again. */
import { join } from 'node:path';
import { programFolder } from '../platform/compiled.ts';
import { cacheFolder, makePrivateFolder } from '../platform/folders.ts';
import type { Machine } from '../platform/machine.ts';
import { systemCode } from '../platform/machine-fault.ts';
import { readText } from '../platform/read-file.ts';
import { formatSize } from './edition-lines.ts';
import { defaultJobs } from './settle-options.ts';

/** One thing that was looked at. */
export interface Finding {
  readonly subject: string;
  readonly state: 'right' | 'wrong';
  readonly lines: readonly string[];
  /** The command, or the deed, that mends it. */
  readonly remedy?: string;
}

interface PackageFile {
  readonly version?: string;
  readonly engines?: { readonly node?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** A package.json, empty where it is missing or no JSON. */
const readPackage = (...path: readonly string[]): PackageFile => {
  const text = readText(join(programFolder(), ...path, 'package.json'), 'package.json').value;
  if (text === undefined) return {};
  try {
    return JSON.parse(text) as PackageFile;
  } catch {
    return {};
  }
};

const partsOf = (version: string): readonly number[] => version.split('.').map(Number);

const isAtLeast = (version: string, least: string): boolean => {
  const [have, want] = [partsOf(version), partsOf(least)];
  const at = want.findIndex((part, index) => part !== (have[index] ?? 0));
  return at === -1 || (have[at] ?? 0) > (want[at] ?? 0);
};

/** True where a version of Node is in a range of the forms `^1.2.3` and `>=1.2.3`, joined by `||` (package.json, `engines`). */
export const isInRange = (version: string, range: string): boolean =>
  range.split('||').some((part) => {
    const [, sign, least = ''] = /^\s*(\^|>=)(\d+\.\d+\.\d+)\s*$/.exec(part) ?? [];
    if (sign === undefined || !isAtLeast(version, least)) return false;
    return sign === '>=' || partsOf(version)[0] === partsOf(least)[0];
  });

const examineNode = (machine: Machine, range: string): Finding => {
  const fits = isInRange(machine.node, range);
  return {
    subject: 'Node',
    state: fits ? 'right' : 'wrong',
    lines: [`${machine.node}${fits ? '' : `, expected ${range}`}`],
    ...(fits ? {} : { remedy: 'install the version of Node.js that nodejs.org offers as LTS' }),
  };
};

/** Widest line of a list of packages, in columns. */
const widest = 90;

/** Joins words with commas, as many to a line as fit. */
const wrap = (words: readonly string[]): readonly string[] => {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const longer = `${last ?? ''}, ${word}`;
    if (last === undefined || longer.length > widest) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
};

const examineDependencies = (wanted: Readonly<Record<string, string>>): Finding => {
  const names = Object.keys(wanted).sort();
  const wrong = names.flatMap((name) => {
    const present = readPackage('node_modules', ...name.split('/')).version;
    return present === wanted[name]
      ? []
      : [`${name} ${present ?? 'missing'}, expected ${wanted[name] ?? ''}`];
  });
  const right = wrap(names.map((name) => `${name} ${wanted[name] ?? ''}`));
  return {
    subject: 'Packages',
    state: wrong.length === 0 ? 'right' : 'wrong',
    lines: wrong.length === 0 ? right : wrong,
    ...(wrong.length === 0 ? {} : { remedy: 'npm ci' }),
  };
};

const examineCache = (machine: Machine): Finding => {
  const folder = cacheFolder(machine);
  const remedy = 'set the variable TRIFOLIO_CACHE to a folder of your own';
  try {
    const distrust = makePrivateFolder(folder);
    if (distrust === undefined) return { subject: 'Cache', state: 'right', lines: [folder] };
    return { subject: 'Cache', state: 'wrong', lines: [`${folder}: ${distrust}`], remedy };
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    return { subject: 'Cache', state: 'wrong', lines: [`${folder}: the system says ${code}`], remedy };
  }
};

/** Looks at the machine and at what is installed. */
export const examineMachine = (machine: Machine): readonly Finding[] => {
  const own = readPackage();
  const { system, architecture, release, cores, memory } = machine;
  const jobs = defaultJobs(machine);
  const size = `${cores} ${cores === 1 ? 'core' : 'cores'}, ${formatSize(memory)} of memory`;
  return [
    { subject: 'Trifolio', state: 'right', lines: [own.version ?? 'unknown', programFolder()] },
    examineNode(machine, own.engines?.node ?? ''),
    {
      subject: 'System',
      state: 'right',
      lines: [
        `${system} ${release} ${architecture}`,
        `${size}: ${jobs} ${jobs === 1 ? 'edition' : 'editions'} at once`,
      ],
    },
    examineCache(machine),
    examineDependencies(own.dependencies ?? {}),
  ];
};
