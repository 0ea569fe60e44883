// Runs a command of this project from a bare clone:  node infra/bootstrap.mjs <command> [arguments…]
// Installs what is missing first, puts the project's own Node 24 in front, and ends the command when it ends itself,
// even when it is killed. Plain JavaScript without dependencies: any Node from 18 on can run it.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const binaries = join(project, 'node_modules', '.bin');
const oldestNode = [22, 17];

const [command, ...args] = process.argv.slice(2);
if (!command) fail('Usage: node infra/bootstrap.mjs <command> [arguments…]', 2);
if (!isInstalled()) await install();
if (!existsSync(join(binaries, 'node'))) requireHostNode();
run(command, args);

function isInstalled() {
  const installed = join(project, 'node_modules', '.package-lock.json');
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(project, 'package-lock.json')).mtimeMs;
}

async function install() {
  console.error('Installing what Kaifong needs (npm ci): once after a clone or an update, a minute or two …');
  // npm replaces node_modules, so it must not run on the Node that lies in there.
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== binaries);
  const npm = spawn('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: project,
    env: { ...process.env, PATH: path.join(delimiter) },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const outcome = await new Promise((resolve) => {
    npm.on('error', (error) => resolve(error.message));
    npm.on('exit', (code, signal) => resolve(code === 0 ? '' : `it ended with ${signal ?? code}`));
  });
  if (outcome) {
    fail(
      `Installing failed: npm ci, ${outcome}. See above for why; once "npm ci" succeeds in ${project}, try again.`,
      1,
    );
  }
}

function requireHostNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = oldestNode;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  fail(
    `Kaifong brings its own Node on Linux (x64 and arm64); elsewhere install Node 24 (at least ${oldestNode.join('.')}). ` +
      `This is Node ${process.versions.node}: get Node 24 from https://nodejs.org and try again.`,
    1,
  );
}

/**
 * Runs the command in a session of its own, so that Ctrl-C reaches it once, through us. A subshell waits on a pipe that
 * we hold and never write to; the kernel closes it however we end, and the subshell then ends the command.
 */
function run(command, args) {
  const watch = '(read _ <&3 || { kill $$; sleep 10; kill -9 $$; }) >/dev/null 2>&1 & exec "$@" 3<&-';
  const child = spawn('sh', ['-c', watch, 'sh', command, ...args], {
    detached: true,
    env: { ...process.env, PATH: [binaries, process.env.PATH].join(delimiter) },
    stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
  });
  const leash = child.stdio[3];
  leash.on('error', () => {});
  child.on('error', (error) => fail(`Cannot run ${command}: ${error.message}`, 1));
  child.on('exit', (code, signal) => {
    leash.end('ended\n', () => process.exit(signal ? 128 + constants.signals[signal] : code));
  });

  // Ctrl-C under npm comes twice: from the terminal and from npm. Again after a second is meant.
  const sentAt = {};
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (Date.now() - (sentAt[signal] ?? 0) < 1000) return;
      sentAt[signal] = Date.now();
      child.kill(signal);
    });
  }

  if (process.env.npm_lifecycle_event) {
    // npm that is killed outright tells nobody; we see that we, or the shell between us, have another parent.
    const began = lineage();
    const timer = setInterval(() => {
      if (lineage() === began) return;
      clearInterval(timer);
      child.kill('SIGTERM');
    }, 500);
  }
}

/** Our parent, and where that is a shell of npm's, the parent of it. */
function lineage() {
  const parent = process.ppid;
  try {
    const [, name, , grandparent] = readFileSync(`/proc/${parent}/stat`, 'utf8').match(/\((.*)\) (\S+) (\d+)/) ?? [];
    return /^(ba|da)?sh$/.test(name ?? '') ? `${parent} ${grandparent}` : `${parent}`;
  } catch {
    return `${parent}`; // no /proc on this system
  }
}

function fail(message, code) {
  console.error(message);
  process.exit(code);
}
