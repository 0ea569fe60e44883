/**
 * Fails when a text is missing in a language, is empty, has other places to fill in than its siblings, stands in a file that the
 * compiler does not read, is used nowhere, or is written in the other script.
 *
 *   node check-messages.ts
 */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const root = import.meta.dirname;
const languages = ['zh-Hans', 'zh-Hant', 'en'];

/** Characters that exist in one of the two scripts only; enough of them to catch a text pasted into the wrong file. Where 繁體 has two forms we write 裡 and 什麼. */
const scripts: Readonly<Record<string, RegExp>> = {
  'zh-Hans':
    /[這裡來們個說請時間電話應當還會為從過兩與對後發錄簽證單號碼幫願總務開關見覽讓誰點選擇區隊員頁劃歷體灣醫藥難聽]/u,
  'zh-Hant':
    /[这来们个说请时间电话应还会为从过两与对发录签证单号码帮愿总务开关见览让谁点选择区队员页历体湾医药难听]|裏|甚麼/u,
};

type Messages = Record<string, unknown>;
const faults: string[] = [];

const settings = readJson('project.inlang/settings.json') as Record<string, { pathPattern: string[] }>;
const compiled = new Set(settings['plugin.inlang.messageFormat']?.pathPattern.map((pattern) => basename(pattern)));
const files = new Set(globSync('messages/*/*.json', { cwd: root }).map((path) => basename(path)));
const source = globSync('src/**/*.{ts,svelte}', { cwd: root, exclude: ['src/paraglide/**'] })
  .map((path) => readFileSync(join(root, path), 'utf8'))
  .join('\n');
const used = new Set([...source.matchAll(/\bm\.(\w+)/g)].map(([, key]) => key));

let count = 0;
for (const file of files) {
  if (!compiled.has(file)) faults.push(`${file} is not listed in project.inlang/settings.json`);
  const [first, ...others] = languages.map((language) => ({ language, messages: messagesOf(language, file) }));
  const keys = new Set([first, ...others].flatMap((each) => Object.keys(each?.messages ?? {})));
  for (const key of keys) {
    count += 1;
    if (!key.startsWith(`${basename(file, '.json')}_`))
      faults.push(`${file}: ${key} does not begin with the name of its file`);
    if (!used.has(key)) faults.push(`${file}: ${key} is used nowhere`);
    const expected = places(first?.messages[key]);
    for (const { language, messages } of [first, ...others].filter((each) => each !== undefined)) {
      const text = messages[key];
      const shown = JSON.stringify(text ?? '');
      if (text === undefined) faults.push(`${language}/${file}: ${key} is missing`);
      else if (text === '') faults.push(`${language}/${file}: ${key} is empty`);
      else if (places(text) !== expected)
        faults.push(`${language}/${file}: ${key} fills ${places(text)}, not ${expected}`);
      const stray = scripts[language]?.exec(shown)?.[0];
      if (stray !== undefined)
        faults.push(`${language}/${file}: ${key} has ${stray}, which is of the other script or form`);
    }
  }
}

for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
process.stdout.write(`${count} texts in ${languages.length} languages, all in use\n`);

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

function messagesOf(language: string, file: string): Messages {
  try {
    return readJson(`messages/${language}/${file}`) as Messages;
  } catch (cause) {
    faults.push(`${language}/${file}: ${cause instanceof Error ? cause.message : cause}`);
    return {};
  }
}

/** The places of a text that are filled in, in alphabetical order: `{name}`. */
function places(text: unknown): string {
  return [...new Set(JSON.stringify(text ?? '').match(/\{\w+\}/g))].sort().join(' ') || 'nothing';
}
