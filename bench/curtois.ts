import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from './curtois/judge.ts';
import { readProblem } from './curtois/read-problem.ts';
import { StaffingSearch } from './curtois/search.ts';
import type { Roster, StaffingProblem } from './curtois/staffing-problem.ts';
import type { BenchOptions, Figures } from './run.ts';

/**
 * What is reached on the published shift-scheduling instances (Curtois and Qu, 2014), each file of `--folder` for
 * `--seconds` CPU seconds. `--answer FOLDER` keeps the rosters, a line for each employee.
 */
export function run({ folder, seconds = '10', seed = '1', answer }: BenchOptions): Figures {
  if (folder === undefined) throw new Error('Name a folder of instances: --folder DIR.');
  const allowed = Number(seconds);
  if (!(allowed > 0)) throw new Error('--seconds takes a number of CPU seconds.');
  const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));
  if (files.length === 0) throw new Error(`${folder} holds no .txt file.`);
  files.sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
  return {
    results: files.map((file) => {
      const instance = file.replace(/\.txt$/, '');
      const began = cpuSeconds();
      const problem = readFile(join(folder, file));
      const search = new StaffingSearch(problem, Number(seed));
      search.run(() => (cpuSeconds() - began) / (allowed * 0.97));
      const { objective, violations } = judge(problem, search.best);
      const figures = {
        instance,
        objective,
        violations: violations.length,
        cpu_seconds: Math.round((cpuSeconds() - began) * 100) / 100,
        staff: problem.staff.length,
        days: problem.days,
        shifts: problem.shifts.length - 1,
      };
      process.stdout.write(`${JSON.stringify(figures)}\n`);
      if (answer !== undefined) {
        mkdirSync(answer, { recursive: true });
        writeFileSync(join(answer, `${instance}.roster.txt`), rosterText(problem, search.best));
      }
      return figures;
    }),
  };
}

/** @throws Error that names the file and the line at fault */
function readFile(path: string): StaffingProblem {
  try {
    return readProblem(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}

function rosterText({ shifts }: StaffingProblem, roster: Roster): string {
  return `${roster.map((row) => row.map((shift) => shifts[shift]?.id ?? '').join('\t')).join('\n')}\n`;
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
