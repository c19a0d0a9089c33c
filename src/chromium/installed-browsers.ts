/** Where Chrome, Chromium and Edge are put by their installers, and where Puppeteer keeps the browsers it fetched. */
import { join, posix, win32 } from 'node:path';
import { listFolder } from '../platform/folders.ts';
import type { Machine } from '../platform/machine.ts';

const onWindows = (machine: Machine): readonly string[] => {
  const { environment } = machine;
  const roots = [environment['PROGRAMFILES'], environment['PROGRAMFILES(X86)'], environment['LOCALAPPDATA']];
  const programs = [
    ['Google', 'Chrome', 'Application', 'chrome.exe'],
    ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
    ['Chromium', 'Application', 'chrome.exe'],
  ];
  return programs.flatMap((program) =>
    roots.flatMap((root) => (root === undefined ? [] : [win32.join(root, ...program)])),
  );
};

const onMac = (machine: Machine): readonly string[] =>
  ['Google Chrome', 'Microsoft Edge', 'Chromium'].flatMap((name) =>
    ['/Applications', posix.join(machine.home, 'Applications')].map((folder) =>
      posix.join(folder, `${name}.app`, 'Contents', 'MacOS', name),
    ),
  );

const onLinux = (machine: Machine): readonly string[] => {
  const folders = (machine.environment['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/'));
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ];
  const elsewhere = [
    '/opt/google/chrome/chrome',
    '/usr/lib/chromium/chromium',
    '/opt/microsoft/msedge/msedge',
  ];
  return [...names.flatMap((name) => folders.map((folder) => posix.join(folder, name))), ...elsewhere];
};

/** The usual places of installed browsers on this machine, the best first; nothing is looked up. */
export const installedPlaces = (machine: Machine): readonly string[] => {
  if (machine.system === 'win32') return onWindows(machine);
  return machine.system === 'darwin' ? onMac(machine) : onLinux(machine);
};

/** Puppeteer's folder and file names by system and architecture (@puppeteer/browsers). */
const puppeteerSystems: Readonly<Record<string, string>> = {
  'linux x64': 'linux',
  'linux arm64': 'linux_arm',
  'darwin x64': 'mac',
  'darwin arm64': 'mac_arm',
  'win32 x64': 'win64',
  'win32 ia32': 'win32',
};

const numbersOf = (version: string): readonly number[] => version.split('.').map(Number);

/** Newest version first. */
export const newestFirst = (a: string, b: string): number => {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (right[at] ?? 0) - (left[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};

/** Browsers in Puppeteer's cache, the headless shell before Chrome, the newest first; folders are listed, files not looked up. */
export const puppeteerPlaces = (machine: Machine): readonly string[] => {
  const system = puppeteerSystems[`${machine.system} ${machine.architecture}`];
  if (system === undefined) return [];
  const cache = machine.environment['PUPPETEER_CACHE_DIR'] ?? join(machine.home, '.cache', 'puppeteer');
  const mac = system.startsWith('mac');
  const end = machine.system === 'win32' ? '.exe' : '';
  const files: Readonly<Record<string, readonly string[]>> = {
    'chrome-headless-shell': [`chrome-headless-shell${end}`],
    chrome: mac
      ? ['Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing']
      : [`chrome${end}`],
  };
  // Folders inside an archive are named with `-` where the cache has `_`.
  const inner =
    { mac: 'mac-x64', mac_arm: 'mac-arm64', linux: 'linux64', linux_arm: 'linux-arm64' }[system] ?? system;
  return Object.entries(files).flatMap(([browser, file]) =>
    (listFolder(join(cache, browser)) ?? [])
      .flatMap(({ name }) => (name.startsWith(`${system}-`) ? [name.slice(system.length + 1)] : []))
      .sort(newestFirst)
      .map((version) => join(cache, browser, `${system}-${version}`, `${browser}-${inner}`, ...file)),
  );
};
