import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';

/** Every bench by name; each answers with its figures. */
const benches: Record<string, () => Promise<{ run: (options: BenchOptions) => Promise<Figures> | Figures }>> = {
  checkin: () => import('./checkin.ts'),
  cold: () => import('./cold.ts'),
  curtois: () => import('./curtois.ts'),
  doubts: () => import('./doubts.ts'),
  import: () => import('./import.ts'),
  matching: () => import('./matching.ts'),
  points: () => import('./points.ts'),
  roster: () => import('./roster.ts'),
  signup: () => import('./signup.ts'),
  units: () => import('./units.ts'),
  web: () => import('./web.ts'),
};

/** What a bench found: numbers by name, grouped as deep as it needs. */
export type Figures = { [name: string]: number | string | boolean | Figures | Figures[] };

/** What may be asked of a bench beside its name; each takes of it what it knows. */
export type BenchOptions = Readonly<{
  /** A file to work on in place of what the bench makes itself. */
  instance?: string | undefined;
  /** A folder of such files. */
  folder?: string | undefined;
  /** Where to write what was found for it. */
  answer?: string | undefined;
  /** CPU seconds. */
  seconds?: string | undefined;
  seed?: string | undefined;
}>;

/** The machine that the figures are of. */
function machine(): string {
  const [first] = cpus();
  return `${cpus().length} × ${first?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}, Node ${process.version}`;
}

/** `npm run bench -- NAME [--json]`; with `--json` each line is one JSON object, the last one that of the whole bench. */
async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      instance: { type: 'string' },
      folder: { type: 'string' },
      answer: { type: 'string' },
      seconds: { type: 'string' },
      seed: { type: 'string' },
    },
  });
  const [name] = positionals;
  const load = name ? benches[name] : undefined;
  if (!name || !load) throw new Error(`Name a bench: ${Object.keys(benches).join(', ')}.`);
  const figures = { bench: name, machine: machine(), ...(await (await load()).run(values)) };
  process.stdout.write(values.json ? `${JSON.stringify(figures)}\n` : `${JSON.stringify(figures, null, 2)}\n`);
}

main().then(
  () => process.exit(0),
  (error: Error) => {
    console.error(error.message);
    process.exit(1);
  },
);
