import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Where a Chromium or Chrome is: what `CHROMIUM` names, else where one usually is. */
export function findBrowser(): string | undefined {
  return process.env.CHROMIUM ?? usualPlaces.find((path) => existsSync(path));
}

/** What to do where there is none. */
export const howToGetOne =
  'No browser for the journeys: install Chromium (Debian: apt install chromium fonts-noto-cjk), or name one with CHROMIUM=/path/to/chrome.';

/** A browser that talks to nobody but the pages it opens. */
export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    // In which order a day is typed goes by the language of the browser, and that by the machine's.
    env: { ...process.env, LANGUAGE: 'en_US' },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
