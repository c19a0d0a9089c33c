/** Profiles of presses: found, proved to be one, and what the colour engine makes of colours with them. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inkTable } from '../../../src/prepress/press/colour-engine.ts';
import { inkOf, limitedInk, screenColour } from '../../../src/prepress/press/inks.ts';
import { loadPressProfile, type PressProfile } from '../../../src/prepress/press/press-profile.ts';
import { checkout } from '../../support/run-cli.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const place = { file: 'content/mines/publication.yaml', line: 3, column: 12 };

const profileOf = (name: string): PressProfile => {
  const { value, diagnostics } = loadPressProfile(name, temporaryFolder(), place);
  expect(diagnostics).toEqual([]);
  if (value === undefined) throw new Error(`no profile ${name}`);
  return value;
};

const tableOf = async (profile: PressProfile, colours: readonly number[]) => {
  const table = await inkTable(colours, profile);
  if (table === undefined) throw new Error('no inks');
  return table;
};

test.each([
  ['coated', 'FOGRA39'],
  ['uncoated', 'FOGRA29'],
])('%s is %s', (name, condition) => {
  expect(profileOf(name)).toMatchObject({ condition, registered: true, inkLimit: 3 });
});

test('a profile of the shop lies in the folder of the publication', () => {
  const folder = temporaryFolder();
  copyFileSync(join(checkout, 'profiles', 'FOGRA29L.icc'), join(folder, 'shop.icc'));
  const { value } = loadPressProfile('shop.icc', folder, place);
  expect(value).toMatchObject({ condition: 'FOGRA29L uncoated', registered: false, inkLimit: undefined });
});

test.each([
  ['coatet', 'prepress/profile-missing', /did you mean `coated`/],
  ['shop.icc', 'prepress/profile-missing', /ask the print shop/],
  ['../shop.icc', 'platform/outside-folder', /ask the print shop/],
])('%s is %s', (name, rule, hint) => {
  const { value, diagnostics } = loadPressProfile(name, temporaryFolder(), place);
  expect(value).toBe(undefined);
  expect(diagnostics).toMatchObject([{ rule, place, hint: expect.stringMatching(hint) as string }]);
});

test('the profile of a screen, and a file that is none, are told', () => {
  const folder = temporaryFolder();
  copyFileSync(join(checkout, 'profiles', 'sRGB.icc'), join(folder, 'screen.icc'));
  writeFileSync(join(folder, 'picture.icc'), 'not a profile'.repeat(100));
  expect(loadPressProfile('screen.icc', folder, place).diagnostics).toMatchObject([
    { rule: 'prepress/profile-unusable', place, message: expect.stringContaining('`RGB`') as string },
  ]);
  expect(loadPressProfile('picture.icc', folder, place).diagnostics).toMatchObject([
    { rule: 'prepress/profile-unusable', message: expect.stringContaining('no colour profile') as string },
  ]);
});

test('a profile whose tables are damaged gives no inks', async () => {
  const folder = temporaryFolder();
  const bytes = readFileSync(join(checkout, 'profiles', 'FOGRA29L.icc'));
  writeFileSync(join(folder, 'damaged.icc'), bytes.fill(0, 200));
  const { value } = loadPressProfile('damaged.icc', folder, place);
  if (value === undefined) throw new Error('its head is whole');
  expect(await inkTable([screenColour(1, 0, 0)], value)).toBe(undefined);
});

test('neutral colours are black alone, lighter than a naive black would be', async () => {
  const table = await tableOf(profileOf('coated'), []);
  const blackOf = (grey: number): number => {
    const [cyan, magenta, yellow, black] = inkOf(table, screenColour(grey / 255, grey / 255, grey / 255));
    expect(cyan + magenta + yellow).toBe(0);
    return Math.round(black * 100);
  };
  expect(blackOf(0)).toBe(100);
  expect(blackOf(255)).toBe(0);
  // By the tone curve of FOGRA39: a plate of half the dots looks like a grey of 157, not of 128.
  expect(Math.abs(blackOf(157) - 50)).toBeLessThanOrEqual(1);
  expect(Math.abs(blackOf(0x80) - 63)).toBeLessThanOrEqual(2);
  expect(Math.abs(blackOf(0x99) - 52)).toBeLessThanOrEqual(2);
  expect(Math.abs(blackOf(0x66) - 74)).toBeLessThanOrEqual(3);
});

test('known patches of FOGRA39', async () => {
  const colours = [0xff_00_00, 0x00_00_ff, 0x0f_4c_5c];
  const table = await tableOf(profileOf('coated'), colours);
  expect(
    colours.map((colour) =>
      inkOf(table, colour)
        .map((share) => Math.round(share * 100))
        .join(' '),
    ),
  ).toEqual(['0 95 100 0', '95 88 0 0', '93 42 34 53']);
});

test.each(['coated', 'uncoated'])('no colour takes more than 300 %% of ink on %s paper', async (name) => {
  const steps = [0, 0.06, 0.12, 0.2, 0.3, 0.45, 0.6, 0.75, 0.9, 1];
  const colours = steps.flatMap((red) =>
    steps.flatMap((green) => steps.map((blue) => screenColour(red, green, blue))),
  );
  const { process } = await tableOf(profileOf(name), colours);
  const most = Math.max(...[...process.values()].map((ink) => ink.reduce((sum, share) => sum + share, 0)));
  expect(most).toBeLessThanOrEqual(3.000_001);
  expect(most).toBeGreaterThan(2.5);
});

test('black stays where ink is taken away', () => {
  expect(limitedInk([1, 1, 1, 1], 3).at(3)).toBe(1);
  expect(limitedInk([1, 1, 1, 1], 3).reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(3);
  expect(limitedInk([0.5, 0.5, 0.5, 0], 3)).toEqual([0.5, 0.5, 0.5, 0]);
});
