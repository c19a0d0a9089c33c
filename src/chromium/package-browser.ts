/**
 * The browser that comes from npm (@sparticuz/chromium, Linux x64): unpacked once into a private folder of our own, named
 * for its version, and checked by its checksums before each start. The package's own code, its temporary folders and its
 * arguments are not used.
 */
import { join } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { unpackToFile, unpackToMemory } from '../platform/brotli.ts';
import { checksumOf, checksumsOfFiles } from '../platform/checksum.ts';
import { programFolder } from '../platform/compiled.ts';
import { cacheFolder, exists, listFolder, makePrivateFolder } from '../platform/folders.ts';
import type { Machine } from '../platform/machine.ts';
import { machineFault, systemCode } from '../platform/machine-fault.ts';
import { fillPrivateFolder, removePrivateFolder, writePrivateFile } from '../platform/private-folder.ts';
import { readText } from '../platform/read-file.ts';
import { browserFile, browserFiles, packageVersion } from './browser-files.ts';
import type { FoundBrowser } from './found-browser.ts';
import { readTar } from './tar.ts';

/** Where the packed browser lies, undefined where the package is not installed or this is not its machine. */
export const packedBrowser = (machine: Machine): string | undefined => {
  if (machine.system !== 'linux' || machine.architecture !== 'x64') return undefined;
  const folder = join(programFolder(), 'node_modules', '@sparticuz', 'chromium', 'bin');
  return exists(join(folder, 'chromium.br')) ? folder : undefined;
};

/** The private folder of this version: another set of files has another name. */
export const browserFolder = (machine: Machine): string => {
  const id = checksumOf(browserFiles.map((file) => `${file.path} ${file.sha256}\n`).join('')).slice(0, 8);
  return join(cacheFolder(machine), `chromium-${packageVersion}-${id}`);
};

/** Only our own folders: the machine's fonts never reach a page, and without any font Chromium loads none at all. */
const fontsConfiguration = (folder: string): string =>
  [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    `<fontconfig><dir>${escapeXml(join(folder, 'fonts'))}</dir><cachedir>${escapeXml(join(folder, 'font-cache'))}</cachedir></fontconfig>`,
    '',
  ].join('\n');

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const unpack = async (packed: string, folder: string): Promise<void> => {
  // The package's fonts.conf names shared temporary folders, where anybody could plant a font: it is left out.
  const archives = [
    { name: 'al2023.tar.br', accept: /^lib\/[^/]+$/ },
    { name: 'fonts.tar.br', accept: /^fonts\/Open_Sans\/[^/]+\.ttf$/ },
  ];
  for (const archive of archives) {
    for (const file of readTar(unpackToMemory(join(packed, archive.name)))) {
      if (archive.accept.test(file.path))
        writePrivateFile(join(folder, ...file.path.split('/')), file.bytes, 0o600);
    }
  }
  await unpackToFile(join(packed, 'chromium.br'), join(folder, browserFile.path), 0o700);
};

/** Names of files that are not what they must be; empty when all are. Files that nobody asked for count. */
const wrongFiles = async (folder: string): Promise<readonly string[]> => {
  const sums = await checksumsOfFiles(browserFiles.map((file) => join(folder, ...file.path.split('/'))));
  const wrong = browserFiles.flatMap((file, index) => (sums[index] === file.sha256 ? [] : [file.path]));
  const known = new Set(browserFiles.map((file) => file.path));
  const foreign = (listFolder(join(folder, 'lib')) ?? []).flatMap((entry) =>
    known.has(`lib/${entry.name}`) ? [] : [`lib/${entry.name}`],
  );
  return [...wrong, ...foreign];
};

const unpackFailed = (message: string, hint: string): Diagnostic =>
  diagnose('chromium/unpack-failed', message, { hint });

/**
 * The browser of the package, ready to be started: unpacked where it was not, checked by its checksums in any case. A folder
 * that fails the check is unpacked anew, once.
 */
export const preparePackageBrowser = async (
  machine: Machine,
  packed: string,
  say: (what: string) => void,
): Promise<Outcome<FoundBrowser>> => {
  const folder = browserFolder(machine);
  try {
    const distrust =
      makePrivateFolder(cacheFolder(machine)) ?? (exists(folder) ? makePrivateFolder(folder) : undefined);
    if (distrust !== undefined) {
      const hint = `remove \`${folder}\`, or name another folder with the variable TRIFOLIO_CACHE`;
      return { diagnostics: [unpackFailed(`Unexpected folder \`${folder}\`: ${distrust}`, hint)] };
    }
    let wrong = exists(folder) ? await wrongFiles(folder) : browserFiles.map((file) => file.path);
    if (wrong.length > 0) {
      say('unpacking the browser (once)');
      removePrivateFolder(folder);
      await fillPrivateFolder(folder, (partial) => unpack(packed, partial));
      wrong = await wrongFiles(folder);
    }
    if (wrong.length > 0) {
      const message = `Unexpected checksum of \`${wrong.join('`, `')}\`, expected those of version ${packageVersion}`;
      return { diagnostics: [unpackFailed(message, 'install the dependencies again: `npm ci`')] };
    }
    const configuration = join(folder, 'fonts.conf');
    if (
      !exists(configuration) ||
      readText(configuration, 'fonts.conf').value !== fontsConfiguration(folder)
    ) {
      writePrivateFile(configuration, fontsConfiguration(folder), 0o600);
    }
    return { value: describe(folder), diagnostics: [] };
  } catch (error) {
    if (systemCode(error) !== undefined)
      return { diagnostics: [machineFault(error, `unpacking the browser into \`${folder}\``)] };
    if (error instanceof Error && 'code' in error) {
      const message = `Unexpected end of the packed browser (${String(error.code)}), expected a whole archive`;
      return { diagnostics: [unpackFailed(message, 'install the dependencies again: `npm ci`')] };
    }
    throw error;
  }
};

const describe = (folder: string): FoundBrowser => ({
  path: join(folder, browserFile.path),
  source: 'package',
  environment: {
    FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    LD_LIBRARY_PATH: join(folder, 'lib'),
  },
});
