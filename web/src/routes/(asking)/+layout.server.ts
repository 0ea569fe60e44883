import type { LayoutServerLoad } from './$types';

/** No browser keeps what somebody wrote or read here, so that nobody who goes back finds it. */
export const load: LayoutServerLoad = ({ setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
};
