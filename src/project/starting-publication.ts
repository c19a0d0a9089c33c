/** The files of a new publication: pure; nothing is written here. */

/** What a new publication is made of. */
export interface StartingPublication {
  /** Path inside the publication's folder → text. */
  readonly files: ReadonlyMap<string, string>;
  /** Folders that begin empty. */
  readonly folders: readonly string[];
}

const settingsText = (source: string, template: string): string =>
  `# What this publication is. All lines may be left out; docs/publication.md lists what else may stand here.
source: ${source} # the language the others are translated from
template: ${template} # a folder of templates/
# date: 2000-06

# house:
#   organisation: The name of your organisation
#   colour: "#0b5394"
#   contact: The address at the end
`;

/** A text for a language that has no starting text of its own: a title, and the place to begin. */
const emptyText = (name: string): string => `---\ntitle: ${JSON.stringify(name)}\n---\n\n`;

/**
 * Makes the files of a publication. `texts` are the starting texts by language tag, in the order asked for, the first being
 * the source; a language without one gets its front matter alone.
 */
export const startingPublication = (
  name: string,
  template: string,
  texts: ReadonlyMap<string, string | undefined>,
): StartingPublication => {
  const [source = ''] = texts.keys();
  return {
    files: new Map([
      ['publication.yaml', settingsText(source, template)],
      ...[...texts].map(([tag, text]): [string, string] => [`${tag}.md`, text ?? emptyText(name)]),
    ]),
    folders: ['figures'],
  };
};
