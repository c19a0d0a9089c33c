// @ts-check
/**
 * `node scripts/verapdf.js FILE.pdf …`: validates PDFs with veraPDF (https://verapdf.org) against PDF/UA-1 and PDF/A-2a, a line of JSON for each file
 * and standard. Ends with 1 where a rule fails, with 3 and a reason where veraPDF cannot be had.
 *
 * veraPDF comes in the jar of the npm package `@opendataloader/pdf`, which needs a later Node than ours and is therefore no dependency: it is fetched
 * once into a private folder, and used only if its checksum is the one measured here. It lacks JAXB, which Debian has in `libjaxb-java`.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { npmProgram } from './prepare.js';

const version = '2.5.0';
const tarballSum = 'd2551abaa8b2e0ad1b73080f824229aeba78f1d33c104c7eaacc0d2afdbe401b';
const jarSum = '516ce47832a6726e87cb17db77c20174ca8cabbe9a6b56db1418babc7c9ddcba';

/** @param {string} path @returns {string} */
const sumOf = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');

const home = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'trifolio');
const jar = join(home, `verapdf-${version}.jar`);

const javaLibraries = ['jaxb-runtime', 'jaxb-core', 'istack-commons-runtime'].map(
  (name) => `/usr/share/java/${name}.jar`,
);

/** The program in the jar's own JavaScript (Rhino), so that a runtime of Java is enough: no compiler. */
const program = `
var P = Packages;
P.java.util.logging.LogManager.getLogManager().reset();
P.org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider.initialise();
var flavours = ['ua1', '2a'];
for (var i = 0; i < arguments.length; i++) for (var j = 0; j < flavours.length; j++) {
  var flavour = P.org.verapdf.pdfa.flavours.PDFAFlavour.byFlavourId(flavours[j]);
  var foundry = P.org.verapdf.pdfa.Foundries.defaultInstance();
  var parser = foundry.createParser(new P.java.io.File(arguments[i]), flavour);
  var result = foundry.createValidator(flavour, false).validate(parser);
  var failed = [];
  var checks = result.getFailedChecks().entrySet().iterator();
  while (checks.hasNext()) {
    var check = checks.next();
    var id = check.getKey();
    var rule = result.getValidationProfile().getRuleByRuleId(id);
    failed.push({ rule: id.getClause() + '-' + id.getTestNumber(), count: Number(check.getValue()), description: String(rule.getDescription()) });
  }
  print(JSON.stringify({ file: String(arguments[i]), standard: flavours[j], compliant: Boolean(result.isCompliant()), checks: Number(result.getTotalAssertions()), failed: failed }));
  parser.close();
}
`;

/** Fetches the jar where it is not there yet. @returns {string | undefined} why it cannot be had */
const fetchJar = () => {
  if (existsSync(jar) && sumOf(jar) === jarSum) return undefined;
  mkdirSync(home, { recursive: true });
  const folder = mkdtempSync(join(home, 'verapdf-'));
  try {
    const npm = npmProgram();
    if (npm === undefined) return 'npm is missing';
    const pack = spawnSync(process.execPath, [npm, 'pack', `@opendataloader/pdf@${version}`, '--silent'], {
      cwd: folder,
    });
    const tarball = join(folder, `opendataloader-pdf-${version}.tgz`);
    if (pack.status !== 0 || !existsSync(tarball)) return 'the package with veraPDF cannot be fetched';
    if (sumOf(tarball) !== tarballSum) return 'the package with veraPDF has another checksum than it had';
    const inside = 'package/lib/opendataloader-pdf-cli.jar';
    if (spawnSync('tar', ['-xzf', tarball, inside], { cwd: folder }).status !== 0) return 'tar is missing';
    if (sumOf(join(folder, inside)) !== jarSum) return 'the jar of veraPDF has another checksum than it had';
    renameSync(join(folder, inside), jar);
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** @returns {string | undefined} why nothing can be validated */
const missing = () => {
  if (spawnSync('java', ['-version']).error !== undefined) return 'Java is missing (openjdk-17-jre-headless)';
  if (!javaLibraries.every((path) => existsSync(path)))
    return 'the JAXB libraries are missing (libjaxb-java)';
  return fetchJar();
};

const reason = missing();
if (reason !== undefined) {
  process.stderr.write(`veraPDF cannot run: ${reason}\n`);
  process.exit(3);
}
const script = join(home, 'verapdf.js');
writeFileSync(script, program);
const classPath = [jar, ...javaLibraries].join(':');
const main = 'org.mozilla.javascript.tools.shell.Main';
const run = spawnSync('java', ['-cp', classPath, main, script, ...process.argv.slice(2)], {
  encoding: 'utf8',
  maxBuffer: 1 << 28,
});
process.stdout.write(run.stdout);
process.stderr.write(run.stderr);
process.exit(run.status !== 0 || run.stdout.includes('"compliant":false') ? 1 : 0);
