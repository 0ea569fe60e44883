import type { Download, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Visitor } from './visitor.ts';

/** A file as it lies on somebody's machine. */
export type FileToUpload = Readonly<{ name: string; mimeType: string; buffer: Buffer }>;

/** Somebody who has a keyboard and nothing else. Every stop of the Tab key on the way is held against what such a person needs. */
export type Keyboard = Readonly<{
  /**
   * Goes on with the Tab key until the focus is on this element.
   *
   * @throws Error that names every stop, when it is not among so many
   */
  tabTo: (target: Locator) => Promise<void>;
  /** Goes back with Shift and the Tab key. */
  backTo: (target: Locator) => Promise<void>;
  /** Goes to a button or a link and presses Enter. */
  follow: (target: Locator) => Promise<void>;
  /** Goes to a text field and types, in place of what stands in it. */
  write: (target: Locator, text: string) => Promise<void>;
  /** Goes to a list and walks it with the arrow until this option is chosen. */
  choose: (target: Locator, option: string) => Promise<void>;
  /** Goes to a group of radio buttons and walks it with the arrow until this one is ticked. */
  pick: (group: Locator, name: string | RegExp) => Promise<void>;
  /** Goes to a box to type in that has a list below it, types a part of what is meant, and takes it from the list. */
  find: (target: Locator, text: string, option: string) => Promise<void>;
  /** Goes to a field for a file, opens the window of the system with Enter, where the file is chosen then. */
  upload: (target: Locator, file: FileToUpload) => Promise<void>;
  /** Goes to a link that brings a file and presses Enter. */
  download: (target: Locator) => Promise<Download>;
  /** Goes to a box and ticks it with the space bar. */
  tick: (target: Locator) => Promise<void>;
  /** Goes to a day, `2026-11-28`, or a time of the day, `13:30`, and types it part by part. */
  writeMoment: (target: Locator, moment: string) => Promise<void>;
  press: (...keys: string[]) => Promise<void>;
  /** Waits until the focus has come to this element by itself. */
  isOn: (target: Locator) => Promise<void>;
  /** The page was asked for by its address, so that its top is where to begin. */
  beginAnew: () => void;
  /** Past all that stands around every page: the first stop of a page is the link that leads there. */
  skipToContent: () => Promise<void>;
}>;

/** More stops than any page has. */
const mostStops = 150;
/** More options than any list has. */
const mostOptions = 60;
const patience = 20_000;

const skipWords = /^(跳到正文|Skip to content)$/;

