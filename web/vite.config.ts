import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import { browserRuntime } from './browser-runtime-plugin.ts';
import { shortNames } from './short-names-plugin.ts';
import { viewportUnits } from './viewport-units.ts';

/**
 * What the start of SvelteKit hands to the rest, and Vite's loader, without which it cannot start. In a file with other modules it would be
 * read before it is set: the site would not know its own version and load a page anew where a form's answer belongs.
 */
const payload = /kit\/src\/runtime\/client\/payload\.js|vite\/preload-helper/;
const frame =
  /src\/lib\/(components\/(?!Pane|Pagination|Field|Text|Select|Check|Radio|Tick|File|Combobox|DateInput|TimeInput|Dialog|DataList|DataTable|ErrorState|News|QrCode|StatTile|Stepper|Tabs|open-when|ProgressBar|choice|field-state|moment)|locale|session|shell(?!\/(hotlines|AreaHome)))|node_modules\/(svelte\/(?!src\/internal\/client\/dom\/elements\/bindings\/(select|input))|clsx|esm-env)\//;
const fields =
  /src\/lib\/components\/(Field|FieldGroup|TextInput|TextArea|Select|Checkbox|CheckboxGroup|RadioGroup|TickRow|FileInput|DataList|choice|field-state)\.|svelte\/src\/internal\/client\/dom\/elements\/bindings\/(select|input)/;
const served = /src\/lib\/(volunteer\/StarRing|components\/ProgressRing)\.svelte/;
const volunteer = /src\/lib\/volunteer\/(Shift(Facts|Offer|Card)|StandingBadge)\.svelte/;
/** A text is a module of its own; sentences that four pages share came as files of two hundred bytes each. */
const words = /paraglide\/messages\/volunteer_/;

/**
 * The oldest browsers that the site is written for: WeChat's own, which is a Chromium of late 2022, and the iPhones of that time. What they
 * lack and a build cannot put right, such as an animation by scrolling, needs a way out in the page.
 */
const target = ['chrome107', 'safari16'];

export default defineConfig(({ command }) => ({
  plugins: [
    tailwindcss(),
    sveltekit({
      adapter: adapter({ out: 'build', precompress: true }),
      // The pages that are made at build time name themselves; links from them lead to pages that need a person.
      prerender: { crawl: false },
      // Nonces on rendered pages, hashes on prerendered ones. A style attribute is refused, so use classes; the one exception is
      // SvelteKit's own announcer of a new page to screen readers.
      csp: {
        mode: 'auto',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
          'img-src': ['self', 'data:', 'blob:'],
          // Pages under work hear of changes over a socket.
          'connect-src': command === 'serve' ? ['self', 'ws:'] : ['self'],
          'worker-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['self'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
        },
      },
    }),
    viewportUnits(),
    browserRuntime(),
    shortNames(),
  ],
  build: {
    target,
    // A page names all that it needs in its head. For the pages after it the list of what each needs cost every page two kilobytes.
    modulePreload: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What three pages or more share comes as one file: some forty small ones took twice the requests and compressed worse. What
          // only forms or empty lists need is not part of it, so that a page to read is spared it. /design shows every component and is
          // counted too: four is three pages and that one.
          groups: [
            { name: 'payload', test: payload, priority: 2 },
            { name: 'frame', test: frame, minShareCount: 4, priority: 1 },
            { name: 'fields', test: fields, minShareCount: 4 },
            { name: 'volunteer', test: volunteer, minShareCount: 2 },
            { name: 'words', test: words, minShareCount: 4 },
            { name: 'served', test: served, minShareCount: 2 },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
}));
