// Pages that are made at build time are the same for everybody: this shows them in the colours and the size that were chosen on this device.
// The cookies are those of src/lib/shell/display.ts.
const root = document.documentElement;
const theme = /(?:^|; )kaifong_theme=(light|dark|contrast)(?:;|$)/.exec(document.cookie)?.[1];
if (theme) root.dataset.theme = theme;
root.toggleAttribute('data-elder', /(?:^|; )kaifong_elder=on(?:;|$)/.test(document.cookie));