/** Waits for something outside of a test too, where no expectation can be polled. */
async function until(isSo: () => Promise<boolean>, otherwise: () => string | Promise<string>): Promise<void> {
  const end = performance.now() + patience;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(await otherwise());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export function keyboardOf({ page }: Visitor): Keyboard {
  /** The page where the last key was pressed. */
  let last: string | undefined;

  const isOn = async (target: Locator) => (await target.and(page.locator(':focus')).count()) > 0;

  async function press(...keys: string[]): Promise<void> {
    last = await nameOf(page);
    for (const key of keys) await page.keyboard.press(key);
  }

  /** A new page begins at its top; on the same page nobody may be thrown back there. */
  async function expectPlaceKept(): Promise<void> {
    if (last === undefined) return;
    const isKept = async () =>
      (await nameOf(page)) !== last || (await page.evaluate(() => document.activeElement !== document.body));
    await until(isKept, () => `the focus was lost on ${last}`);
  }

  async function walk(key: 'Tab' | 'Shift+Tab', target: Locator): Promise<void> {
    await expectPlaceKept();
    const seen: string[] = [];
    for (let stops = 0; stops < mostStops; stops += 1) {
      if (await isOn(target)) return;
      await press(key);
      const stop = await page.evaluate(lookAtFocus);
      expect(stop.faults, `${stop.words} on ${page.url()}`).toEqual([]);
      seen.push(stop.words);
    }
    throw new Error(`${key} does not lead to ${target} on ${page.url()}, but to: ${seen.join(' → ')}`);
  }

  const tabTo = (target: Locator) => walk('Tab', target);

  async function write(target: Locator, text: string): Promise<void> {
    await tabTo(target);
    await press('Control+A', 'Delete');
    await page.keyboard.type(text);
  }

  return {
    tabTo,
    press,
    backTo: (target) => walk('Shift+Tab', target),
    async follow(target) {
      await tabTo(target);
      await press('Enter');
    },
    write,
    async writeMoment(target, moment) {
      await tabTo(target);
      // In the order of the browser's own language, which is English in a journey.
      const [year = '', month = '', date = ''] = moment.split('-');
      const [hours = '', minutes = ''] = moment.split(':');
      const hour = `${Number(hours) % 12 || 12}`.padStart(2, '0');
      const isDay = moment.includes('-');
      await page.keyboard.type(isDay ? month + date + year : `${hour}${minutes}${Number(hours) < 12 ? 'A' : 'P'}`);
      expect(await target.inputValue()).toBe(moment);
    },
    isOn: (target) =>
      until(
        () => isOn(target),
        async () => `the focus is not on ${target}, but on ${(await page.evaluate(lookAtFocus)).words}`,
      ),
    async choose(target, option) {
      await tabTo(target);
      const chosen = () => target.evaluate((list: HTMLSelectElement) => list.selectedOptions[0]?.label);
      for (let steps = 0; steps < mostOptions && (await chosen()) !== option; steps += 1) await press('ArrowDown');
      expect(await chosen()).toBe(option);
    },
    async pick(group, name) {
      const radio = group.getByRole('radio', { name, exact: typeof name === 'string' });
      const ofGroup = group.getByRole('radio');
      await tabTo(ofGroup);
      const most = await ofGroup.count();
      for (let steps = 0; steps < most && !(await isOn(radio)); steps += 1) await press('ArrowDown');
      await press('Space');
      expect(await radio.isChecked()).toBe(true);
    },
    async find(target, text, option) {
      await write(target, text);
      const found = page.getByRole('option', { name: option, exact: true });
      await found.waitFor();
      const options = page.getByRole('option');
      const most = await options.count();
      const isChosen = async () => (await found.getAttribute('data-highlighted')) !== null;
      for (let steps = 0; steps < most && !(await isChosen()); steps += 1) await press('ArrowDown');
      await press('Enter');
      await until(
        async () => (await target.inputValue()) === option,
        () => `${option} was not taken`,
      );
    },
    async upload(target, file) {
      await tabTo(target);
      const opening = page.waitForEvent('filechooser');
      await press('Enter');
      await (await opening).setFiles({ ...file });
    },
    async download(target) {
      await tabTo(target);
      const arriving = page.waitForEvent('download');
      await press('Enter');
      return arriving;
    },
    async tick(target) {
      await tabTo(target);
      await press('Space');
      expect(await target.isChecked()).toBe(true);
    },
    beginAnew() {
      last = undefined;
    },
    async skipToContent() {
      await expectPlaceKept();
      await press('Tab');
      const skip = page.getByRole('link', { name: skipWords });
      expect(await isOn(skip), `the first stop of ${page.url()} is ${(await page.evaluate(lookAtFocus)).words}`).toBe(
        true,
      );
      await press('Enter');
      await until(
        () => isOn(page.locator('main')),
        () => `the skip link does not lead to the content of ${page.url()}`,
      );
    },
  };
}

/** More stops than any page has, once around. */
const mostAround = 600;

/** Goes once around the page with the Tab key. Every stop shows that it has the focus, and whatever can be worked is a stop. */
export async function expectWorkableByKeyboard(page: Page): Promise<void> {
  await page.evaluate(beginRound);
  for (let stops = 0; stops < mostAround; stops += 1) {
    await page.keyboard.press('Tab');
    const { words, faults } = await page.evaluate(lookAtFocus);
    expect(faults, `${words} on ${page.url()}`).toEqual([]);
    const left = await page.evaluate(goneAround);
    if (!left) continue;
    expect(left, `out of reach of the Tab key on ${page.url()}`).toEqual([]);
    return;
  }
  throw new Error(`The Tab key does not come around on ${page.url()}.`);
}

/** Runs in the page. */
function beginRound(): void {
  Object.assign(globalThis, { stops: new Set<Element>() });
}

/** Notes the stop; once it is the first again, answers what was no stop though it can be worked. Runs in the page. */
function goneAround(): string[] | undefined {
  const { stops } = globalThis as unknown as { stops: Set<Element> };
  const focused = document.activeElement;
  if (!focused) return undefined;
  const [first] = stops;
  if (focused !== first) {
    stops.add(focused);
    return undefined;
  }
  const groupOf = (each: Element) =>
    each instanceof HTMLInputElement && each.type === 'radio' ? each.name : undefined;
  const groups = new Set([...stops].map(groupOf));
  const controls = document.querySelectorAll<HTMLElement>(
    'a[href], button:enabled, input:enabled:not([type=hidden]), select:enabled, textarea:enabled, summary',
  );
  return [...controls]
    .filter(
      (each) => each.tabIndex >= 0 && !each.closest('[inert]') && each.checkVisibility({ visibilityProperty: true }),
    )
    .filter((each) => !stops.has(each) && !(groupOf(each) !== undefined && groups.has(groupOf(each))))
    .map((each) => each.outerHTML.slice(0, 200));
}

/** Where the page is and what it is headed; one address may have several steps. */
const nameOf = (page: Page) =>
  page.evaluate(() => `${location.pathname}, “${document.querySelector('h1')?.textContent?.trim() ?? ''}”`);

/** What has the focus, and what is wrong with it for somebody who has to see where they are. Runs in the page. */
function lookAtFocus(): { words: string; faults: string[] } {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return { words: 'the browser', faults: [] };

  const labels = 'labels' in focused ? [...((focused.labels as NodeListOf<HTMLElement> | null) ?? [])] : [];
  const ownWords = focused.getAttribute('aria-label') ?? focused.innerText.trim();
  const name = ownWords || labels.map((label) => label.innerText.trim()).join(' ');
  const words = `${focused.tagName.toLowerCase()} “${name.replaceAll(/\s+/g, ' ')}”`;
  // No stop of the Tab key: the page has taken the focus there by itself meanwhile.
  if (focused.tabIndex < 0) return { words, faults: [] };
  const faults: string[] = [];
  if (name === '') faults.push('has no name');

  if (!focused.checkVisibility({ opacityProperty: true, visibilityProperty: true })) faults.push('is not to be seen');
  // The first line of a link that runs over several; in its middle, and by its upper and lower edge.
  const { left, top, width, height } = focused.getClientRects()[0] ?? new DOMRect();
  for (const down of [height / 2, 2, height - 2]) {
    const topmost = document.elementFromPoint(left + width / 2, top + down);
    if (topmost === null) faults.push(`is out of sight, ${Math.round(left)} | ${Math.round(top + down)}`);
    else if (!focused.contains(topmost)) faults.push(`lies under ${topmost.outerHTML.slice(0, 200)}`);
  }

  const { outlineStyle, outlineWidth, outlineOffset, outlineColor } = getComputedStyle(focused);
  const isDrawn = outlineStyle !== 'none' && !/^rgba\(.*, 0\)$|transparent/.test(outlineColor);
  const ring = Number.parseFloat(outlineOffset) + Number.parseFloat(outlineWidth);
  if (!isDrawn || Number.parseFloat(outlineWidth) < 2) faults.push('does not show that it has the focus');
  for (let around = focused.parentElement; around && around !== document.body; around = around.parentElement) {
    if (getComputedStyle(around).overflow === 'visible') continue;
    const edge = around.getBoundingClientRect();
    const isCut = left - ring < edge.left || left + width + ring > edge.right;
    if (isCut) faults.push(`has its ring cut off by ${around.outerHTML.slice(0, 100)}`);
  }

  return { words, faults };
}
