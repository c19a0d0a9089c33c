/** Names of publications: each becomes a folder and a part of file names on Windows, macOS and Linux. */

/** What Windows forbids in names, the path separators among it; and controls. */
// oxlint-disable-next-line no-control-regex -- controls are what is looked for
const forbidden = /[<>:"/\\|?*\u0000-\u001F\u007F-\u009F]/u;

/** Devices of Windows, with any ending. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Bytes: a file name has at most 255, and tag, output and ending are added. */
const longest = 150;

/** What is wrong with a name: words that follow "Unexpected"; undefined where nothing is. */
export const nameFault = (name: string): string | undefined => {
  const mark = forbidden.exec(name)?.[0];
  if (name.trim() === '') return 'empty name';
  if (mark !== undefined) return `\`${mark}\` in the name \`${name}\``;
  if (/^[.-]/.test(name)) return `\`${name.slice(0, 1)}\` at the beginning of the name \`${name}\``;
  if (/[. ]$/.test(name) || name.startsWith(' '))
    return `space or full stop at an end of the name \`${name}\``;
  if (device.test(name)) return `name \`${name}\`, which Windows keeps for a device`;
  if (new TextEncoder().encode(name).length > longest) return `length of the name \`${name.slice(0, 40)}…\``;
  return undefined;
};
