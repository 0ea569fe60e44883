import type { Plugin } from 'vite';

/** A declaration that measures by the viewport as it is just now: `min-height:100dvh`. */
const declaration = /([{;])([\w-]+):([^;{}]*\d[dsl]v[hw]\b[^;{}]*)/g;

/** Puts the plain unit before each of them, for browsers that know `vh` only: WeChat's, and Chromium before 108. */
export function withPlainUnits(css: string): string {
  return css.replace(declaration, (whole, before: string, property: string, value: string) => {
    const plain = value.replace(/(\d)[dsl](v[hw])\b/g, '$1$2');
    return `${before}${property}:${plain};${whole.slice(before.length)}`;
  });
}

/** The build's part of it, when all styles are written. */
export function viewportUnits(): Plugin {
  return {
    name: 'kaifong-viewport-units',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'asset' && file.fileName.endsWith('.css'))
            file.source = withPlainUnits(String(file.source));
        }
      },
    },
  };
}
