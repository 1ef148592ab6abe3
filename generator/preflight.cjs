// Runs before every program of the generator, on whatever Node there is: JavaScript that all of them read, with
// nothing imported that has to be installed. Says in one line what is missing, where Node would print a stack.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const { dependencies } = require('./package.json');

/** What keeps the programs from running, and what to do; undefined where nothing does. */
function obstacle() {
  const absent = Object.keys(dependencies).filter((name) => versionOf(name) === undefined);
  const all = Object.keys(dependencies).length;
  if (absent.length === all) return ['the packages that this repository needs are not installed', 'run: npm ci'];
  if (absent.length > 0) return [`${absent.join(', ')} ${absent.length === 1 ? 'is' : 'are'} not installed`, 'run: npm ci'];
  const [other] = Object.keys(dependencies).filter((name) => versionOf(name) !== dependencies[name]);
  if (other !== undefined)
    return [`${other} ${versionOf(other)} is installed, and ${dependencies[other]} is needed`, 'run: npm ci'];
  const wanted = dependencies.node.split('.')[0];
  if (Number(process.versions.node.split('.')[0]) >= Number(wanted)) return undefined;
  const found = `this is Node ${process.versions.node}, and Node ${wanted} or newer is needed`;
  return [found, 'npm ci installs it and npm run uses it: npm run generate; if it does not, run npm ci without --ignore-scripts'];
}

/** The version of an installed package, here or in a folder further up, as Node looks for it. */
function versionOf(name) {
  for (const folder of module.paths) {
    try {
      return JSON.parse(readFileSync(join(folder, name, 'package.json'), 'utf8')).version;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}

const found = obstacle();
if (found) {
  process.stderr.write(`error: ${found[0]}\n  hint: ${found[1]}\n`);
  process.exit(2);
}
