import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastingSessions } from '@kaifong/functions/test/lasting-sessions.ts';
import { demoLoad } from '@kaifong/infra/local/demo-load.ts';
import { startSystem } from '@kaifong/infra/local/system.ts';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { findBrowser, howToGetOne, launch } from './browser.ts';
import { signInOn } from './sign-in.ts';
import { arrive, type Visit, type Visitor } from './visitor.ts';

/** What a journey walks through, and who walks: each visitor is a browser of their own. */
export type Journey = Readonly<{
  /** Where the system answers, without a slash at the end. */
  url: () => string;
  /** Somebody who has not signed in. */
  stranger: (visit?: Visit) => Promise<Visitor>;
  /** Signs in by the page, with the code that the demo shows; number as a person types it or `+86…`. */
  signIn: (account: Readonly<{ mobile: string }>, visit?: Visit) => Promise<Visitor>;
  /** Resolves when everything that was done has had its consequences. */
  settled: () => Promise<void>;
}>;

/**
 * Tests that walk the built site in a real browser, over the whole system with a small demo district of their own. When one fails, what
 * each visitor saw is kept as a picture. Without a browser they fail in CI, and elsewhere say how to get one.
 */
export function describeJourney(name: string, tests: (journey: Journey) => void): void {
  const executable = findBrowser();
  if (executable === undefined && !process.env.CI) console.warn(howToGetOne);
  describe.runIf(executable !== undefined || process.env.CI)(name, () => {
    const visitors: Visitor[] = [];
    const folder = mkdtempSync(join(tmpdir(), 'kaifong-journey-'));
    let system: Awaited<ReturnType<typeof startSystem>>;
    let browser: Browser;

    beforeAll(async () => {
      if (executable === undefined) throw new Error(howToGetOne);
      if (!existsSync(new URL('../build/handler.js', import.meta.url))) {
        throw new Error('Journeys walk the built site: run "npm run build -w web" first.');
      }
      system = await startSystem({
        port: 0,
        dataFolder: folder,
        demo: true,
        sessionLimits: lastingSessions,
        tickSeconds: 1,
        seed: (surroundings) => demoLoad(surroundings, { volunteers: 60 }),
      });
      browser = await launch(executable);
    });

    afterEach(async ({ task }) => {
      if (task.result?.state !== 'fail') return;
      for (const [index, { page }] of visitors.entries()) {
        const path = join(tmpdir(), `kaifong-${task.id}-${index}.png`);
        await page.screenshot({ path, fullPage: true }).then(
          () => console.error(`${task.name}: visitor ${index} saw ${page.url()}, kept in ${path}`),
          (error: Error) => console.error(`${task.name}: no picture of visitor ${index}: ${error.message}`),
        );
      }
    });

    afterAll(async () => {
      await browser?.close();
      await system?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    const stranger = async (visit: Visit = {}) => {
      const visitor = await arrive(browser, system.url, visit);
      visitors.push(visitor);
      return visitor;
    };

    tests({
      url: () => system.url,
      stranger,
      async signIn({ mobile }, visit) {
        const visitor = await stranger(visit);
        await signInOn(visitor.page, mobile);
        return visitor;
      },
      settled: () => system.settled(),
    });
  });
}
